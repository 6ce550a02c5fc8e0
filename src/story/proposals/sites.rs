//! Where an article may be mended.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::model::Place;
use super::super::reading::Reading;
use crate::text::Span;

/// One place that is damaged, or may be.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The words that stand there; none where words are missing.
    pub(super) words: Range<usize>,
    pub(super) sign: Sign,
}

/// What speaks for damage at a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// The desk found it.
    Found,
    /// A name stands there, in an article whose words were written over by names.
    Name,
    /// A phrase stands there that stands a few words before, in such an article.
    Again,
}

/// Words of a phrase that an overwritten article says again within a sentence or two.
const AGAIN: usize = 4;
/// So many words back a phrase is looked for.
const BACK: usize = 40;

/// The sites of an article, in order.
pub(super) fn of(reading: &Reading) -> Vec<Site> {
    let words = &reading.words;
    let mut sites = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = (at..words.len()).find(|n| !words[*n].damaged).unwrap_or(words.len());
        if end > at {
            sites.push(Site { words: at..end, sign: Sign::Found });
        }
        at = end.max(at + 1);
    }
    sites.extend(
        reading
            .gaps
            .iter()
            .map(|(n, _)| *n)
            .filter(|n| *n > 0 && *n < words.len() && !words[*n].damaged && !words[*n - 1].damaged)
            .map(|n| Site { words: n..n, sign: Sign::Found }),
    );
    if reading.overwritten {
        let free = |range: &Range<usize>| words[range.clone()].iter().all(|w| !w.damaged);
        sites.extend(reading.names.iter().map(|n| n.start..n.end).filter(|range| free(range)).map(|words| Site { words, sign: Sign::Name }));
        sites.extend(said_again(reading).into_iter().filter(free).map(|words| Site { words, sign: Sign::Again }));
    }
    sites.sort_by_key(|site| (site.words.start, site.words.end));
    sites
}

/// Phrases that stand a second time shortly after the first: the later places.
fn said_again(reading: &Reading) -> Vec<Range<usize>> {
    let words = &reading.words;
    let mut last: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at + AGAIN <= words.len() {
        let keys: Vec<u32> = words[at..at + AGAIN].iter().map(|w| w.key).collect();
        let content = words[at..at + AGAIN].iter().filter(|w| !w.function).count();
        let before = last.insert(keys, at).filter(|first| at - first <= BACK && *first + AGAIN <= at && content >= 2);
        if let Some(first) = before {
            let mut length = AGAIN;
            while at + length < words.len() && first + length < at && words[at + length].key == words[first + length].key {
                length += 1;
            }
            found.push(at..at + length);
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// What a repair of words `range` replaces and puts in; of a hole, its blanks, so that one blank stands on each side afterwards.
pub(super) fn edit(reading: &Reading, text: &str, doc: usize, range: &Range<usize>, insert: &str) -> (Place, String) {
    let words = &reading.words;
    if !range.is_empty() {
        return (Place { doc, span: words[range.start].span.cover(words[range.end - 1].span) }, insert.to_owned());
    }
    let (start, end) = match reading.gaps.iter().find(|(at, _)| *at == range.start) {
        Some((_, blanks)) => (text[..blanks.end()].trim_end().len(), blanks.end() + text[blanks.end()..].len() - text[blanks.end()..].trim_start().len()),
        None => {
            let end = words.get(range.start).map_or(text.len(), |w| w.span.start());
            (text[..end].trim_end().len(), end)
        }
    };
    let before = if start == 0 || start == end { "" } else { " " };
    let after = if end == text.len() || start == end { "" } else { " " };
    (Place { doc, span: Span::new(start, end) }, format!("{before}{insert}{after}"))
}
