//! An article's annotations by id, and what leads from one to another: looked up, not searched.

use std::collections::BTreeMap;

use super::article::Article;
use crate::annotation::{Annotation, Relation, RelationKind, Value};

/// The annotations of an article by id, and the relations from each.
pub(super) struct Links<'a> {
    article: &'a Article,
    number: BTreeMap<&'a str, usize>,
    from: BTreeMap<&'a str, Vec<&'a Relation>>,
    to: BTreeMap<&'a str, Vec<&'a Relation>>,
}

impl<'a> Links<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let mut number = BTreeMap::new();
        for (n, a) in article.annotations.iter().enumerate() {
            number.entry(a.id.as_str()).or_insert(n);
        }
        let mut from: BTreeMap<&str, Vec<&Relation>> = BTreeMap::new();
        let mut to: BTreeMap<&str, Vec<&Relation>> = BTreeMap::new();
        article.relations.iter().for_each(|r| from.entry(r.from.as_str()).or_default().push(r));
        article.relations.iter().for_each(|r| to.entry(r.to.as_str()).or_default().push(r));
        Self { article, number, from, to }
    }

    /// The place of annotation `id` in the article's list.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        self.number.get(id).copied()
    }

    /// The annotation with this id.
    pub(super) fn annotation(&self, id: &str) -> Option<&'a Annotation> {
        self.number(id).map(|n| &self.article.annotations[n])
    }

    /// The relations from annotation `id`, in the article's order.
    pub(super) fn from(&self, id: &str) -> &[&'a Relation] {
        self.from.get(id).map_or(&[], Vec::as_slice)
    }

    /// The relations to annotation `id`, in the article's order.
    pub(super) fn to(&self, id: &str) -> &[&'a Relation] {
        self.to.get(id).map_or(&[], Vec::as_slice)
    }

    /// The annotations that the relations of `kind` from `id` reach.
    pub(super) fn targets(&self, id: &str, kind: RelationKind) -> impl Iterator<Item = &'a Annotation> {
        self.from(id).iter().filter(move |r| r.kind == kind).filter_map(|r| self.annotation(&r.to))
    }

    /// The annotation that the first relation of `kind` from `id` reaches.
    pub(super) fn target(&self, id: &str, kind: RelationKind) -> Option<&'a Annotation> {
        self.targets(id, kind).next()
    }

    /// Who said quotation `quote`, by name.
    pub(super) fn speaker_name(&self, quote: &'a Annotation) -> Option<&'a str> {
        match quote.attributes.get("speaker") {
            Some(Value::Text(name)) => return Some(name),
            Some(Value::Null) => return None,
            _ => {}
        }
        let speaker = self.target(&quote.id, RelationKind::Speaker)?;
        let named = speaker.text_attribute("resolved").or_else(|| speaker.text_attribute("name"));
        named.or_else(|| self.article.text.get(speaker.span.range()))
    }
}
