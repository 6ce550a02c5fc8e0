//! Token formats: tokens that tile the text, and annotations as columns of tags.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::article::Article;
use crate::annotation::{Annotation, Layer};
use crate::text::{Layout, Span};

/// A piece of the text in a token format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tile {
    /// Its characters, in bytes.
    pub(super) span: Span,
    /// True where exactly one space follows that belongs to no tile.
    pub(super) space: bool,
    /// True where a sentence begins.
    pub(super) sentence: bool,
}

/// Tokens and the white space that no single space after a token stands for: joined, they are the text.
pub(super) fn tiles(text: &str) -> Vec<Tile> {
    let layout = Layout::of(text);
    let starts: std::collections::BTreeSet<usize> = layout.sentences.iter().map(|s| s.tokens.start).collect();
    let mut tiles: Vec<Tile> = Vec::with_capacity(layout.tokens.len());
    let mut at = 0;
    let gap = |tiles: &mut Vec<Tile>, mut from: usize, to: usize| {
        if let Some(last) = tiles.last_mut()
            && text[from..to].starts_with(' ')
        {
            last.space = true;
            from += 1;
        }
        if from < to {
            tiles.push(Tile { span: Span::new(from, to), space: false, sentence: false });
        }
    };
    for (n, token) in layout.tokens.iter().enumerate() {
        gap(&mut tiles, at, token.span.start());
        tiles.push(Tile { span: token.span, space: false, sentence: starts.contains(&n) });
        at = token.span.end();
    }
    gap(&mut tiles, at, text.len());
    tiles
}

/// The tiles that `span` touches.
pub(super) fn covered(tiles: &[Tile], span: Span) -> Range<usize> {
    let first = tiles.partition_point(|t| t.span.end() <= span.start());
    let last = tiles.partition_point(|t| t.span.start() < span.end());
    first..last.max(first)
}

/// The tiles that `span` covers, white space at its ends left out; empty where it holds nothing else.
pub(super) fn words(text: &str, tiles: &[Tile], span: Span) -> Range<usize> {
    let blank = |n: usize| tiles[n].span.of(text).trim().is_empty();
    let mut range = covered(tiles, span);
    while !range.is_empty() && blank(range.start) {
        range.start += 1;
    }
    while !range.is_empty() && blank(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// The columns of the formats with one column a layer.
pub(super) const COLUMNS: [(&str, &[Layer]); 3] =
    [("NER", &[Layer::Entity]), ("QUOTE", &[Layer::Quote, Layer::Cue, Layer::Speaker]), ("ARTIFACT", &[Layer::Artifact])];

/// IOB2 tags of `annotations` over `tiles`, one a tile. Of two that share a tile the longer holds; the others are left out.
pub(super) fn tags<'a>(text: &str, tiles: &[Tile], annotations: impl Iterator<Item = &'a Annotation>) -> (Vec<String>, usize) {
    let mut ranges: Vec<(Range<usize>, &str)> = annotations.map(|a| (words(text, tiles, a.span), a.label.as_str())).collect();
    // In bytes: what is longer does not depend on whether white space is tiled.
    let length = |r: &Range<usize>| if r.is_empty() { 0 } else { tiles[r.end - 1].span.end() - tiles[r.start].span.start() };
    ranges.sort_by_key(|(r, label)| (Reverse(length(r)), r.start, *label));
    let mut tags = vec!["O".to_owned(); tiles.len()];
    let mut taken = Apart::default();
    let mut left_out = 0;
    for (range, label) in ranges {
        if range.is_empty() || !taken.take(range.clone()) {
            left_out += 1;
            continue;
        }
        let label: String = label.chars().map(|c| if c.is_whitespace() || c == '|' || c == '=' { '_' } else { c }).collect();
        for n in range.clone() {
            tags[n] = format!("{}-{label}", if n == range.start { 'B' } else { 'I' });
        }
    }
    (tags, left_out)
}

/// Ranges of which no two share a place.
#[derive(Debug, Default)]
pub(super) struct Apart(BTreeMap<usize, usize>);

impl Apart {
    /// Takes `range`, which is not empty, unless part of it is taken.
    pub(super) fn take(&mut self, range: Range<usize>) -> bool {
        let free = self.0.range(..range.end).next_back().is_none_or(|(_, end)| *end <= range.start);
        if free {
            self.0.insert(range.start, range.end);
        }
        free
    }
}

/// The spans of a column of tags: IOB1, IOB2 and BIOES alike.
pub(super) fn spans(tags: &[&str]) -> Vec<(Range<usize>, String)> {
    let mut spans: Vec<(Range<usize>, String)> = Vec::new();
    let mut open = false;
    for (n, tag) in tags.iter().enumerate() {
        let Some((prefix, label)) = tag.split_once('-').filter(|(p, _)| matches!(*p, "B" | "I" | "E" | "S" | "L" | "U")) else {
            open = false;
            continue;
        };
        match spans.last_mut() {
            Some((range, last)) if open && matches!(prefix, "I" | "E" | "L") && last == label && range.end == n => range.end = n + 1,
            _ => spans.push((n..n + 1, label.to_owned())),
        }
        open = !matches!(prefix, "E" | "S" | "L" | "U");
    }
    spans
}

/// The annotations of `article` that go into a column of these layers: what stands, verdicts on the whole document apart.
pub(super) fn of_layers<'a>(article: &'a Article, layers: &'a [Layer]) -> impl Iterator<Item = &'a Annotation> {
    article.standing().filter(move |a| layers.contains(&a.layer) && !a.is_verdict())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_every_kind_of_tag() {
        let read = |tags: &[&str]| spans(tags).into_iter().map(|(r, l)| format!("{l}{}-{}", r.start, r.end)).collect::<Vec<_>>().join(" ");
        assert_eq!(read(&["B-A", "I-A", "O", "B-A", "B-A"]), "A0-2 A3-4 A4-5");
        assert_eq!(read(&["I-A", "I-A", "I-B", "O", "I-A"]), "A0-2 B2-3 A4-5", "IOB1");
        assert_eq!(read(&["S-A", "S-A", "B-B", "I-B", "E-B"]), "A0-1 A1-2 B2-5", "BIOES");
        assert_eq!(read(&["O", "_", "-X-"]), "");
    }

    proptest! {
        #[test]
        fn tile_the_text(text in "[ab ,.“”🚢é\u{301}ש\r\n\t\u{a0}]{0,40}") {
            let joined: String = tiles(&text).iter().map(|t| format!("{}{}", t.span.of(&text), if t.space { " " } else { "" })).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
