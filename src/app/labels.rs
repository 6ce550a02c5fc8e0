//! The labels that a hand can give: the page's own, and a person's.

use crate::annotation::{Attributes, LabelDefinition, Layer, Value};

/// A label to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The key that gives it, if any.
    pub key: Option<char>,
    /// Its layer.
    pub layer: Layer,
    /// As it stands in annotations: "PERSON".
    pub label: String,
    /// For people: "Person".
    pub name: String,
    /// Names its colour in style classes: "person".
    pub group: String,
    /// True for a person's own.
    pub own: bool,
}

/// The page's own labels: key, layer, label, name, group.
const BUILT_IN: [(char, Layer, &str, &str, &str); 8] = [
    ('1', Layer::Entity, "PERSON", "Person", "person"),
    ('2', Layer::Entity, "ORG", "Organisation", "org"),
    ('3', Layer::Entity, "LOC", "Place", "loc"),
    ('4', Layer::Entity, "DATE", "Date, time", "time"),
    ('5', Layer::Entity, "MISC", "Other", "misc"),
    ('6', Layer::Quote, "QUOTE", "Quotation", "quote"),
    ('7', Layer::Cue, "CUE", "Cue", "cue"),
    ('8', Layer::Artifact, "manual.damage", "Damage", "damage"),
];

/// The keys that a person's label may have: none of them does anything else.
pub const FREE_KEYS: &str = "90ioyz";

/// All labels: the page's own, then a person's by name.
pub fn tags<'a>(own: impl Iterator<Item = &'a LabelDefinition>) -> Vec<Tag> {
    let built_in = BUILT_IN.iter().map(|(key, layer, label, name, group)| Tag {
        key: Some(*key),
        layer: *layer,
        label: (*label).to_owned(),
        name: (*name).to_owned(),
        group: (*group).to_owned(),
        own: false,
    });
    let mut keys = String::new();
    let own = own.map(|l| {
        // One of an article may have the key of one of the library.
        let key = l.key.filter(|k| !keys.contains(*k));
        keys.extend(key);
        Tag { key, layer: l.layer, label: l.label.clone(), name: l.name.clone(), group: own_group(&l.label), own: true }
    });
    built_in.chain(own).collect()
}

/// Why `key` cannot be a label's beside `others`, with those that can; none where it can.
#[must_use]
pub fn key_taken(key: char, others: &[LabelDefinition]) -> Option<String> {
    let owner = |key: char| others.iter().find(|o| o.key == Some(key));
    let what = match owner(key) {
        Some(owner) => format!("is the key of “{}” already", owner.name),
        None if FREE_KEYS.contains(key) => return None,
        None => "does something else".to_owned(),
    };
    let free: String = FREE_KEYS.chars().filter(|k| owner(*k).is_none()).flat_map(|k| [' ', k.to_ascii_uppercase()]).collect();
    Some(format!("{} {what}. Free:{}.", key.to_uppercase(), if free.is_empty() { " none" } else { &free }))
}

impl Tag {
    /// What an annotation with this label has at first.
    #[must_use]
    pub fn attributes(&self) -> Attributes {
        let pairs: &[(&'static str, Value)] = match self.layer {
            Layer::Quote => &[("kind", "direct".into())],
            Layer::Artifact => &[("message", "Marked by hand".into()), ("severity", "medium".into()), ("fix", Value::Null), ("tier", "finding".into())],
            _ => &[],
        };
        pairs.iter().map(|(k, v)| ((*k).into(), v.clone())).collect()
    }
}

/// The label for a name that a person gave: "Ship's name" is "SHIP_S_NAME". None where nothing is left.
#[must_use]
pub fn label_for(name: &str) -> Option<String> {
    let words: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_uppercase).collect();
    (!words.is_empty()).then(|| words.join("_"))
}

/// What a label is called where nobody gave it a name: "SHIP_NAME" is "Ship name".
#[must_use]
pub fn name_for(label: &str) -> String {
    let words = label.replace('_', " ").to_lowercase();
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The group of a label that is not the page's: a name for style classes, letters and digits alone.
#[must_use]
pub fn own_group(label: &str) -> String {
    let mut group = String::from("own-");
    for c in label.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => group.push(c.to_ascii_lowercase()),
            c => group.push_str(&format!("-{:x}", u32::from(c))),
        }
    }
    group
}

/// The letter that stands for a label beside its colour.
#[must_use]
pub fn letter_for(label: &str) -> &'static str {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let at = label.bytes().next().map(|b| b.to_ascii_uppercase()).filter(u8::is_ascii_uppercase).map(|b| usize::from(b - b'A'));
    at.map_or("*", |at| &LETTERS[at..=at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_labels() {
        assert_eq!(label_for("  Ship's name "), Some("SHIP_S_NAME".into()));
        assert_eq!(label_for(" … "), None);
        assert_eq!(name_for("SHIP_NAME"), "Ship name");
        assert_eq!((letter_for("SHIP"), letter_for("船"), letter_for("")), ("S", "*", "*"));
    }

    #[test]
    fn groups_are_fit_for_style_classes_and_differ() {
        let groups = ["SHIP", "SHIP_1", "SHIP-1", "船 x"].map(own_group);
        assert_eq!(groups[0], "own-ship");
        assert!(groups.iter().all(|g| g.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
        assert_ne!(groups[1], groups[2]);
    }

    #[test]
    fn a_key_in_use_is_refused_with_the_free_ones() {
        let ship = LabelDefinition { label: "SHIP".into(), layer: Layer::Entity, name: "Ship".into(), key: Some('9'), colour: None };
        let others = std::slice::from_ref(&ship);
        assert_eq!(key_taken('9', others).as_deref(), Some("9 is the key of “Ship” already. Free: 0 I O Y Z."));
        assert_eq!(key_taken('a', others).as_deref(), Some("A does something else. Free: 0 I O Y Z."));
        assert_eq!(key_taken('o', others), None);
    }

    #[test]
    fn a_persons_labels_follow_the_pages() {
        let ship = LabelDefinition { label: "SHIP".into(), layer: Layer::Entity, name: "Ship".into(), key: Some('9'), colour: None };
        let tags = tags([&ship].into_iter());
        assert_eq!((tags.len(), tags[8].key, tags[8].group.as_str(), tags[8].own), (9, Some('9'), "own-ship", true));
        assert!(FREE_KEYS.chars().all(|k| tags[..8].iter().all(|t| t.key != Some(k))));
    }
}
