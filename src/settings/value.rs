//! The values that single settings may take.

use super::Given;
use crate::questionnaire::shown::read_decimal;

/// Tells whether the text has 1 to 80 characters after trimming, and gives it trimmed.
pub fn name(value: &Given) -> Option<String> {
    let name = value.as_str()?.trim();
    (1..=80).contains(&name.chars().count()).then(|| name.to_owned())
}

/// An absolute https address without user name or password, at most 2,000 characters.
pub fn https(value: &Given) -> Option<String> {
    let url = value.as_str()?;
    let rest = url.strip_prefix("https://")?;
    let plain =
        url.len() <= 2000 && !url.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok());
    let host_fits = host.split('.').all(|label| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || !c.is_ascii())
    });
    (plain && port_fits && host_fits && !authority.contains('@')).then(|| url.to_owned())
}

/// An https address, or a mailto one.
pub fn https_or_mailto(value: &Given) -> Option<String> {
    let url = value.as_str()?;
    let Some(address) = url.strip_prefix("mailto:") else { return https(value) };
    let address = address.split('?').next()?;
    let (user, host) = address.split_once('@')?;
    let plain =
        url.len() <= 2000 && !url.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
    (plain && !user.is_empty() && !host.is_empty() && !host.contains('@')).then(|| url.to_owned())
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

/// 5 to 20 digits; spaces, dots, hyphens, brackets and one leading plus may stand between.
pub fn phone(value: &Given) -> Option<String> {
    let phone = value.as_str()?.trim();
    let rest = phone.strip_prefix('+').unwrap_or(phone);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let fits = rest.chars().all(|c| c.is_ascii_digit() || " .-()[]".contains(c));
    (fits && (5..=20).contains(&digits)).then(|| phone.to_owned())
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

/// `rgb(…)` and its like: three parts, and perhaps an opacity.
fn function(color: &str) -> Option<()> {
    let (name, arguments) = color.strip_suffix(')')?.split_once('(')?;
    let known = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"];
    let parts: Vec<_> = arguments.split([' ', ',', '/']).filter(|part| !part.is_empty()).collect();
    let number = |part: &&str| {
        let digits = ["%", "deg", "rad", "turn"].iter().find_map(|unit| part.strip_suffix(unit)).unwrap_or(part);
        *part == "none" || read_decimal(digits).is_some()
    };
    let fits = known.iter().any(|known| known.eq_ignore_ascii_case(name))
        && matches!(parts.len(), 3 | 4)
        && parts.iter().all(number);
    fits.then_some(())
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

/// What fits, as regular expressions: the same as the functions above, for the schema of settings.
#[cfg(feature = "command")]
pub mod patterns {
    use super::NAMES;

    /// What [`name`](super::name) takes.
    pub const NAME: &str = r"^\s*\S([\s\S]{0,78}\S)?\s*$";
    /// What [`phone`](super::phone) takes.
    pub const PHONE: &str = r"^\s*\+?([ .()\[\]-]*[0-9]){5,20}[ .()\[\]-]*\s*$";
    /// Characters that may not stand in an address, within brackets.
    const ODD: &str = r#"\s\x00-\x1f\x7f-\x9f<>"\\^`{|}"#;
    /// A number with a unit, as colour functions take it.
    const PART: &str = r"(none|[+-]?([0-9]+(\.[0-9]{0,9})?|\.[0-9]{1,9})(%|deg|rad|turn)?)";

    /// What [`language`](super::language) takes, of these languages; of any where nobody brought words.
    pub fn language(languages: &[String]) -> String {
        let known: Vec<_> = languages.iter().map(|language| either_case(language)).collect();
        let known = if known.is_empty() { "[A-Za-z]{2,3}".to_owned() } else { known.join("|") };
        format!(r"^\s*({known})(-[A-Za-z0-9]{{1,8}})*\s*$")
    }

    /// What [`https`](super::https) takes.
    pub fn https() -> String {
        let label = r"([A-Za-z0-9-]|[^\x00-\x9f\s])+";
        format!(r"^https://{label}(\.{label})*(:[0-9]{{1,5}})?([/?#][^{ODD}]*)?$")
    }

    /// What [`https_or_mailto`](super::https_or_mailto) takes.
    pub fn https_or_mailto() -> String {
        format!(r"({})|(^mailto:[^@?{ODD}]+@[^@?{ODD}]+(\?[^{ODD}]*)?$)", https())
    }

    /// What [`color`](super::color) takes.
    pub fn color() -> String {
        let hexadecimal = "#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})";
        let names: Vec<_> = NAMES.split(' ').map(either_case).collect();
        let functions = ["rgba?", "hsla?", "hwb", "(ok)?lab", "(ok)?lch"].map(either_case).join("|");
        let function = format!(r"({functions})\([ ,/]*{PART}([ ,/]+{PART}){{2,3}}[ ,/]*\)");
        format!(r"^\s*({hexadecimal}|{}|{function})\s*$", names.join("|"))
    }

    /// Lets each letter be small or large: a schema knows no flag for that.
    fn either_case(name: &str) -> String {
        let letter = |c: char| match c {
            'a'..='z' => format!("[{}{c}]", c.to_ascii_uppercase()),
            other => other.to_string(),
        };
        name.chars().map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parse = fn(&Given) -> Option<String>;

    #[test]
    fn addresses_phones_and_colours_are_told_from_what_looks_like_them() {
        let table: [(Parse, &[&str], &[&str]); 4] = [
            (
                https,
                &[
                    "https://harbor.example",
                    "https://harbor.example/book?a=b#c",
                    "https://harbor.example:8443/",
                    "https://münchen.example/",
                ],
                &[
                    "http://harbor.example",
                    "harbor.example",
                    "https://",
                    "https:///x",
                    "https://u:p@harbor.example",
                    "https://a b.example",
                    "javascript:alert(1)",
                    "https://x.example/\"onload",
                    " https://x.example",
                ],
            ),
            (
                https_or_mailto,
                &["https://x.example", "mailto:hello@x.example"],
                &["mailto:", "mailto:hello", "tel:1", "mailto:a@b c"],
            ),
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
                ],
                &["#12", "#ggg", "tealish", "url(x)", "red;}body{}", "rgb(1,2)", "var(--x)", ""],
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
