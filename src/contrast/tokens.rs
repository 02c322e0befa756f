//! The pieces of a value in CSS, as far as the style sheet's colours need them.

/// A piece.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A number with its unit, if it has one.
    Number(f64, String),
    /// A word.
    Word(String),
    /// The name of a function, and its bracket.
    Function(String),
    /// A colour in hexadecimal.
    Color(String),
    /// A bracket, a comma, or what is done with two numbers.
    Sign(char),
}

/// Pieces that are read one after the other.
#[derive(Debug)]
pub struct Tokens {
    tokens: Vec<Token>,
    next: usize,
}

impl Tokens {
    /// Takes a value apart; none if there is something in it that no colour of the style sheet has.
    pub fn of(value: &str) -> Option<Self> {
        let mut tokens = Vec::new();
        let mut rest = value.trim_start();
        while let Some(first) = rest.chars().next() {
            let named = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '#';
            let number = |c: char| c.is_ascii_digit() || c == '.';
            let signed = first == '-' && rest[1..].starts_with(number);
            let token;
            (token, rest) = if number(first) || signed {
                let end = rest[1..].find(|c| !number(c)).map_or(rest.len(), |end| end + 1);
                let (digits, behind) = rest.split_at(end);
                let end = behind.find(|c: char| !c.is_ascii_alphabetic() && c != '%').unwrap_or(behind.len());
                let (unit, behind) = behind.split_at(end);
                (Token::Number(digits.parse().ok()?, unit.to_owned()), behind)
            } else if named(first) && !rest.starts_with("- ") {
                let end = rest.find(|c| !named(c)).unwrap_or(rest.len());
                let (name, behind) = rest.split_at(end);
                match behind.strip_prefix('(') {
                    Some(behind) => (Token::Function(name.to_owned()), behind),
                    None if first == '#' => (Token::Color(name.to_owned()), behind),
                    None => (Token::Word(name.to_owned()), behind),
                }
            } else {
                "(),+-*/".find(first)?;
                (Token::Sign(first), &rest[1..])
            };
            tokens.push(token);
            rest = rest.trim_start();
        }
        Some(Self { tokens, next: 0 })
    }

    /// The next piece.
    pub fn next(&mut self) -> Option<&Token> {
        self.next += 1;
        self.tokens.get(self.next - 1)
    }

    /// Goes on if this sign is next.
    pub fn take(&mut self, sign: char) -> bool {
        let there = self.tokens.get(self.next) == Some(&Token::Sign(sign));
        self.next += usize::from(there);
        there
    }

    /// Goes on if this word is next.
    pub fn take_word(&mut self, word: &str) -> bool {
        let there = matches!(self.tokens.get(self.next), Some(Token::Word(next)) if next == word);
        self.next += usize::from(there);
        there
    }

    /// Tells whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.next >= self.tokens.len()
    }
}
