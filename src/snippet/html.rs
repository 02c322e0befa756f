//! HTML as people paste it: every value escaped, long tags on several lines.

/// How long a line becomes before it is broken.
pub const WIDTH: usize = 100;

/// Writes a start tag; attributes that would make its line too long go on the next one.
pub fn open(name: &str, attributes: &[(&str, String)]) -> String {
    let mut lines = vec![format!("<{name}")];
    for (name, value) in attributes {
        let attribute = format!("{name}=\"{}\"", escape(value));
        match lines.last_mut() {
            // One more for what follows: a space, or the bracket that ends the tag.
            Some(line) if line.chars().count() + attribute.chars().count() + 2 <= WIDTH => {
                line.push(' ');
                line.push_str(&attribute);
            }
            _ => lines.push(format!("  {attribute}")),
        }
    }
    lines.join("\n") + ">\n"
}

/// Writes a link, or the text alone.
pub fn link(address: Option<&str>, text: &str) -> String {
    let text = escape(text);
    address.map_or_else(|| text.clone(), |address| format!("<a href=\"{}\">{text}</a>", escape(address)))
}

/// Escapes a text, for within quotes and outside of them.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // Line breaks of every kind would become one kind, and a line of the tag.
            '\t' | '\n' | '\r' => escaped.push_str(&format!("&#{};", character as u32)),
            other => escaped.push(other),
        }
    }
    escaped
}
