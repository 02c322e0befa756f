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
const NAMES: &str = "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown \
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
