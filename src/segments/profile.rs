//! What each segment looks like, on its own and in its place.

use std::collections::HashMap;

use super::Kind;
use super::cut::{Break, Segment, date};
use super::lexicon::{Lexicon, Place, class};
use super::words::{Word, shape};
use crate::tagger::hash;

/// What one segment looks like.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub(super) bytes: usize,
    pub(super) words: usize,
    /// Words with a capital, all in capitals, function words, verbs, numbers.
    pub(super) upper: usize,
    pub(super) caps: usize,
    pub(super) function: usize,
    pub(super) verbs: usize,
    pub(super) numbers: usize,
    /// The shapes of all its words, of the first and of the last.
    pub(super) shapes: u16,
    pub(super) first: u16,
    pub(super) last: u16,
    /// The classes of all its words.
    pub(super) classes: u32,
    /// Phrases that it is, begins with, holds: a bit a kind.
    pub(super) whole: u32,
    pub(super) starts: u32,
    pub(super) holds: u32,
    pub(super) date: bool,
    /// What a phrase says that it is without doubt.
    pub(super) told: Option<Kind>,
    /// What it is by its form without doubt.
    pub(super) sure: Option<Kind>,
    /// Segments without a sentence in a row around it, itself included.
    pub(super) row: u32,
    /// True where such a row follows a colon.
    pub(super) listed: bool,
    /// The hash of all its words.
    pub(super) key: u64,
    pub(super) look: Look,
    /// How often a segment of the same words stands in the text.
    pub(super) copies: u32,
    /// Of its content words, how many tenths stand in running text elsewhere; 11 without any.
    pub(super) shared: u8,
    /// True where a sentence of its own ends with it.
    pub(super) finished: bool,
    /// True where it ends with a question mark.
    pub(super) question: bool,
    /// Words of its first eight that tell of a scene or end in "-ing".
    pub(super) scene: u8,
    /// Phrases that any segment of its line holds or begins with.
    pub(super) beside: u32,
    /// Segments of its line before and after it.
    pub(super) line: (u8, u8),
}

/// What a segment looks like from afar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    /// A whole sentence.
    Prose,
    /// Running words without an end.
    Open,
    /// A sentence of a few words.
    Brief,
    /// Capitals at most words.
    Title,
    /// Some words, no end.
    Phrase,
    /// A word or three.
    #[default]
    Label,
    /// A moment.
    Date,
    /// Numbers and marks.
    Marks,
}

/// Looks at every segment.
pub(super) fn profiles(segments: &[Segment], words: &[Word], lexicon: &Lexicon) -> Vec<Profile> {
    let mut profiles: Vec<Profile> = segments.iter().map(|s| profile(s, words, lexicon)).collect();
    let mut copies: HashMap<u64, u32> = HashMap::with_capacity(segments.len());
    // Content words of running text: in how many of its segments each stands.
    let mut content: HashMap<u64, u32> = HashMap::new();
    for (segment, profile) in segments.iter().zip(&profiles) {
        *copies.entry(profile.key).or_default() += 1;
        if profile.look == Look::Prose {
            content_words(segment, words).for_each(|key| *content.entry(key).or_default() += 1);
        }
    }
    for (segment, profile) in segments.iter().zip(&mut profiles) {
        profile.copies = copies.get(&profile.key).copied().unwrap_or(1);
        let own = u32::from(profile.look == Look::Prose);
        let (mut all, mut known) = (0, 0);
        for key in content_words(segment, words).take(30) {
            all += 1;
            known += usize::from(content.get(&key).copied().unwrap_or(0) > own);
        }
        profile.shared = (known * 10usize).checked_div(all).unwrap_or(11) as u8;
    }
    let mut first = 0;
    for n in 1..=segments.len() {
        if n == segments.len() || segments[n].after <= Break::Line {
            let beside = profiles[first..n].iter().fold(0, |all, p| all | p.holds | p.starts);
            for (k, p) in profiles[first..n].iter_mut().enumerate() {
                p.line = (k.min(9) as u8, (n - 1 - first - k).min(9) as u8);
                p.beside = if n - first <= 6 { beside & !(p.holds | p.starts) } else { 0 };
            }
            first = n;
        }
    }
    rows(&mut profiles);
    profiles
}

/// Finds rows of segments that are no sentences.
fn rows(profiles: &mut [Profile]) {
    let mut start = 0;
    for n in 0..=profiles.len() {
        if n < profiles.len() && !matches!(profiles[n].look, Look::Prose | Look::Open) {
            continue;
        }
        // "The five are:" leads in a list of the article, "More on this:" one of links.
        let leads_in = |p: &Profile| p.last & shape::COLON != 0 && p.told.is_none() && p.whole | p.starts == 0 && p.words >= 3 && p.function > 0;
        let mut listed = start > 0 && leads_in(&profiles[start - 1]);
        for p in &mut profiles[start..n] {
            listed |= leads_in(p);
            p.row = (n - start) as u32;
            p.listed = listed;
        }
        start = n + 1;
    }
}

fn content_words<'a>(segment: &Segment, words: &'a [Word]) -> impl Iterator<Item = u64> + 'a {
    words[segment.words.clone()]
        .iter()
        .filter(|w| w.key != 0 && w.class & class::FUNCTION == 0 && w.span.len() >= 4 && w.shape & shape::NUMBER == 0)
        .map(|w| w.key)
}

fn profile(segment: &Segment, all: &[Word], lexicon: &Lexicon) -> Profile {
    let words = &all[segment.words.clone()];
    let mut p = Profile { bytes: segment.span.len(), ..Profile::default() };
    let mut plain = 0;
    for word in words {
        p.shapes |= word.shape;
        p.classes |= word.class;
        if word.shape & shape::MARK != 0 {
            continue;
        }
        plain += 1;
        p.scene += u8::from(plain <= 8 && word.class & (class::SCENE | class::ING) != 0);
        p.upper += usize::from(word.shape & shape::UPPER != 0);
        p.caps += usize::from(word.shape & shape::CAPS != 0);
        p.function += usize::from(word.class & class::FUNCTION != 0);
        p.verbs += usize::from(word.class & class::VERB != 0);
        p.numbers += usize::from(word.shape & shape::NUMBER != 0);
        p.key = if plain == 1 { word.key } else { hash::pair(p.key, word.key) };
    }
    p.words = plain;
    p.first = words.iter().find(|w| w.shape & shape::MARK == 0).map_or(0, |w| w.shape);
    p.last = words.last().map_or(0, |w| w.shape);
    p.question = words.last().is_some_and(|w| w.question);
    // Marks before the first word (a bullet, a dash) are no part of what it says.
    let lead = words.iter().take_while(|w| w.key == 0).count();
    let length = words.len() - lead - words[lead..].iter().rev().take_while(|w| w.key == 0).count();
    for (n, word) in words.iter().enumerate().skip(lead).take(60) {
        if word.key == 0 {
            continue;
        }
        lexicon.phrases(words[n..].iter().take(8).map(|w| w.key), |taken, sign| {
            let bit = 1 << sign.kind as u32;
            match sign.place {
                Place::Whole if n == lead && taken == length => p.whole |= bit,
                Place::Start if n == lead => p.starts |= bit,
                Place::Part => p.holds |= bit,
                Place::Is if n == lead && taken == length => p.told = Some(sign.kind),
                Place::From if n == lead => p.told = p.told.or(Some(sign.kind)),
                Place::FromColon if n == lead && words[n + taken - 1].shape & shape::COLON != 0 => p.told = p.told.or(Some(sign.kind)),
                _ => {}
            }
        });
        p.date |= word.class & (class::MONTH | class::DAY) != 0 && date(words, n).is_some() || word.shape & shape::NUMBER != 0 && date(words, n).is_some();
    }
    p.finished = p.last & shape::STOP != 0 && (p.last & shape::DOTS == 0 || p.last & (shape::QUOTE | shape::CLOSE) != 0);
    p.look = look(&p);
    p
}

fn look(p: &Profile) -> Look {
    if p.words == 0 || p.words <= 3 && p.numbers == p.words {
        return Look::Marks;
    }
    if p.date && p.words <= 10 && p.verbs == 0 {
        return Look::Date;
    }
    let running = p.function * 5 >= p.words;
    if p.finished {
        return if p.words >= 8 && running { Look::Prose } else { Look::Brief };
    }
    if p.words <= 3 {
        return Look::Label;
    }
    if p.upper * 10 >= p.words * 6 {
        return Look::Title;
    }
    if p.words >= 12 && running { Look::Open } else { Look::Phrase }
}
