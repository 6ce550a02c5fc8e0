//! Repairs where the words around a damaged place stand in another article, with others between.

use std::collections::BTreeMap;
use std::ops::Range;

use super::draft::{Desk, Draft};
use super::phrase::Repair;
use super::sites::{self, Sign, Site};
use crate::story::model::{Certainty, Place};
use crate::story::reading::Reading;

/// Two words in a row that stand in more places than this say nothing of where they are.
const COMMON: usize = 48;
/// Words of a frame that are looked at.
const FRAME: usize = 6;

/// Where two words stand in a row, by their keys: article and the index of the first.
type Index = BTreeMap<(u32, u32), Vec<(usize, usize)>>;

/// The drafts of all sites of all articles.
pub(super) fn find(desk: &Desk<'_>) -> Vec<Draft> {
    let sites: Vec<Vec<Site>> = desk.readings.iter().map(sites::of).collect();
    if sites.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let index = index(desk, &sites);
    let mut drafts = Vec::new();
    for (doc, sites) in sites.iter().enumerate() {
        for site in sites {
            drafts.extend(of_site(desk, &index, doc, site));
        }
    }
    drafts
}

/// Only pairs of words that stand beside a site are kept: the work grows with the words.
fn index(desk: &Desk<'_>, sites: &[Vec<Site>]) -> Index {
    let mut index = Index::new();
    for (reading, sites) in desk.readings.iter().zip(sites) {
        for site in sites {
            for at in [site.words.start.checked_sub(2), Some(site.words.end)].into_iter().flatten() {
                if let Some([x, y]) = reading.words.get(at..at + 2) {
                    index.entry((x.key, y.key)).or_default();
                }
            }
        }
    }
    for (doc, reading) in desk.readings.iter().enumerate() {
        for (n, pair) in reading.words.windows(2).enumerate().filter(|(_, p)| !p[0].damaged && !p[1].damaged) {
            if let Some(places) = index.get_mut(&(pair[0].key, pair[1].key))
                && places.len() <= COMMON
            {
                places.push((doc, n));
            }
        }
    }
    index
}

/// What stands between the frames of a site in another article.
#[derive(Clone, Debug)]
struct Found {
    doc: usize,
    words: Range<usize>,
    left: usize,
    right: usize,
}

fn of_site(desk: &Desk<'_>, index: &Index, doc: usize, site: &Site) -> Vec<Draft> {
    let reading = &desk.readings[doc];
    let (start, end) = (site.words.start, site.words.end);
    let pair = |at: Option<usize>| {
        at.and_then(|at| reading.words.get(at..at + 2)).and_then(|p| index.get(&(p[0].key, p[1].key))).filter(|places| places.len() <= COMMON)
    };
    let longest = 2 * site.words.len().max(1) + 3;
    let mut found: Vec<Found> = Vec::new();
    for (other, right) in pair(Some(end)).into_iter().flatten().filter(|(other, _)| *other != doc) {
        let texts = &desk.readings[*other];
        let from = right.saturating_sub(longest);
        let best = (from..*right).map(|left| (same_left(reading, start, texts, left), left)).max_by_key(|(same, left)| (*same, *left));
        if let Some((same @ 1.., left)) = best {
            found.push(Found { doc: *other, words: left..*right, left: same, right: same_right(reading, end, texts, *right) });
        }
    }
    for (other, at) in pair(start.checked_sub(2)).into_iter().flatten().filter(|(other, _)| *other != doc) {
        let texts = &desk.readings[*other];
        let left = at + 2;
        let same = same_left(reading, start, texts, left);
        let to = (left + longest).min(texts.words.len());
        let best = (left + 1..=to).map(|right| (same_right(reading, end, texts, right), right)).max_by_key(|(same, right)| (*same, std::cmp::Reverse(*right)));
        match best {
            Some((right @ 1.., to)) => found.push(Found { doc: *other, words: left..to, left: same, right }),
            _ if same >= 3 => found.extend(to_the_mark(texts, left).map(|words| Found { doc: *other, words, left: same, right: 0 })),
            _ => {}
        }
    }
    found.into_iter().filter_map(|f| draft(desk, doc, site, &f)).collect()
}

/// What stands up to the next mark, where that is no more than two words.
fn to_the_mark(reading: &Reading, from: usize) -> Option<Range<usize>> {
    let to = (from + 1..=from + 2).find(|n| !reading.marks_before(*n).is_empty() || reading.is_sentence_border(*n))?;
    (to <= reading.words.len()).then_some(from..to)
}

fn draft(desk: &Desk<'_>, doc: usize, site: &Site, found: &Found) -> Option<Draft> {
    let (reading, other) = (&desk.readings[doc], &desk.readings[found.doc]);
    let words = &other.words[found.words.clone()];
    let here = &reading.words[site.words.clone()];
    if words.is_empty() || words.iter().any(|w| w.damaged) || words.iter().map(|w| w.key).eq(here.iter().map(|w| w.key)) {
        return None;
    }
    if !other.is_one_stretch(&found.words, desk.articles[found.doc].text) {
        return None;
    }
    // The words of the frame, as the damaged article has them.
    let frame = reading.words[site.words.start - found.left..site.words.start].iter().chain(&reading.words[site.words.end..site.words.end + found.right]);
    let content = frame.filter(|w| !w.function).count();
    let (left, right) = (found.left, found.right);
    let both = left >= 2 && right >= 2;
    let certainty = if both && content >= 2 {
        // Where the desk found nothing, only a long frame tells that something is wrong at all; a name for a name may be another fact, and
        // words around the same name may be an editor's.
        let kept = words.iter().any(|w| !w.function && here.iter().any(|h| h.key == w.key));
        if site.sign != Sign::Found && (left + right < 5 || kept || other.has_whole_name(&found.words)) {
            return None;
        }
        Certainty::Certain
    } else if site.sign == Sign::Again
        && right == 0
        && left >= 3
        && content >= 1
        && common(desk, doc, site, found) >= TOPIC
        && !absent_not(reading, site, words)
    {
        Certainty::Likely
    } else {
        return None;
    };
    let articles = desk.articles;
    let repair = Repair {
        article: &articles[doc],
        reading,
        at: site.words.clone(),
        other: &articles[found.doc],
        other_reading: other,
        from: found.words.clone(),
        closed: right > 0,
        instead: None,
    };
    let (at, insert) = repair.with_phrase();
    let span = words.iter().map(|w| w.span).reduce(crate::text::Span::cover)?;
    Some(Draft { doc, words: at, insert, certainty, support: Place { doc: found.doc, span } })
}

/// A frame on one side counts in sentences that share so many words beside it.
const TOPIC: usize = 3;

/// Words that tell something and stand in both sentences, those of the frame apart.
fn common(desk: &Desk<'_>, doc: usize, site: &Site, found: &Found) -> usize {
    let keys = |reading: &Reading, at: usize, without: Range<usize>| -> Vec<u32> {
        let sentence = reading.words[at].sentence;
        let near = at.saturating_sub(60)..(at + 60).min(reading.words.len());
        near.filter(|n| !without.contains(n))
            .map(|n| &reading.words[n])
            .filter(|w| w.sentence == sentence && !w.function && !w.damaged)
            .map(|w| w.key)
            .collect()
    };
    let at = site.words.start.min(desk.readings[doc].words.len() - 1);
    let a = keys(&desk.readings[doc], at, site.words.start - found.left..site.words.end + found.right);
    let mut b = keys(&desk.readings[found.doc], found.words.start, found.words.start - found.left..found.words.end + found.right);
    b.sort_unstable();
    b.dedup();
    b.iter().filter(|key| a.contains(key)).count()
}

/// True where the words that would be put in stand beside the place already.
fn absent_not(reading: &Reading, site: &Site, words: &[crate::story::words::Word]) -> bool {
    let near = site.words.start.saturating_sub(8)..(site.words.end + 8).min(reading.words.len());
    let content: Vec<u32> = words.iter().filter(|w| !w.function).map(|w| w.key).collect();
    content.is_empty() || near.filter(|n| !site.words.contains(n)).any(|n| content.contains(&reading.words[n].key))
}

/// How many words before `a` and before `b` are the same.
fn same_left(x: &Reading, a: usize, y: &Reading, b: usize) -> usize {
    (1..=FRAME.min(a).min(b)).take_while(|n| x.words[a - n].key == y.words[b - n].key && !x.words[a - n].damaged && !y.words[b - n].damaged).count()
}

/// How many words from `a` and from `b` on are the same.
fn same_right(x: &Reading, a: usize, y: &Reading, b: usize) -> usize {
    x.words[a.min(x.words.len())..]
        .iter()
        .zip(&y.words[b.min(y.words.len())..])
        .take(FRAME)
        .take_while(|(x, y)| x.key == y.key && !x.damaged && !y.damaged)
        .count()
}
