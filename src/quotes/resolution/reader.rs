//! What is looked at to find out who a source is: names, the sources before it, sentences and paragraphs.

use super::found::Found;
use crate::entities::{Entities, EntityLabel, Mention};
use crate::quotes::basis::Basis;
use crate::quotes::pairing::Marked;
use crate::quotes::quotation::SourceType;
use crate::quotes::surnames::Surnames;
use crate::text::{Layout, Span};

/// How many of the last named sources are tried for a pronoun or a document.
pub(super) const RECENT: usize = 24;

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) layout: &'a Layout,
    pub(super) entities: &'a Entities,
    /// Mentions outside all marks, in order.
    pub(super) outside: Vec<&'a Mention>,
    pub(super) surnames: &'a Surnames,
    /// How often each entity is mentioned.
    pub(super) counts: Vec<usize>,
    /// The last sources with a name: where, which entity, its name, its type.
    pub(super) spoken: Vec<(Span, Option<usize>, String, SourceType)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, layout: &'a Layout, marked: &[Marked], entities: &'a Entities, surnames: &'a Surnames) -> Self {
        let outer: Vec<Span> = marked.iter().filter(|m| m.parent.is_none() && m.inner.len() > 30).map(|m| m.span).collect();
        let inside = |span: Span| {
            let n = outer.partition_point(|o| o.end() <= span.start());
            outer.get(n).is_some_and(|o| o.start() <= span.start())
        };
        let outside = entities.mentions.iter().filter(|m| !inside(m.span)).collect();
        let mut counts = vec![0; entities.entities.len()];
        entities.mentions.iter().for_each(|m| counts[m.entity] += 1);
        Self { text, layout, entities, outside, surnames, counts, spoken: Vec::new() }
    }

    /// The entity with this number, by its canonical name.
    pub(super) fn as_entity(&self, entity: usize, source_type: SourceType, basis: Basis) -> Found {
        Found::somebody(self.entities.entities[entity].name.clone(), Some(entity), source_type, basis)
    }

    /// The last person or organisation that `span` names: the mention that ends it, or the only one.
    pub(super) fn name_in(&self, span: Span) -> Option<&'a Mention> {
        let mentions = self.entities.mentions_in(span);
        let fits = |m: &&Mention| matches!(m.label, EntityLabel::Person | EntityLabel::Org | EntityLabel::Norp | EntityLabel::Loc | EntityLabel::Misc);
        let mentions: Vec<&Mention> = mentions.iter().filter(|m| span.contains(m.span)).collect();
        // "Anthony “Little Tony” [Ferro]": the words are a part of the name.
        if let Some(whole) = self
            .entities
            .mentions_in(span)
            .iter()
            .find(|m| m.label == EntityLabel::Person && m.span.contains(span) && m.span.of(self.text).contains(['“', '"', '‘']))
        {
            return Some(whole);
        }
        let owned = |m: &&Mention| self.text[m.span.end()..span.end().max(m.span.end())].starts_with(['\'', '’']);
        mentions
            .iter()
            .rev()
            .copied()
            .find(|m| m.label == EntityLabel::Person && !owned(m))
            .or_else(|| mentions.iter().rev().copied().find(|m| m.label == EntityLabel::Org && !owned(m)))
            .or_else(|| mentions.iter().rev().copied().find(|m| fits(m) && !owned(m)))
    }

    /// The entity, or the only other one whose full name ends with its single word: "Ortiz" is Lena Ortiz.
    pub(super) fn fullest(&self, entity: usize) -> (String, usize) {
        let name = &self.entities.entities[entity].name;
        if self.entities.entities[entity].label == EntityLabel::Person
            && !name.contains(' ')
            && let Some(only) = self.surnames.only(name)
        {
            return (self.entities.entities[only].name.clone(), only);
        }
        (name.clone(), entity)
    }

    /// Mentions outside marks that stand before `span`.
    pub(super) fn before(&self, span: Span) -> impl DoubleEndedIterator<Item = &'a Mention> + '_ {
        let end = self.outside.partition_point(|m| m.span.end() <= span.start());
        self.outside[..end].iter().copied()
    }

    /// Where the sentence of `span` starts.
    pub(super) fn sentence_start(&self, span: Span) -> usize {
        self.layout.sentence_at(span.start()).map_or(0, |s| self.layout.sentences[s].span.start())
    }

    /// True where at most titles stand before `span` in its sentence.
    pub(super) fn opens_sentence(&self, span: Span) -> bool {
        self.layout.sentence_at(span.start()).is_some_and(|s| span.start() - self.layout.sentences[s].span.start() < 40)
    }

    /// True where at most `paragraphs` borders lie between the two.
    pub(super) fn near(&self, before: Span, after: Span, paragraphs: usize) -> bool {
        let at = |s: Span| self.layout.paragraph_at(s.start()).unwrap_or(0);
        at(after).saturating_sub(at(before)) <= paragraphs
    }
}
