//! Numbers as CSS writes them: `min(l, 0.43)`, `calc(0.143 + 0.045 * cos(h * 0.0174533))`.

use super::tokens::{Token, Tokens};

/// A number that may depend on the parts of a colour.
#[derive(Debug, Clone, PartialEq)]
pub enum Number {
    /// Itself.
    Plain(f64),
    /// The lightness, chroma or hue of the colour that is changed.
    Part(usize),
    /// Two numbers, and what is done with them.
    Of(Box<[Number; 2]>, char),
    /// A function of numbers.
    Function(Function, Vec<Number>),
}

/// Functions that the style sheet uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// The middle one, kept between the others.
    Clamp,
    /// The cosine of an angle in radians.
    Cos,
}

/// Names of the parts in the order in which a colour has them.
const PARTS: [&str; 3] = ["l", "c", "h"];

impl Number {
    /// Works it out for a colour.
    pub fn of(&self, parts: [f64; 3]) -> f64 {
        match self {
            Self::Plain(number) => *number,
            Self::Part(place) => parts[*place],
            Self::Of(both, sign) => {
                let [a, b] = both.each_ref().map(|number| number.of(parts));
                match sign {
                    '+' => a + b,
                    '-' => a - b,
                    _ => a * b,
                }
            }
            Self::Function(function, numbers) => {
                let mut numbers = numbers.iter().map(|number| number.of(parts));
                let first = numbers.next().unwrap_or_default();
                match function {
                    Function::Min => numbers.fold(first, f64::min),
                    Function::Max => numbers.fold(first, f64::max),
                    Function::Clamp => {
                        let [middle, last] = [first, first].map(|none| numbers.next().unwrap_or(none));
                        first.max(middle.min(last))
                    }
                    Function::Cos => first.cos(),
                }
            }
        }
    }

    /// Reads one number: a product may not stand without `calc`.
    pub fn read(tokens: &mut Tokens) -> Option<Self> {
        match tokens.next()? {
            // No units: WebKit takes a degree within a colour for a radian.
            Token::Number(number, unit) => unit.is_empty().then_some(Self::Plain(*number)),
            Token::Word(word) => PARTS.iter().position(|part| part == word).map(Self::Part),
            Token::Sign('(') => within(tokens),
            Token::Function(name) => match name.as_str() {
                "calc" => within(tokens),
                name => {
                    let function = match name {
                        "min" => Function::Min,
                        "max" => Function::Max,
                        "clamp" => Function::Clamp,
                        "cos" => Function::Cos,
                        _ => return None,
                    };
                    let mut numbers = vec![sum(tokens)?];
                    while tokens.take(',') {
                        numbers.push(sum(tokens)?);
                    }
                    tokens.take(')').then_some(Self::Function(function, numbers))
                }
            },
            Token::Sign(_) | Token::Color(_) => None,
        }
    }
}

fn within(tokens: &mut Tokens) -> Option<Number> {
    let number = sum(tokens)?;
    tokens.take(')').then_some(number)
}

fn sum(tokens: &mut Tokens) -> Option<Number> {
    let mut number = product(tokens)?;
    while let Some(sign) = ['+', '-'].into_iter().find(|sign| tokens.take(*sign)) {
        number = Number::Of(Box::new([number, product(tokens)?]), sign);
    }
    Some(number)
}

fn product(tokens: &mut Tokens) -> Option<Number> {
    let mut number = Number::read(tokens)?;
    while tokens.take('*') {
        number = Number::Of(Box::new([number, Number::read(tokens)?]), '*');
    }
    Some(number)
}
