//! Just enough HTML to read what the components write: tags, attributes, text.

use std::collections::BTreeMap;

/// An element with what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    pub tag: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
}

/// A part of an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Node {
    fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

/// Elements that never have content.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl Element {
    /// Reads markup with one element around everything.
    pub fn read(html: &str) -> Self {
        let mut open = vec![Self { tag: "root".into(), attributes: BTreeMap::new(), children: Vec::new() }];
        let mut rest = html;
        while let Some((text, tail)) = rest.split_once('<') {
            let (tag, behind) = split_tag(tail);
            rest = behind;
            let parent = open.last_mut().expect("every closing tag was opened");
            if !text.trim().is_empty() {
                parent.children.push(Node::Text(unescape(text)));
            }
            if tag.starts_with('!') {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop().expect("every closing tag was opened");
                assert_eq!(closed.tag, name, "tags are nested");
                open.last_mut().expect("the root stays open").children.push(Node::Element(closed));
                continue;
            }
            let element = Self::of_tag(tag.trim_end_matches('/'));
            if tag.ends_with('/') || VOID.contains(&element.tag.as_str()) {
                parent.children.push(Node::Element(element));
            } else {
                open.push(element);
            }
        }
        let root = open.pop().filter(|_| open.is_empty()).expect("every tag is closed");
        let one =
            root.children.into_iter().find_map(|node| if let Node::Element(one) = node { Some(one) } else { None });
        one.expect("there is an element")
    }

    fn of_tag(text: &str) -> Self {
        let (tag, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let mut attributes = BTreeMap::new();
        let mut rest = rest.trim_start();
        while !rest.is_empty() {
            let (name, behind) = rest.split_at(rest.find([' ', '=']).unwrap_or(rest.len()));
            let quoted =
                behind.strip_prefix("=\"").map(|behind| behind.split_once('"').expect("every quote is closed"));
            let (value, behind) = quoted.unwrap_or(("", behind));
            attributes.insert(name.to_owned(), unescape(value));
            rest = behind.trim_start();
        }
        Self { tag: tag.to_owned(), attributes, children: Vec::new() }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The element itself and everything below it, in order.
    pub fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.entries().into_iter().flat_map(Self::all)).collect()
    }

    /// What is directly in it.
    pub fn entries(&self) -> Vec<&Self> {
        self.children.iter().filter_map(Node::element).collect()
    }

    /// Those of a tag.
    pub fn tags(&self, tag: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.tag == tag).collect()
    }

    /// Every value of an attribute.
    pub fn values(&self, attribute: &str) -> Vec<&str> {
        self.all().into_iter().filter_map(|element| element.attribute(attribute)).collect()
    }

    /// What is read.
    pub fn text(&self) -> String {
        let part = |node: &Node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(part).collect()
    }

    /// One tag or text per line, so that a changed word is a changed line.
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        self.write(0, &mut lines);
        lines
    }

    fn write(&self, depth: usize, lines: &mut String) {
        let indent = "  ".repeat(depth);
        let attribute = |(name, value): (&String, &String)| match value.as_str() {
            "" => format!(" {name}"),
            value => format!(" {name}={value:?}"),
        };
        let attributes: String = self.attributes.iter().map(attribute).collect();
        lines.push_str(&format!("{indent}<{}{attributes}>\n", self.tag));
        for node in &self.children {
            match node {
                Node::Element(element) => element.write(depth + 1, lines),
                Node::Text(text) => lines.push_str(&format!("{indent}  {}\n", text.trim())),
            }
        }
    }
}

/// Splits behind the `>` that ends a tag; one inside quotes does not.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    });
    let end = end.expect("every tag is closed");
    (&text[..end], &text[end + 1..])
}

fn unescape(text: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}
