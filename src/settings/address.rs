//! Addresses that every browser can follow.
//!
//! Stricter than a browser's own reader, and never milder: what that one refuses would be a link that does nothing.
//! `tests/values/addresses.json` holds this and every other reader of ours to the same list.

use crate::questionnaire::Given;

/// How long an address may be.
pub const LONGEST: usize = 2000;

/// The letters beyond ASCII that a host may be written with: those of which every browser makes a name.
pub const LETTERS: [(char, char); 7] = [
    ('\u{c0}', '\u{17f}'),
    ('\u{3ac}', '\u{3ce}'),
    ('\u{400}', '\u{45f}'),
    ('\u{3041}', '\u{3096}'),
    ('\u{30a1}', '\u{30fe}'),
    ('\u{4e00}', '\u{9fa5}'),
    ('\u{ac00}', '\u{d7a3}'),
];

/// An absolute https address without user name or password, as long as [`LONGEST`] allows.
pub fn https(value: &Given) -> Option<String> {
    let url = value.as_str()?;
    let rest = url.strip_prefix("https://").filter(|_| is_plain(url))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let digits = |port: &str| port.len() <= 5 && port.bytes().all(|digit| digit.is_ascii_digit());
    let port_fits = port.is_none_or(|port| digits(port) && port.parse::<u16>().is_ok());
    (port_fits && is_host(host)).then(|| url.to_owned())
}

/// An https address, or a mailto one.
pub fn https_or_mailto(value: &Given) -> Option<String> {
    let url = value.as_str()?;
    let Some(address) = url.strip_prefix("mailto:") else { return https(value) };
    let address = address.split('?').next()?;
    let (user, host) = address.split_once('@')?;
    (is_plain(url) && !user.is_empty() && !host.is_empty() && !host.contains('@')).then(|| url.to_owned())
}

fn is_plain(url: &str) -> bool {
    url.chars().count() <= LONGEST
        && !url.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c))
}

/// A name, or an address of four numbers: a browser takes any host for one whose last label is a number.
fn is_host(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    let hexadecimal = last.strip_prefix("0x").or(last.strip_prefix("0X"));
    let number = last.bytes().all(|c| c.is_ascii_digit())
        || hexadecimal.is_some_and(|digits| digits.bytes().all(|c| c.is_ascii_hexdigit()));
    if number {
        let byte = |part: &str| part.len() == 1 || !part.starts_with('0');
        return host.split('.').count() == 4 && host.split('.').all(|part| byte(part) && part.parse::<u8>().is_ok());
    }
    host.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || is_letter(c);
    let encoded = label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    (1..64).contains(&label.chars().count()) && label.chars().all(fits) && (!encoded || says_a_name(&label[4..]))
}

fn is_letter(c: char) -> bool {
    LETTERS.iter().any(|(from, to)| (*from..=*to).contains(&c))
}

/// Tells whether an encoded label is a name with letters beyond ASCII, as RFC 3492 decodes it.
fn says_a_name(encoded: &str) -> bool {
    let encoded = encoded.to_ascii_lowercase();
    let (before, deltas) = encoded.rsplit_once('-').unwrap_or(("", &encoded));
    let (mut code, mut at, mut bias) = (128_u32, 0_u32, 72);
    let mut length = before.len() as u32;
    let mut digits = deltas.bytes().peekable();
    // With nothing before it, a hyphen is no sign of an end.
    if !encoded.is_ascii() || deltas.is_empty() || encoded.starts_with('-') && before.is_empty() {
        return false;
    }
    while digits.peek().is_some() {
        let (mut delta, mut weight, mut k) = (0_u32, 1_u32, 36_u32);
        loop {
            let digit = match digits.next() {
                Some(letter @ b'a'..=b'z') => u32::from(letter - b'a'),
                Some(digit @ b'0'..=b'9') => u32::from(digit - b'0') + 26,
                _ => return false,
            };
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            let Some(more) = digit.checked_mul(weight).and_then(|more| delta.checked_add(more)) else { return false };
            delta = more;
            if digit < threshold {
                break;
            }
            let Some(next) = weight.checked_mul(36 - threshold) else { return false };
            (weight, k) = (next, k + 36);
        }
        length += 1;
        bias = adapted(delta, length, at == 0);
        let Some(place) = delta.checked_add(at) else { return false };
        // Each letter is the one before, or a later one.
        let next = code.checked_add(place / length).filter(|code| char::from_u32(*code).is_some_and(is_small));
        let Some(next) = next else { return false };
        (code, at) = (next, place % length + 1);
    }
    true
}

/// The next bias of RFC 3492.
fn adapted(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

/// A letter that stays as it is when a browser reads it: of those that have capitals, the small one.
fn is_small(c: char) -> bool {
    let code = u32::from(c);
    let even = code.is_multiple_of(2);
    is_letter(c)
        && match code {
            0x100..=0x137 => !even && code != 0x133,
            0x139..=0x148 => even && code != 0x140,
            0x149 | 0x178 | 0x17f => false,
            0x14a..=0x177 => !even,
            0x179..=0x17e => even,
            _ => !(0xc0..0xdf).contains(&code) && !(0x400..0x430).contains(&code),
        }
}
