//! Who said it, with which words, to whom; and which mentions are one entity.

use super::names::quoted;
use super::{Attributes, Change, Changed, Item, Layer, RelationKind, Status, Value, Workspace, ids};
use crate::text::Span;

/// Where the source of a quotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// These words of the text.
    Words(Span),
    /// This annotation: a speaker, or a mention of an entity.
    Annotation(&'a str),
    /// A name that the text does not have.
    Name(&'a str),
    /// Nobody knows.
    Unknown,
}

impl Workspace {
    /// Says who said quotation `quote`. The quotation counts as accepted.
    pub fn set_speaker(&mut self, quote: &str, source: Source<'_>) -> Changed {
        self.set_source(quote, RelationKind::Speaker, source)
    }

    /// Says to whom quotation `quote` was said.
    pub fn set_addressee(&mut self, quote: &str, source: Source<'_>) -> Changed {
        self.set_source(quote, RelationKind::Addressee, source)
    }

    /// Says which words report quotation `quote`; none takes its cue away.
    pub fn set_cue(&mut self, quote: &str, words: Option<Span>) -> Changed {
        self.set_source(quote, RelationKind::Cue, words.map_or(Source::Unknown, Source::Words))
    }

    fn set_source(&mut self, quote: &str, kind: RelationKind, source: Source<'_>) -> Changed {
        let nothing = Changed { revision: self.revision(), ..Changed::default() };
        let Some(mut quotation) = self.in_hand(quote).filter(|i| i.annotation.layer == Layer::Quote) else { return nothing };
        let (layer, attribute, what) = match kind {
            RelationKind::Speaker => (Layer::Speaker, Some("speaker"), "Speaker"),
            RelationKind::Addressee => (Layer::Speaker, Some("addressee"), "Addressee"),
            RelationKind::Cue => (Layer::Cue, None, "Cue"),
        };
        let mut changes: Vec<Change> = Vec::new();
        let mut name = "unknown".to_owned();
        let mut targets = Vec::new();
        let mut written: Option<Value> = Some(Value::Null);
        let place = match source {
            Source::Words(span) => Some((span, Attributes::new())),
            Source::Annotation(id) => match self.annotation(id).cloned() {
                Some(a) if a.layer == layer => Some((a.span, Attributes::new())),
                Some(a) => {
                    // A mention of an entity is the source: its name is the source's.
                    let mut attributes = Attributes::new();
                    attributes.extend(a.attributes.get("entity").map(|e| ("entity".into(), e.clone())));
                    attributes.extend(a.attributes.get("name").map(|n| ("resolved".into(), n.clone())));
                    let source_type = if a.label == "ORG" { "organisation" } else { "named" };
                    attributes.insert("source_type".into(), source_type.into());
                    Some((a.span, attributes))
                }
                None => return nothing,
            },
            Source::Name(typed) => {
                name = quoted(typed);
                written = Some(typed.trim().into());
                None
            }
            Source::Unknown => None,
        };
        if let Some((span, attributes)) = place {
            let Some(words) = self.text.get(span.range()).filter(|w| !w.is_empty()) else { return nothing };
            name = quoted(words);
            written = None;
            let there = self.annotations().iter().find(|a| a.layer == layer && a.span == span).map(|a| a.id.clone());
            let mut item = match there.and_then(|id| self.in_hand(&id)) {
                Some(item) => item,
                None => {
                    let label = if layer == Layer::Cue { "CUE" } else { "SPEAKER" };
                    Item::made(self.new_annotation(layer, label, span))
                }
            };
            item.annotation.status = Status::Accepted;
            item.annotation.attributes.extend(attributes);
            targets.push(item.annotation.id.clone());
            let id = item.annotation.id.clone();
            changes.push(self.item_change(&id, Some(item)));
        }
        if let Some(attribute) = attribute {
            match written {
                Some(value) => quotation.annotation.attributes.insert(attribute.into(), value),
                None => quotation.annotation.attributes.remove(attribute),
            };
        }
        quotation.annotation.status = Status::Accepted;
        changes.push(self.item_change(quote, Some(quotation)));
        changes.push(self.link_change((quote.to_owned(), kind), Some(targets)));
        self.perform(format!("{what} {name}"), changes)
    }

    /// Who said quotation `quote`, by name: what a person wrote, else the resolved name of its speaker, else the
    /// speaker's words; none where nobody knows.
    #[must_use]
    pub fn speaker_name(&self, quote: &str) -> Option<&str> {
        if let Some(written) = self.annotation(quote)?.attributes.get("speaker") {
            return written.as_str();
        }
        let speaker = self.annotation(self.targets(quote, RelationKind::Speaker).next()?)?;
        speaker.text_attribute("resolved").or_else(|| self.text().get(speaker.span.range()))
    }

    /// The ids of the mentions of `entity`, in order of place, rejected ones left out.
    #[must_use]
    pub fn mentions(&self, entity: &str) -> Vec<String> {
        let of = |a: &&std::sync::Arc<super::Annotation>| a.text_attribute("entity") == Some(entity) && a.status != Status::Rejected;
        self.annotations().iter().filter(of).map(|a| a.id.clone()).collect()
    }

    /// Gives an entity another canonical name: all its mentions, and the speakers that are it.
    pub fn rename_entity(&mut self, entity: &str, name: &str) -> Changed {
        let ids = self.mentions(entity);
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.modify(&ids, &format!("Rename to {}:", quoted(name)), "mentions", |a| {
            let attribute = if a.layer == Layer::Speaker { "resolved" } else { "name" };
            a.attributes.insert(attribute.into(), name.trim().into());
        })
    }

    /// Gives all mentions of an entity another label; they count as accepted.
    pub fn relabel_entity(&mut self, entity: &str, label: &str) -> Changed {
        let mut ids = self.mentions(entity);
        ids.retain(|id| self.annotation(id).is_some_and(|a| a.layer == Layer::Entity));
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.relabel(&ids, label)
    }

    /// Says that these annotations mention `entity`, under its name.
    pub fn join_entity(&mut self, ids: &[&str], entity: &str) -> Changed {
        let named = |id: &String| self.annotation(id).and_then(|a| a.attributes.get("name").cloned());
        let name = self.mentions(entity).iter().find_map(named);
        self.modify(ids, "Same as before:", "mentions", |a| {
            a.attributes.insert("entity".into(), entity.into());
            let attribute = if a.layer == Layer::Speaker { "resolved" } else { "name" };
            a.attributes.extend(name.clone().map(|n| (attribute.into(), n)));
            a.status = Status::Accepted;
        })
    }

    /// Says that this annotation mentions something of its own, named as its words are.
    pub fn part_entity(&mut self, id: &str) -> Changed {
        let Some(words) = self.annotation(id).and_then(|a| self.text().get(a.span.range())).map(str::to_owned) else {
            return Changed { revision: self.revision(), ..Changed::default() };
        };
        let entity = format!("E{}", ids::highest(self.annotations().iter().filter_map(|a| a.text_attribute("entity"))) + 1);
        self.modify(&[id], "Something else:", "mentions", |a| {
            a.attributes.insert("entity".into(), entity.clone().into());
            a.attributes.insert("name".into(), words.clone().into());
            a.status = Status::Accepted;
        })
    }
}
