//! What a window shows, as a tree of elements.

use serde::Serialize;

use super::Act;

/// An element.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Node {
    /// Its name: "p", "button".
    pub tag: &'static str,
    /// Its attributes. `value` of a field is what stands in it, `checked` and `selected` are whether it is on.
    pub attributes: Vec<(&'static str, String)>,
    /// The event that is heard, and what it does.
    pub on: Option<(&'static str, Act)>,
    /// What is in it.
    pub kids: Vec<Kid>,
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Kid {
    /// Words.
    Text(String),
    /// An element.
    Node(Node),
}

impl From<Node> for Kid {
    fn from(node: Node) -> Self {
        Kid::Node(node)
    }
}

/// An element without anything.
pub fn el(tag: &'static str) -> Node {
    Node { tag, attributes: Vec::new(), on: None, kids: Vec::new() }
}

impl Node {
    /// With an attribute; in place of what it was.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.retain(|(known, _)| *known != name);
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute that is there or not.
    #[must_use]
    pub fn when(self, name: &'static str, on: bool) -> Self {
        if on { self.with(name, "") } else { self }
    }

    /// With a class.
    #[must_use]
    pub fn class(self, name: &str) -> Self {
        self.with("class", name)
    }

    /// With words in it.
    #[must_use]
    pub fn text(mut self, words: impl Into<String>) -> Self {
        self.kids.push(Kid::Text(words.into()));
        self
    }

    /// With an element in it.
    #[must_use]
    pub fn kid(mut self, node: Node) -> Self {
        self.kids.push(Kid::Node(node));
        self
    }

    /// With several.
    #[must_use]
    pub fn kids(mut self, nodes: impl IntoIterator<Item = Node>) -> Self {
        self.kids.extend(nodes.into_iter().map(Kid::Node));
        self
    }

    /// That does something.
    #[must_use]
    pub fn on(mut self, event: &'static str, act: Act) -> Self {
        self.on = Some((event, act));
        self
    }

    /// All words in it.
    #[must_use]
    pub fn words(&self) -> String {
        self.kids
            .iter()
            .map(|k| {
                if let Kid::Node(n) = k {
                    n.words()
                } else if let Kid::Text(t) = k {
                    t.clone()
                } else {
                    String::new()
                }
            })
            .collect()
    }

    /// The element itself and all in it.
    pub fn all(&self) -> Vec<&Node> {
        let mut all = vec![self];
        for kid in &self.kids {
            if let Kid::Node(node) = kid {
                all.extend(node.all());
            }
        }
        all
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }
}

/// A button.
pub fn button(words: &str, act: Act) -> Node {
    el("button").with("type", "button").class("btn").text(words).on("click", act)
}
