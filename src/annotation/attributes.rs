//! What is known of an annotation beside its place, by name and by type.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::Value;
use crate::text::Span;

/// The name of an attribute: most are fixed, and take no memory of their own.
pub type Name = Cow<'static, str>;

/// The attributes of an annotation, as the design lists them for each layer. In files and messages they are one object; the
/// quoted parts of a quotation stand in it under `quoted`, as pairs of places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes {
    /// In order of the names: a handful, of which a long text has hundreds of thousands.
    values: Vec<(Name, Value)>,
    quoted: Vec<Span>,
}

/// The names of those that Galley itself reads.
pub mod names {
    /// The id that the mentions of one entity share: "E1".
    pub const ENTITY: &str = "entity";
    /// The canonical name of an entity.
    pub const NAME: &str = "name";
    /// The canonical name of a speaker.
    pub const RESOLVED: &str = "resolved";
    /// The id that the pieces of one utterance share: "g1".
    pub const GROUP: &str = "group";
    /// Of a quotation: direct, indirect, mixed, scare, title.
    pub const KIND: &str = "kind";
    /// Who said a quotation, as a person wrote it.
    pub const SPEAKER: &str = "speaker";
    /// The parts of a mixed quotation that stand in marks.
    pub const QUOTED: &str = "quoted";
    /// A person's note.
    pub const NOTE: &str = "note";
    /// What the repair of a finding puts in the place of all of it.
    pub const FIX: &str = "fix";
}

impl Attributes {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.values.binary_search_by(|(n, _)| n.as_ref().cmp(name))
    }

    /// The value of `name`; the quoted parts are not among the values.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.place(name).ok().map(|at| &self.values[at].1)
    }

    /// The value of `name`, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.place(name).ok().map(|at| &mut self.values[at].1)
    }

    /// The value of `name` where it is text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    /// True where there is a value of `name`, were it nothing.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Gives `name` a value, and gives back the one it had. A list of places under `quoted` is the quoted parts.
    pub fn insert(&mut self, name: Name, value: Value) -> Option<Value> {
        if name == names::QUOTED
            && let Some(quoted) = spans(&value)
        {
            self.quoted = quoted;
            return None;
        }
        match self.place(&name) {
            Ok(at) => Some(std::mem::replace(&mut self.values[at].1, value)),
            Err(at) => {
                self.values.insert(at, (name, value));
                None
            }
        }
    }

    /// Gives `name` a value.
    pub fn set(&mut self, name: &'static str, value: impl Into<Value>) {
        self.insert(Name::Borrowed(name), value.into());
    }

    /// Takes the value of `name` away.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.place(name).ok().map(|at| self.values.remove(at).1)
    }

    /// Leaves those alone that `keep` wants; the quoted parts where it wants nothing of their name.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        if !self.quoted.is_empty() && !keep(names::QUOTED, &mut Value::Null) {
            self.quoted.clear();
        }
        self.values.retain_mut(|(name, value)| keep(name, value));
    }

    /// Names and values, in order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// The values, to change them.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.values.iter_mut().map(|(_, value)| value)
    }

    /// The names of the values, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(name, _)| name.as_ref())
    }

    /// True where nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.quoted.is_empty()
    }

    /// The id of the entity that the annotation mentions.
    #[must_use]
    pub fn entity(&self) -> Option<&str> {
        self.text(names::ENTITY)
    }

    /// Who said it, as a person wrote it; an empty option inside where the person says that nobody knows.
    #[must_use]
    pub fn speaker(&self) -> Option<Option<&str>> {
        self.get(names::SPEAKER).map(Value::as_str)
    }

    /// A person's note.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.text(names::NOTE)
    }

    /// What the repair of a finding puts in the place of all of it.
    #[must_use]
    pub fn fix(&self) -> Option<&str> {
        self.text(names::FIX)
    }

    /// The parts of a mixed quotation that stand in marks, in bytes of the text; in order.
    #[must_use]
    pub fn quoted(&self) -> &[Span] {
        &self.quoted
    }

    /// The same, to move them.
    pub fn quoted_mut(&mut self) -> &mut Vec<Span> {
        &mut self.quoted
    }
}

impl<const N: usize> From<[(Name, Value); N]> for Attributes {
    fn from(values: [(Name, Value); N]) -> Self {
        values.into_iter().collect()
    }
}

impl FromIterator<(Name, Value)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (Name, Value)>>(values: I) -> Self {
        let mut attributes = Self::new();
        attributes.extend(values);
        attributes
    }
}

impl Extend<(Name, Value)> for Attributes {
    fn extend<I: IntoIterator<Item = (Name, Value)>>(&mut self, values: I) {
        for (name, value) in values {
            self.insert(name, value);
        }
    }
}

impl IntoIterator for Attributes {
    type Item = (Name, Value);
    type IntoIter = std::vec::IntoIter<(Name, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}

impl Serialize for Attributes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quoted = !self.quoted.is_empty();
        let mut map = serializer.serialize_map(Some(self.values.len() + usize::from(quoted)))?;
        // Numbers like any other attribute's.
        let mut places = quoted.then(|| self.quoted.iter().map(|s| (s.start() as f64, s.end() as f64)).collect::<Vec<_>>());
        // In order of the names, all of them.
        for (name, value) in self.iter().filter(|(name, _)| !quoted || *name != names::QUOTED) {
            if name > names::QUOTED
                && let Some(places) = places.take()
            {
                map.serialize_entry(names::QUOTED, &places)?;
            }
            map.serialize_entry(name, value)?;
        }
        if let Some(places) = places {
            map.serialize_entry(names::QUOTED, &places)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Attributes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Attributes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of attributes")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Attributes, A::Error> {
                let mut attributes = Attributes::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    attributes.insert(name.into(), value);
                }
                Ok(attributes)
            }
        }

        deserializer.deserialize_map(Object)
    }
}

/// The spans that `value` lists as pairs of whole numbers; none where it is anything else.
fn spans(value: &Value) -> Option<Vec<Span>> {
    let place = |value: &Value| match value {
        Value::Number(n) if n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n) => Some(*n as usize),
        _ => None,
    };
    let span = |pair: &Value| match pair {
        Value::List(ends) => match ends.as_slice() {
            [start, end] => place(start).zip(place(end)).filter(|(start, end)| start <= end).map(|(start, end)| Span::new(start, end)),
            _ => None,
        },
        _ => None,
    };
    match value {
        Value::List(pairs) => pairs.iter().map(span).collect(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_parts_stand_among_the_names() {
        let mut attributes = Attributes::from([("reason".into(), "said".into()), ("kind".into(), "mixed".into())]);
        attributes.quoted_mut().extend([Span::new(1, 4), Span::new(9, 12)]);
        let written = serde_json::to_string(&attributes).unwrap();
        assert_eq!(written, r#"{"kind":"mixed","quoted":[[1.0,4.0],[9.0,12.0]],"reason":"said"}"#);
        assert_eq!(serde_json::from_str::<Attributes>(&written).unwrap(), attributes);
        let whole = r#"{"kind":"mixed","quoted":[[1,4],[9,12]],"reason":"said"}"#;
        assert_eq!(serde_json::from_str::<Attributes>(whole).unwrap(), attributes);
    }

    #[test]
    fn what_is_no_list_of_places_is_a_value_like_any_other() {
        for odd in [r#"{"quoted":"yes"}"#, r#"{"quoted":[[4.0,1.0]]}"#, r#"{"quoted":[[0.5,1.0]]}"#, r#"{"quoted":[1.0]}"#, r#"{"quoted":[[-1.0,2.0]]}"#] {
            let attributes: Attributes = serde_json::from_str(odd).unwrap();
            assert!(attributes.quoted().is_empty() && attributes.contains_key("quoted"), "{odd}");
            assert_eq!(serde_json::to_string(&attributes).unwrap(), odd);
        }
    }
}
