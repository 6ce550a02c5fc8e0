//! Where segments begin: at line breaks, at seams, at sentences, and before what can only be furniture.

use std::ops::Range;

use super::lexicon::{Lexicon, Place, class};
use super::words::{Word, shape};
use crate::text::{Document, Span};

/// What stands before a segment. The later, the weaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Break {
    /// A blank line, or the start of the text.
    Page,
    /// A line break.
    Line,
    /// Nothing: two pieces were glued.
    Seam,
    /// A blank after the end of a sentence.
    Sentence,
    /// A blank, where what follows looks like another piece of the page.
    Inside,
}

/// A piece of a text that is all of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// From its first to its last character, in bytes of the text.
    pub span: Span,
    /// What stands before it.
    pub after: Break,
    /// Its words.
    pub(super) words: Range<usize>,
}

/// A run of capitals of so many words is a piece of its own.
const CAPITALS: usize = 4;
/// A credit in brackets has no more words.
const BRACKETED: usize = 14;

/// The segments of `document`, whose words are `words`.
pub(super) fn segments(document: &Document<'_>, words: &[Word], lexicon: &Lexicon) -> Vec<Segment> {
    let mut begins: Vec<Option<Break>> = words.iter().map(|w| w.seam.then_some(Break::Seam)).collect();
    // "ByMara Lindt" is one piece.
    for n in 1..words.len() {
        if begins[n].is_some() && is_by(&words[n - 1]) {
            begins[n] = None;
            begins[n - 1].get_or_insert(Break::Inside);
        }
    }
    structure(document, words, &mut begins);
    pieces(words, lexicon, &mut begins);
    let mut segments: Vec<Segment> = Vec::new();
    for (n, begin) in begins.into_iter().enumerate() {
        match segments.last_mut() {
            Some(open) if begin.is_none() => {
                open.words.end = n + 1;
                open.span = open.span.cover(words[n].span);
            }
            _ => segments.push(Segment { span: words[n].span, after: begin.unwrap_or(Break::Page), words: n..n + 1 }),
        }
    }
    segments
}

/// Marks where paragraphs and sentences begin.
fn structure(document: &Document<'_>, words: &[Word], begins: &mut [Option<Break>]) {
    let (text, layout) = (document.text(), document.layout());
    let mut n = 0;
    let mut ended = 0;
    for paragraph in &layout.paragraphs {
        for (k, sentence) in layout.sentences[paragraph.sentences.clone()].iter().enumerate() {
            let start = sentence.span.start();
            while n < words.len() && words[n].span.end() <= start {
                n += 1;
            }
            // A sentence that begins inside a word begins at a seam, or is none.
            let Some(begin) = begins.get_mut(n).filter(|_| words[n].span.start() == start || k == 0) else { continue };
            let found = if k > 0 {
                Break::Sentence
            } else if text[ended..start].bytes().filter(|b| *b == b'\n').count() > 1 || ended == 0 {
                Break::Page
            } else {
                Break::Line
            };
            *begin = Some(begin.map_or(found, |b| b.min(found)));
        }
        ended = paragraph.span.end();
    }
}

/// Marks what can be told from the words: dates, bylines, credits, rows of capitals and of buttons, and set phrases.
fn pieces(words: &[Word], lexicon: &Lexicon, begins: &mut [Option<Break>]) {
    let mut capitals = 0;
    let mut buttons = 0;
    for n in 0..words.len() {
        let word = &words[n];
        let is = |bits: u16| word.shape & bits != 0;
        // A row of words in capitals, and one of buttons, ends here or goes on.
        if is(shape::CAPS) || capitals > 0 && is(shape::NUMBER | shape::MARK) {
            capitals += 1;
        } else {
            if capitals >= CAPITALS {
                mark(begins, n - capitals);
                mark(begins, n);
            }
            capitals = 0;
        }
        if word.class & class::SOCIAL != 0 && is(shape::UPPER) && !is(shape::COMMA | shape::STOP) {
            buttons += 1;
        } else {
            if buttons >= 2 {
                mark(begins, n - buttons);
                mark(begins, n);
            }
            buttons = 0;
        }
        if is(shape::OPEN)
            && let Some(end) = bracketed(words, n)
        {
            mark(begins, n);
            mark(begins, end);
        }
        let before = n.checked_sub(1).map(|k| &words[k]);
        let leads_in = before.is_some_and(|w| w.class & class::PREPOSITION != 0 || w.shape & shape::COMMA != 0);
        if (word.class & (class::MONTH | class::DAY) != 0 && is(shape::UPPER) || is(shape::NUMBER))
            && let Some(end) = date(words, n).filter(|_| !leads_in && n > 0)
        {
            mark(begins, n);
            if words.get(end).is_some_and(|w| w.shape & (shape::UPPER | shape::NUMBER) != 0) {
                mark(begins, end);
            }
        }
        if !is(shape::UPPER | shape::MARK) || leads_in {
            continue;
        }
        if is_by(word) && words.get(n + 1).is_some_and(|w| w.shape & shape::UPPER != 0 && w.class & (class::MONTH | class::DAY) == 0) {
            mark(begins, n);
        }
        lexicon.phrases(words[n..].iter().take(8).map(|w| w.key), |length, sign| {
            if matches!(sign.place, Place::Cut | Place::CutOut) {
                // The set words of a page are no sentence of the paragraph that they were run into.
                if sign.place == Place::CutOut && begins[n] == Some(Break::Sentence) {
                    begins[n] = Some(Break::Inside);
                }
                mark(begins, n);
                if sign.place == Place::CutOut && words.get(n + length).is_some_and(|w| w.shape & (shape::UPPER | shape::NUMBER) != 0) {
                    mark(begins, n + length);
                }
            }
        });
    }
}

fn mark(begins: &mut [Option<Break>], n: usize) {
    if let Some(begin) = begins.get_mut(n) {
        begin.get_or_insert(Break::Inside);
    }
}

fn is_by(word: &Word) -> bool {
    word.span.len() == 2 && word.class & class::PREPOSITION != 0 && word.key == super::key::key_of("by")
}

/// Where the bracket that opens at `n` closes, if it holds a credit: one past its last word.
fn bracketed(words: &[Word], n: usize) -> Option<usize> {
    let mut credit = false;
    for (at, word) in words.iter().enumerate().skip(n).take(BRACKETED) {
        credit |= word.class & (class::AGENCY | class::PHOTO) != 0 || word.span.len() > 4 && word.shape & shape::LINK != 0;
        if word.shape & shape::CLOSE != 0 {
            // "(Reuters) -" is a dateline.
            let dash = words.get(at + 1).is_some_and(|w| w.shape & shape::MARK != 0);
            return (credit && !dash && (at > n || word.span.len() > 12)).then_some(at + 1);
        }
    }
    None
}

/// Where the date with year or clock that begins at `n` ends: one past its last word.
pub(super) fn date(words: &[Word], n: usize) -> Option<usize> {
    let class_of = |at: usize| words.get(at).map_or(0u32, |w| w.class);
    let shape_of = |at: usize| words.get(at).map_or(0, |w| w.shape);
    let mut at = n;
    if class_of(at) & class::DAY != 0 {
        at += 1;
    }
    let is_day = |at: usize| shape_of(at) & shape::NUMBER != 0 && shape_of(at) & (shape::YEAR | shape::CLOCK) == 0 && words[at].span.len() <= 5;
    if class_of(at) & class::MONTH != 0 && is_day(at + 1) || is_day(at) && class_of(at + 1) & class::MONTH != 0 {
        at += 2;
    } else if shape_of(at) & shape::NUMBER != 0 && words[at].span.len() >= 8 && words[at].span.len() <= 11 && shape_of(at) & shape::CLOCK == 0 {
        at += 1;
    } else {
        return None;
    }
    let year = shape_of(at) & shape::YEAR != 0;
    at += usize::from(year);
    let mut clock = false;
    for _ in 0..4 {
        if shape_of(at) & shape::CLOCK != 0 || class_of(at) & class::ZONE != 0 && shape_of(at) & shape::UPPER != 0 || clock && class_of(at) & class::ZONE != 0 {
            clock = true;
            at += 1;
        } else {
            break;
        }
    }
    (year || clock || at == n + 1).then_some(at)
}
