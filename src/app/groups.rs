//! The groups that annotations are shown, counted and switched by.

use std::borrow::Cow;
use std::sync::Arc;

use super::finding::is_structure;
use super::labels::{letter_for, name_for, own_group};
use crate::annotation::{Annotation, LabelDefinition, Layer, Status};
use crate::artifacts::{Category, Family};

/// One group of annotations of one layer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// Names the group in style classes and settings: "person", "direct", "space".
    pub key: Cow<'static, str>,
    /// For people: "Person", "Direct", "Spacing".
    pub name: Cow<'static, str>,
    /// The letter that stands for it beside colour: "P".
    pub letter: &'static str,
}

/// The heading under which the layers panel lists a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// People, places, times.
    Entities,
    /// Quotations by kind, and cues.
    Quotations,
    /// Findings by family.
    Damage,
    /// Headline, byline and the like: no damage.
    Structure,
}

impl Heading {
    /// All, in the order of the panel.
    pub const ALL: [Heading; 4] = [Heading::Entities, Heading::Quotations, Heading::Damage, Heading::Structure];

    /// For people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Heading::Entities => "Entities",
            Heading::Quotations => "Quotations",
            Heading::Damage => "Damage",
            Heading::Structure => "Structure",
        }
    }
}

/// Label, key, name and letter of the entity groups, in the order of the panel.
const ENTITIES: &[(&[&str], &str, &str, &str)] = &[
    (&["PERSON"], "person", "Person", "P"),
    (&["ORG"], "org", "Organisation", "O"),
    (&["LOC"], "loc", "Place", "L"),
    (&["DATE", "TIME"], "time", "Date, time", "T"),
    (&["NORP"], "norp", "Nationality, group", "N"),
    (&["MONEY", "PERCENT"], "amount", "Amount", "#"),
    (&["MISC"], "misc", "Work, event, other", "X"),
];

/// Kind, name and letter of the quotation groups, in the order of the panel.
const QUOTES: &[(&str, &str, &str)] =
    &[("direct", "Direct", "“"), ("mixed", "Mixed", "“"), ("indirect", "Indirect", "‹"), ("scare", "Scare", "‘"), ("title", "Title", "‘")];

/// Family and proof-reader's mark of the damage groups, worst first.
const FAMILIES: &[(&str, &str)] = &[
    ("coref", "⌇"),
    ("splice", "¶"),
    ("gap", "‸"),
    ("trunc", "…"),
    ("verbatim", "≠"),
    ("num", "±"),
    ("word", "~"),
    ("gram", "~"),
    ("dup", "δ"),
    ("quote", "”"),
    ("punct", ";"),
    ("enc", "¤"),
    ("markup", "‹"),
    ("struct", "¶"),
    ("space", "#"),
    ("style", "s"),
];

/// The family of an artifact's label: "space" of "space.before_punct".
#[must_use]
pub fn family(label: &str) -> &str {
    label.split('.').next().unwrap_or(label)
}

/// The proof-reader's mark of a family of damage.
#[must_use]
pub fn proof_mark(family: &str) -> &'static str {
    FAMILIES.iter().find(|(key, _)| *key == family).map_or("!", |(_, mark)| mark)
}

/// What a family of damage is called on the page.
#[must_use]
pub fn family_name(family: &str) -> &'static str {
    if family == "coref" {
        "Overwritten words"
    } else if family == "house" {
        "House rules"
    } else {
        Family::from_label(family).map_or("Other", Family::title)
    }
}

/// The heading and the group of an annotation; speakers have none, they show with their quotation.
#[must_use]
pub fn group_of(annotation: &Annotation) -> Option<(Heading, Group)> {
    let group = |key: &'static str, name: &'static str, letter| Group { key: key.into(), name: name.into(), letter };
    match annotation.layer {
        Layer::Entity => {
            let label = annotation.label.as_str();
            let found = match ENTITIES.iter().find(|(labels, ..)| labels.contains(&label)) {
                Some((_, key, name, letter)) => group(key, name, letter),
                None => Group { key: own_group(label).into(), name: name_for(label).into(), letter: letter_for(label) },
            };
            Some((Heading::Entities, found))
        }
        Layer::Quote => {
            let kind = annotation.text_attribute("kind").unwrap_or("direct");
            let (key, name, letter) = QUOTES.iter().find(|(key, ..)| *key == kind).or(QUOTES.first())?;
            Some((Heading::Quotations, group(key, name, letter)))
        }
        Layer::Cue => Some((Heading::Quotations, group("cue", "Cue", "c"))),
        Layer::Speaker => None,
        Layer::Artifact if is_structure(annotation) => Some((Heading::Structure, group("part", "Headline, byline, date", "¶"))),
        Layer::Artifact => {
            let family = family(&annotation.label);
            Some((Heading::Damage, Group { key: family.to_owned().into(), name: family_name(family).into(), letter: "!" }))
        }
    }
}

/// The groups that `annotations` fill, under their headings, in the order of the panel, with how many are in each.
/// What a person rejected does not count.
#[must_use]
pub fn counts(annotations: &[Arc<Annotation>]) -> Vec<(Heading, Vec<(Group, usize)>)> {
    // A few dozen groups at most: looking through them is quicker than any map.
    let mut found: Vec<(Heading, usize, Group, usize)> = Vec::new();
    for annotation in annotations.iter().filter(|a| a.status != Status::Rejected) {
        let Some((heading, group)) = group_of(annotation) else { continue };
        match found.iter_mut().find(|(h, _, g, _)| *h == heading && g.key == group.key) {
            Some((.., count)) => *count += 1,
            None => found.push((heading, rank(heading, &group.key), group, 1)),
        }
    }
    super::arrange(&mut found, |(heading, rank, group, _)| (*heading, *rank, group.key.clone()));
    let mut headings: Vec<(Heading, Vec<(Group, usize)>)> = Vec::new();
    for (heading, _, group, count) in found {
        match headings.last_mut() {
            Some((last, groups)) if *last == heading => groups.push((group, count)),
            _ => headings.push((heading, vec![(group, count)])),
        }
    }
    headings
}

/// Adds to `found` the labels of a person's own that no annotation has yet, and calls all of them as the person does.
pub fn add_own<'a>(found: &mut Vec<(Heading, Vec<(Group, usize)>)>, labels: impl Iterator<Item = &'a LabelDefinition>) {
    for label in labels {
        let key = own_group(&label.label);
        if found.first().is_none_or(|(heading, _)| *heading != Heading::Entities) {
            found.insert(0, (Heading::Entities, Vec::new()));
        }
        let groups = &mut found[0].1;
        match groups.iter_mut().find(|(g, _)| g.key == key) {
            Some((group, _)) => group.name = label.name.clone().into(),
            None => groups.push((Group { key: key.into(), name: label.name.clone().into(), letter: letter_for(&label.label) }, 0)),
        }
    }
}

/// The place of a group under its heading.
fn rank(heading: Heading, key: &str) -> usize {
    let place = match heading {
        Heading::Entities => ENTITIES.iter().position(|(_, k, ..)| *k == key),
        Heading::Quotations => QUOTES.iter().position(|(k, ..)| *k == key),
        Heading::Damage => FAMILIES.iter().position(|(k, _)| *k == key),
        Heading::Structure => None,
    };
    place.unwrap_or(usize::MAX)
}

/// What a label is called: "Person", "Direct quotation", "Word doubled".
#[must_use]
pub fn label_name(annotation: &Annotation) -> Cow<'static, str> {
    match annotation.layer {
        Layer::Entity if annotation.label == "MISC" => entity_name("MISC").into(),
        Layer::Entity => match entity_name(&annotation.label) {
            "Work, event, other" => name_for(&annotation.label).into(),
            known => known.into(),
        },
        Layer::Quote => match annotation.text_attribute("kind") {
            Some("indirect") => "Indirect quotation".into(),
            Some("mixed") => "Mixed quotation".into(),
            Some("scare") => "Scare quotes".into(),
            Some("title") => "Title".into(),
            _ => "Direct quotation".into(),
        },
        Layer::Cue => "Cue".into(),
        Layer::Speaker => "Speaker".into(),
        Layer::Artifact => Category::from_label(&annotation.label).map_or_else(|| family_name(family(&annotation.label)), Category::title).into(),
    }
}

/// What one entity label is called.
#[must_use]
pub fn entity_name(label: &str) -> &'static str {
    match label {
        "PERSON" => "Person",
        "ORG" => "Organisation",
        "LOC" => "Place",
        "NORP" => "Nationality, group",
        "DATE" => "Date",
        "TIME" => "Time",
        "MONEY" => "Money",
        "PERCENT" => "Percentage",
        _ => "Work, event, other",
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::annotation::{Attributes, Origin};
    use crate::text::Span;

    /// An annotation to test with.
    pub(in crate::app) fn annotation(id: &str, layer: Layer, label: &str, span: (usize, usize), attributes: &[(&str, &str)]) -> Arc<Annotation> {
        Arc::new(Annotation {
            id: id.into(),
            layer,
            label: label.into(),
            span: Span::new(span.0, span.1),
            parts: Vec::new(),
            attributes: attributes.iter().map(|(k, v)| ((*k).to_owned().into(), (*v).into())).collect::<Attributes>(),
            edits: Vec::new(),
            origin: Origin::Auto,
            rule: "test".into(),
            score: 0.9,
            status: Status::Suggested,
        })
    }

    /// The same annotation, changed.
    pub(in crate::app) fn changed(annotation: &Arc<Annotation>, change: impl FnOnce(&mut Annotation)) -> Arc<Annotation> {
        let mut copy = Annotation::clone(annotation);
        change(&mut copy);
        Arc::new(copy)
    }

    #[test]
    fn groups_stand_in_the_order_of_the_panel() {
        let mut all = vec![
            annotation("a1", Layer::Artifact, "space.double", (0, 1), &[]),
            annotation("a2", Layer::Artifact, "coref.overwritten", (0, 1), &[]),
            annotation("e1", Layer::Entity, "TIME", (0, 1), &[]),
            annotation("e2", Layer::Entity, "DATE", (0, 1), &[]),
            annotation("e3", Layer::Entity, "PERSON", (0, 1), &[]),
            annotation("q1", Layer::Quote, "QUOTE", (0, 1), &[("kind", "mixed")]),
            annotation("s1", Layer::Speaker, "SPEAKER", (0, 1), &[]),
        ];
        all[4] = changed(&all[4], |a| a.status = Status::Rejected);
        let found: Vec<_> = counts(&all).into_iter().flat_map(|(h, groups)| groups.into_iter().map(move |(g, n)| (h, g.name.to_string(), n))).collect();
        assert_eq!(
            found,
            [
                (Heading::Entities, "Date, time".into(), 2),
                (Heading::Quotations, "Mixed".into(), 1),
                (Heading::Damage, "Overwritten words".into(), 1),
                (Heading::Damage, "Spacing".into(), 1)
            ]
        );
    }

    #[test]
    fn a_headline_is_counted_apart_from_damage() {
        let all = [
            annotation("a1", Layer::Artifact, "struct.headline_in_body", (0, 1), &[("tier", "structure")]),
            annotation("a2", Layer::Artifact, "struct.ad", (2, 3), &[("tier", "finding")]),
        ];
        let found: Vec<_> = counts(&all).into_iter().map(|(h, groups)| (h, groups.iter().map(|g| g.1).sum::<usize>())).collect();
        assert_eq!(found, [(Heading::Damage, 1), (Heading::Structure, 1)]);
    }

    #[test]
    fn a_label_of_ones_own_is_a_group_of_its_own() {
        let ship = annotation("e1", Layer::Entity, "SHIP_NAME", (0, 1), &[]);
        let (heading, group) = group_of(&ship).unwrap();
        assert_eq!((heading, group.key.as_ref(), group.name.as_ref(), group.letter), (Heading::Entities, "own-ship-5fname", "Ship name", "S"));
        assert_eq!(label_name(&ship), "Ship name");
    }

    #[test]
    fn labels_of_ones_own_are_listed_before_they_are_used() {
        let label = |label: &str, name: &str| LabelDefinition { label: label.into(), layer: Layer::Entity, name: name.into(), key: None, colour: None };
        let mut found = counts(&[annotation("e1", Layer::Entity, "SHIP_S_NAME", (0, 1), &[])]);
        add_own(&mut found, [label("SHIP_S_NAME", "Ship’s name"), label("CAR", "Car")].iter());
        let told: Vec<_> = found[0].1.iter().map(|(g, n)| (g.name.as_ref(), *n)).collect();
        assert_eq!(told, [("Ship’s name", 1), ("Car", 0)]);
        let mut none = Vec::new();
        add_own(&mut none, [label("CAR", "Car")].iter());
        assert_eq!(none.len(), 1);
    }

    #[test]
    fn an_unknown_family_has_a_name() {
        assert_eq!(family_name("glyph"), "Other");
        assert_eq!(proof_mark("glyph"), "!");
    }
}
