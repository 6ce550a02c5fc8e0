//! Runs of furniture of one sort.

use crate::artifacts::structure::headline::looks_like_headline;
use crate::segments::{Break, Kind, Labelled};
use crate::text::Span;

/// From how likely on a segment is furniture: before and after the article, and between its sentences.
const AROUND: f32 = 0.7;
const INSIDE: f32 = 0.8;
/// A text of fewer segments shows too little of its page: only what its form alone tells counts.
const FEW: usize = 5;
const CERTAIN: f32 = 0.95;
/// Where nothing shows a page by its form (a set phrase, a byline, a credit); and in what somebody there wrote of themselves.
const UNSEEN: f32 = 0.8;
const PERSONAL: f32 = 0.9;
/// One word in so many is "I", "my" or "me" there.
const SELF_EACH: usize = 50;
/// A run may hold so many characters of segments that are less likely furniture, where these stand between others.
const BRIDGED: usize = 40;
const BRIDGE: f32 = 0.3;

/// Neighbouring segments of one sort of furniture.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// From its first to its last character, in bytes of the source.
    pub span: Span,
    /// What most of it is.
    pub kind: Kind,
    /// What else is in it.
    pub others: Vec<Kind>,
    /// True where the article goes on after it.
    pub inside: bool,
    /// How sure, from 0 to 1.
    pub score: f32,
    /// True where it was glued to what stands before it.
    pub glued: bool,
}

impl Run {
    /// True for what no reader of the article needs: names and quotations in it are not the article's.
    #[must_use]
    pub fn is_page(&self) -> bool {
        sort(self.kind) == Sort::Page
    }
}

/// What is told, and removed, together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Body,
    Page,
    Picture,
    One(Kind),
}

fn sort(kind: Kind) -> Sort {
    match kind {
        Kind::Body => Sort::Body,
        Kind::Caption | Kind::Credit => Sort::Picture,
        Kind::Headline | Kind::Deck | Kind::Subhead | Kind::Byline | Kind::Timestamp | Kind::Bio | Kind::Correction | Kind::Embed => Sort::One(kind),
        _ => Sort::Page,
    }
}

/// Gathers the segments of `text` that are furniture; of a letter, only those that their form alone tells.
pub(super) fn gather(text: &str, segments: &[Labelled], is_letter: bool) -> Vec<Run> {
    let kinds = settle(text, segments, is_letter);
    let mut runs = Vec::new();
    let mut n = 0;
    while n < segments.len() {
        let sort_here = sort(kinds[n]);
        let mut end = n + 1;
        if sort_here == Sort::Body {
            n = end;
            continue;
        }
        while end < segments.len() && sort(kinds[end]) == sort_here {
            end += 1;
        }
        runs.push(run(text, &segments[n..end], &kinds[n..end]));
        n = end;
    }
    // Where the article goes on.
    let last = (0..segments.len()).rev().find(|n| kinds[*n] == Kind::Body).map_or(0, |n| segments[n].span.start());
    let first = (0..segments.len()).find(|n| kinds[*n] == Kind::Body).map_or(0, |n| segments[n].span.start());
    for run in &mut runs {
        run.inside = run.span.start() > first && run.span.start() < last;
    }
    runs
}

/// What each segment is taken for.
fn settle(text: &str, segments: &[Labelled], is_letter: bool) -> Vec<Kind> {
    let is_seen = segments.iter().any(|s| s.sure);
    let is_personal = !is_seen && is_personal(text);
    let is_body = |n: &usize| segments[*n].furniture < AROUND;
    let count = segments.len();
    let (first, last) = ((0..count).find(is_body).unwrap_or(count), (0..count).rev().find(is_body).unwrap_or(0));
    let mut kinds: Vec<Kind> = segments
        .iter()
        .enumerate()
        .map(|(n, segment)| {
            let bar = if is_letter || count < FEW {
                if segment.sure { CERTAIN } else { f32::INFINITY }
            } else if is_personal {
                PERSONAL
            } else if !is_seen {
                UNSEEN
            } else if n > first && n < last {
                INSIDE
            } else {
                AROUND
            };
            let kind = if segment.furniture < bar { Kind::Body } else { segment.kind };
            // A headline or deck after the article has begun is another story's.
            if n > first && matches!(kind, Kind::Headline | Kind::Deck) { Kind::Related } else { kind }
        })
        .collect();
    // The address that a text was copied with is its source and no damage.
    if let (Some(kind), Some(segment)) = (kinds.first_mut(), segments.first())
        && is_address(segment.span.of(text))
    {
        *kind = Kind::Body;
    }
    if let (Some(kind @ Kind::Other), Some(segment)) = (kinds.first_mut(), segments.first())
        && may_be_headline(text, segment)
    {
        *kind = Kind::Headline;
    }
    if !is_letter {
        bridge(segments, &mut kinds);
    }
    smooth(&mut kinds);
    keep_half(segments, is_seen, &mut kinds);
    kinds
}

/// True for a review, a post, a memory: its writer speaks of himself or herself.
fn is_personal(text: &str) -> bool {
    let (mut words, mut own) = (0, 0);
    for word in text.split_whitespace() {
        words += 1;
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        let word = word.split(['\'', '’']).next().unwrap_or(word);
        own += usize::from(matches!(word, "I" | "my" | "My" | "me" | "myself" | "mine"));
    }
    own >= 2 && own * SELF_EACH >= words
}

/// Where more than half of a text would be furniture, only what is certain is; where nothing shows a page by its form, only what does.
fn keep_half(segments: &[Labelled], is_seen: bool, kinds: &mut [Kind]) {
    let is_damage = |kind: &Kind| *kind != Kind::Body && !kind.is_structure();
    let bytes = |take: &dyn Fn(usize) -> bool| (0..segments.len()).filter(|n| take(*n)).map(|n| segments[n].span.len()).sum::<usize>();
    if bytes(&|n| is_damage(&kinds[n])) * 2 <= bytes(&|_| true) {
        return;
    }
    for (kind, segment) in kinds.iter_mut().zip(segments) {
        if is_damage(kind) && !segment.sure && (segment.furniture < CERTAIN || !is_seen) {
            *kind = Kind::Body;
        }
    }
}

fn is_address(words: &str) -> bool {
    (words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.")) && !words.contains(char::is_whitespace)
}

/// True where what opens the text may be its headline: a line of its own, of some words and without a stop.
fn may_be_headline(text: &str, segment: &Labelled) -> bool {
    let line = segment.span.of(text).trim();
    let alone = text[segment.span.end()..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
    alone && looks_like_headline(line) && !line.ends_with(['.', ':', ';', '…'])
}

/// A few words between two pieces of furniture that may be furniture themselves are.
fn bridge(segments: &[Labelled], kinds: &mut [Kind]) {
    for n in 1..kinds.len().saturating_sub(1) {
        let short = segments[n].span.len() <= BRIDGED && segments[n].furniture >= BRIDGE;
        if kinds[n] == Kind::Body && short && kinds[n - 1] != Kind::Body && segments[n + 1].furniture >= INSIDE && segments[n].after != Break::Sentence {
            kinds[n] = segments[n].kind;
        }
    }
}

/// Furniture of no certain kind is what stands around it.
fn smooth(kinds: &mut [Kind]) {
    for n in 0..kinds.len() {
        if kinds[n] != Kind::Other {
            continue;
        }
        let near = |k: Option<&Kind>| k.copied().filter(|k| !k.is_structure() && !matches!(k, Kind::Body | Kind::Other));
        if let Some(kind) = near(n.checked_sub(1).and_then(|k| kinds.get(k))).or_else(|| near(kinds.get(n + 1))) {
            kinds[n] = kind;
        }
    }
}

fn run(text: &str, segments: &[Labelled], kinds: &[Kind]) -> Run {
    let span = segments[0].span.cover(segments[segments.len() - 1].span);
    let mut bytes: Vec<(Kind, usize)> = Vec::new();
    for (segment, kind) in segments.iter().zip(kinds) {
        match bytes.iter_mut().find(|(k, _)| k == kind) {
            Some((_, sum)) => *sum += segment.span.len(),
            None => bytes.push((*kind, segment.span.len())),
        }
    }
    let most = bytes.iter().map(|b| b.1).max().unwrap_or(0);
    let kind = bytes.iter().find(|b| b.1 == most).map_or(Kind::Other, |b| b.0);
    let others = bytes.into_iter().map(|b| b.0).filter(|k| *k != kind && *k != Kind::Other).collect();
    let all = segments.iter().map(|s| s.span.len()).sum::<usize>().max(1);
    let score = segments.iter().map(|s| s.furniture * s.span.len() as f32).sum::<f32>() / all as f32;
    let glued = !text[..span.start()].ends_with(char::is_whitespace) && span.start() > 0;
    Run { span, kind, others, inside: false, score: score.clamp(0.0, 0.99), glued }
}
