//! One article as the comparison reads it: its words, what is garbled, its quotations.

use super::article::Article;
use super::words::{self, ELLIPSIS, Keys, Mark, NAME, Word};
use crate::annotation::{Annotation, Layer};
use crate::text::{Document, Replacement, Span, View};

/// An article, read.
#[derive(Debug)]
pub(super) struct Reading {
    /// In order. Their spans are bytes of the source.
    pub(super) words: Vec<Word>,
    /// In order. Their spans are bytes of the source.
    pub(super) marks: Vec<Mark>,
    /// Words before which something is missing, as indices, and the blanks there; sorted.
    pub(super) gaps: Vec<(usize, Span)>,
    /// The article has mentions written over other words.
    pub(super) overwritten: bool,
    /// Names in place order: first word, one past the last, and the annotation's index.
    pub(super) names: Vec<Named>,
}

/// A mention of a name, in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Index into the annotations of the analysis.
    pub(super) annotation: usize,
}

/// Words of a title before a name.
const LONGEST_TITLE: usize = 4;
/// What has more words is no name.
const LONGEST_NAME: usize = 24;

impl Reading {
    /// Reads `article` through its certain repairs: what is only set wrongly is no difference.
    pub(super) fn of(article: &Article<'_>, keys: &mut Keys) -> Self {
        let document = Document::new(article.text);
        let repairs: Vec<Replacement> = article.analysis.annotations.iter().filter(|a| a.is_certain()).flat_map(|a| a.edits.iter().cloned()).collect();
        let view = View::through(&document, repairs);
        let layout = view.layout();
        let mut sentences = vec![0u32; layout.tokens.len()];
        for (n, sentence) in layout.sentences.iter().enumerate() {
            sentences[sentence.tokens.clone()].fill(n as u32);
        }
        let (mut words, mut marks) = words::read(view.text(), &layout.tokens, |token| sentences[token], keys);
        for word in &mut words {
            word.span = view.to_source(word.span);
        }
        for mark in &mut marks {
            mark.span = view.to_source(mark.span);
            mark.spaced = article.text[..mark.span.start()].ends_with(char::is_whitespace);
        }
        words.retain(|w| !w.span.is_empty());
        let mut reading = Self { words, marks, gaps: Vec::new(), overwritten: false, names: Vec::new() };
        for mark in 0..reading.marks.len() {
            let at = reading.marks[mark].span.start();
            reading.marks[mark].before = reading.words_before(at);
        }
        reading.mark_names(article);
        reading.mark_damage(&article.analysis.annotations);
        reading
    }

    /// How many words start before byte `at` of the source.
    pub(super) fn words_before(&self, at: usize) -> usize {
        self.words.partition_point(|w| w.span.start() < at)
    }

    /// The words that lie in `span` of the source, as a range of indices.
    pub(super) fn words_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.words.partition_point(|w| w.span.end() <= span.start());
        let last = self.words.partition_point(|w| w.span.start() < span.end());
        first..last.max(first)
    }

    /// The marks that stand directly before word `before`.
    pub(super) fn marks_before(&self, before: usize) -> &[Mark] {
        let first = self.marks.partition_point(|m| m.before < before);
        let last = self.marks.partition_point(|m| m.before <= before);
        &self.marks[first..last]
    }

    /// True where words were left out on purpose before word `before`.
    pub(super) fn has_ellipsis(&self, before: usize) -> bool {
        self.marks_before(before).iter().any(|m| m.sign == ELLIPSIS)
    }

    /// True where something is missing by accident before word `before`.
    pub(super) fn has_gap(&self, before: usize) -> bool {
        self.gaps.binary_search_by_key(&before, |(at, _)| *at).is_ok()
    }

    /// True where a gap there costs nothing much: an ellipsis, a bracket, a hole.
    pub(super) fn is_soft(&self, before: usize) -> bool {
        self.has_gap(before) || self.has_ellipsis(before)
    }

    /// True where a sentence begins with word `at`, or the article ends.
    pub(super) fn is_sentence_border(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|n| self.words.get(n)), self.words.get(at)) {
            (Some(before), Some(after)) => before.sentence != after.sentence,
            _ => true,
        }
    }

    /// The names that share a word with `range`.
    pub(super) fn names_in(&self, range: &std::ops::Range<usize>) -> impl Iterator<Item = &Named> {
        let last = self.names.partition_point(|n| n.start < range.end);
        let first = self.names.partition_point(|n| n.start + LONGEST_NAME <= range.start);
        let start = range.start;
        self.names[first.min(last)..last].iter().filter(move |n| n.end > start)
    }

    /// True where the words of `range` hold all of a name.
    pub(super) fn has_whole_name(&self, range: &std::ops::Range<usize>) -> bool {
        self.names_in(range).any(|n| range.start <= n.start && n.end <= range.end)
    }

    /// True where the words of `range` lie within a sentence, and within or outside a quotation.
    pub(super) fn is_one_stretch(&self, range: &std::ops::Range<usize>, text: &str) -> bool {
        let words = &self.words[range.clone()];
        let one = words.first().zip(words.last()).filter(|(first, last)| first.sentence == last.sentence);
        one.is_some_and(|(first, last)| !first.span.cover(last.span).of(text).contains(['"', '“', '”', '\n']))
    }

    fn mark_names(&mut self, article: &Article<'_>) {
        for (n, annotation) in article.analysis.annotations.iter().enumerate().filter(|(_, a)| a.layer == Layer::Entity) {
            let range = self.words_in(annotation.span);
            if range.is_empty() || range.len() > LONGEST_NAME {
                continue;
            }
            if annotation.label == "PERSON" {
                self.mark_title(article.text, range.start);
            }
            if matches!(annotation.label.as_str(), "PERSON" | "ORG" | "LOC" | "NORP" | "MISC") {
                for word in &mut self.words[range.clone()] {
                    word.name = true;
                    // "US" is no pronoun.
                    let surface = word.span.of(article.text);
                    if surface.len() > 1 && !surface.contains(char::is_lowercase) {
                        word.function = false;
                    }
                    if !word.function && word.value.is_none() {
                        word.weight = NAME;
                    }
                }
            }
            self.names.push(Named { start: range.start, end: range.end, annotation: n });
        }
        self.names.sort_by_key(|n| (n.start, n.end));
    }

    /// "Attorney General" before a name is of the name: two who speak of one office do not say the same for it.
    fn mark_title(&mut self, text: &str, name: usize) {
        for at in (name.saturating_sub(LONGEST_TITLE)..name).rev() {
            let word = &self.words[at];
            let capital = word.span.of(text).starts_with(char::is_uppercase);
            if !capital || word.function || word.value.is_some() || self.is_sentence_border(at + 1) || self.marks_before(at + 1).iter().any(|m| m.sign != '.') {
                break;
            }
            self.words[at].name = true;
            self.words[at].weight = NAME;
        }
    }

    fn mark_damage(&mut self, annotations: &[Annotation]) {
        for annotation in annotations.iter().filter(|a| a.layer == Layer::Artifact) {
            if annotation.label == "coref.overwritten_document" {
                self.overwritten = true;
            }
            if annotation.is_verdict() {
                continue;
            }
            match damage_of(&annotation.label) {
                DamageKind::Overwritten => {
                    for piece in annotation.pieces() {
                        let range = self.words_in(*piece);
                        for word in &mut self.words[range] {
                            word.damaged = true;
                            word.weight = 0.0;
                        }
                    }
                }
                DamageKind::Missing => {
                    for piece in annotation.pieces() {
                        self.gaps.push((self.words_before(piece.start()), *piece));
                    }
                }
                DamageKind::Doubled => {
                    let range = self.words_in(annotation.span);
                    // The first of the two stands.
                    let half = range.start + range.len().div_ceil(2);
                    for word in &mut self.words[half..range.end] {
                        word.damaged = true;
                        word.weight = 0.0;
                    }
                }
                DamageKind::Other => {}
            }
        }
        self.gaps.sort_unstable();
        self.gaps.dedup();
    }
}

/// What a finding of damage means for the words at its place.
enum DamageKind {
    /// Other words stood there.
    Overwritten,
    /// Words stood there.
    Missing,
    /// Words stand there twice.
    Doubled,
    /// The words can be read.
    Other,
}

fn damage_of(label: &str) -> DamageKind {
    match label {
        "coref.orphan_tail" => DamageKind::Other,
        "enc.mojibake_lossy" => DamageKind::Overwritten,
        _ if label.starts_with("coref.") => DamageKind::Overwritten,
        _ if label.starts_with("gap.") => DamageKind::Missing,
        "dup.word" | "dup.name" | "dup.phrase" => DamageKind::Doubled,
        _ => DamageKind::Other,
    }
}
