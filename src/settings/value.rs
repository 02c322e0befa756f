//! The values that single settings may take.

#[cfg(feature = "command")]
pub mod patterns;

pub use super::address::{https, https_or_mailto};
use super::form::{Limits, Text, limits};
use crate::questionnaire::Given;
use crate::questionnaire::decimal::read_decimal;

/// Declares kinds of texts: what one must be, how it is read, and what editors know of it.
macro_rules! texts {
    ($($name:ident $takes:expr, $read:ident;)*) => {$(
        #[allow(missing_docs, reason = "each says what it takes")]
        pub const $name: Text = Text {
            takes: $takes,
            read: $read,
            #[cfg(feature = "command")]
            schema: patterns::$read,
        };
    )*};
}

texts! {
    NAME LENGTH.said, name;
    HTTPS "a full https:// address", https;
    HTTPS_OR_MAILTO "a full https:// or mailto: address", https_or_mailto;
    PHONE DIGITS.said, phone;
    COLOR "a CSS color, such as teal", color;
}

/// Where a hosted frame is; the element itself reads it.
#[cfg(feature = "snippet")]
pub const FRAME: Text = Text {
    takes: "the address of a hosted frame.html",
    read: |value| value.as_str().map(str::to_owned),
    #[cfg(feature = "command")]
    schema: || serde_json::json!({"type": "string"}),
};

/// How long a name may be.
pub const LENGTH: Limits<usize> = limits!(1 to 80, "characters");
/// How long a phone number may be.
pub const DIGITS: Limits<usize> = limits!(5 to 20, "digits");

/// A name without spaces around it, if it is neither empty nor too long.
pub fn name(value: &Given) -> Option<String> {
    let name = value.as_str()?.trim();
    LENGTH.contains(&name.chars().count()).then(|| name.to_owned())
}

/// A language, without its region: `es` of `es-MX`.
pub fn language(value: &Given) -> Option<String> {
    let tag = value.as_str()?.trim();
    let language = tag.split('-').next()?;
    let plain =
        tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    let fits = (2..=3).contains(&language.len()) && language.chars().all(|c| c.is_ascii_alphabetic());
    (plain && fits).then(|| language.to_ascii_lowercase())
}

/// As many digits as [`DIGITS`] says; spaces, dots, hyphens, brackets and one leading plus may stand between.
pub fn phone(value: &Given) -> Option<String> {
    let phone = value.as_str()?.trim();
    let rest = phone.strip_prefix('+').unwrap_or(phone);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let fits = rest.chars().all(|c| c.is_ascii_digit() || " .-()[]".contains(c));
    (fits && DIGITS.contains(&digits)).then(|| phone.to_owned())
}

/// A CSS colour: hexadecimal, a name, or a colour function with numbers in it.
pub fn color(value: &Given) -> Option<String> {
    let color = value.as_str()?.trim();
    let hexadecimal =
        |digits: &str| matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit());
    let name = |name: &str| NAMES.split(' ').any(|known| known.eq_ignore_ascii_case(name));
    let fits = match color.strip_prefix('#') {
        Some(digits) => hexadecimal(digits),
        None => name(color) || function(color).is_some(),
    };
    fits.then(|| color.to_owned())
}

/// Colour functions of three parts, and which of these is an angle.
const FUNCTIONS: [(&str, Option<usize>); 9] = [
    ("rgb", None),
    ("rgba", None),
    ("hsl", Some(0)),
    ("hsla", Some(0)),
    ("hwb", Some(0)),
    ("lab", None),
    ("lch", Some(2)),
    ("oklab", None),
    ("oklch", Some(2)),
];
/// How many of them, from the first one on, may be written with commas.
const WITH_COMMAS: usize = 4;

/// `rgb(…)` and its like, as strict as browsers: what they do not take would leave the widget without a colour.
fn function(color: &str) -> Option<()> {
    let (name, arguments) = color.strip_suffix(')')?.split_once('(')?;
    let place = FUNCTIONS.iter().position(|(known, _)| known.eq_ignore_ascii_case(name))?;
    let commas = arguments.contains(',');
    let parts: Vec<_> = if commas {
        arguments.split(',').map(str::trim_ascii).collect()
    } else {
        let (three, opacity) = arguments.split_once('/').map_or((arguments, None), |(three, one)| (three, Some(one)));
        let three: Vec<_> = three.split_ascii_whitespace().collect();
        if three.len() != 3 {
            return None;
        }
        three.into_iter().chain(opacity.map(str::trim_ascii)).collect()
    };
    let units: Vec<_> = parts.iter().map(|part| unit(part)).collect::<Option<_>>()?;
    let angle = FUNCTIONS[place].1;
    let fits = |(at, unit): (usize, &&str)| match *unit {
        "none" => !commas,
        "%" => Some(at) != angle,
        // With commas, saturation and lightness are shares, and red, green and blue of one kind.
        "" => at == 3 || Some(at) == angle || angle.is_none() || !commas,
        _ => Some(at) == angle,
    };
    let of_one_kind = !commas || angle.is_some() || units[..3.min(units.len())].windows(2).all(|two| two[0] == two[1]);
    let known = !commas || place < WITH_COMMAS;
    (known && of_one_kind && matches!(parts.len(), 3 | 4) && units.iter().enumerate().all(fits)).then_some(())
}

/// The unit of a number: nothing, a share, an angle; or the word for no number.
fn unit(part: &str) -> Option<&str> {
    if part == "none" {
        return Some(part);
    }
    let (digits, unit) = part.split_at(part.find(|c: char| c == '%' || c.is_ascii_alphabetic()).unwrap_or(part.len()));
    let whole = digits.trim_start_matches(['+', '-']).split('.').next()?;
    let fits = whole.len() <= 6 && !digits.ends_with('.') && matches!(unit, "" | "%" | "deg" | "rad" | "turn");
    read_decimal(digits).filter(|_| fits).map(|_| unit)
}

/// The colour names of CSS Color 4.
pub const NAMES: &str = "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown \
    burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod \
    darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen \
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue \
    firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew \
    hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan \
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray \
    lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid \
    mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream \
    mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen \
    paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue \
    saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen \
    steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen";

#[cfg(test)]
mod tests {
    use super::*;

    type Parse = fn(&Given) -> Option<String>;

    #[test]
    fn phones_and_colours_are_told_from_what_looks_like_them() {
        let table: [(Parse, &[&str], &[&str]); 2] = [
            (
                phone,
                &["+1 555 010 9999", "(206) 555-0142", "12345"],
                &["1234", "555-CALL-NOW", "+1+2 34567", "123456789012345678901"],
            ),
            (
                color,
                &[
                    "#2b6357",
                    "#abc",
                    "rebeccapurple",
                    "Teal",
                    "rgb(0 0 0 / 50%)",
                    "oklch(0.43 0.1 180)",
                    "hsl(120deg, 50%, 20%)",
                    "rgba(1, 2, 3, 50%)",
                    "rgb(10%,20%,30%,.5)",
                    "RGB( 10% 2 none/none )",
                    "hsl(.5turn 10 20%)",
                    "lch(-5% +200 1.5rad)",
                ],
                &[
                    "#12",
                    "#ggg",
                    "tealish",
                    "url(x)",
                    "red;}body{}",
                    "rgb(1,2)",
                    "var(--x)",
                    "",
                    "rgb(1 2 3 4)",
                    "rgb(1 2, 3)",
                    "rgb(1, 2, 3 / 4)",
                    "rgb(1, 2%, 3)",
                    "rgb(1, none, 3)",
                    "rgb(1, 2, 3, none)",
                    "rgb(1deg 2 3)",
                    "rgb(1. 2 3)",
                    "rgb(1 2 3 /)",
                    "rgb(1,, 2, 3)",
                    "rgb(1 2 3)x",
                    "hsl(120, 50, 20)",
                    "hsl(120% 50% 20%)",
                    "hsl(120 50deg 20%)",
                    "lab(1, 2, 3)",
                    "oklch(0.5 0.1 20%)",
                    "oklch(0.5 0.1 1234567)",
                ],
            ),
        ];
        for (parse, good, bad) in table {
            for text in good {
                assert!(parse(&Given::Text((*text).to_owned())).is_some(), "{text} is good");
            }
            for text in bad {
                assert!(parse(&Given::Text((*text).to_owned())).is_none(), "{text} is bad");
            }
        }
    }
}
