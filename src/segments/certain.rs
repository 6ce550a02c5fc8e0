//! What a segment is without doubt, by its form: a rule for each.

use super::Kind;
use super::cut::{Break, Segment};
use super::lexicon::class;
use super::profile::{Look, Profile};
use super::words::{Word, shape};

/// Credits and bylines have no more words.
const LONGEST: usize = 14;
/// What begins with a set phrase and is longer may have been glued to the article.
const MOST: usize = 30;
/// A row of so many words in capitals is a link to another story where the text itself is not in capitals.
const CAPITALS: usize = 7;

/// Says of every segment what it is without doubt.
pub(super) fn mark(segments: &[Segment], words: &[Word], profiles: &mut [Profile]) {
    let (caps, all) = profiles.iter().fold((0, 0), |(caps, all), p| (caps + p.caps, all + p.words));
    for (segment, profile) in segments.iter().zip(profiles) {
        profile.sure = certain(segment, profile, words).or_else(|| is_shouted(segment, profile, caps * 3 > all).then_some(Kind::Related));
    }
}

/// What `segment` is without doubt.
fn certain(segment: &Segment, p: &Profile, all: &[Word]) -> Option<Kind> {
    let words = &all[segment.words.clone()];
    // In running text the same words are only words.
    let apart = segment.after != Break::Sentence || p.line.0 == 0;
    if let Some(kind) = p.told
        && apart
        && p.words <= MOST
        && (p.words > 1 || p.first & shape::UPPER != 0 || words.len() > 1)
    {
        return Some(kind);
    }
    let is_name = |w: &Word| w.shape & (shape::UPPER | shape::MARK | shape::NUMBER) != 0 || w.class & class::FUNCTION != 0 || w.class & class::AGENCY != 0;
    if p.words <= LONGEST && p.classes & class::AGENCY != 0 && p.verbs == 0 && words.iter().all(is_name) {
        let bracketed = p.first & shape::OPEN != 0 && p.last & shape::CLOSE != 0;
        let marked = words.iter().any(|w| w.class & class::PHOTO != 0 || w.shape & shape::MARK != 0 && w.span.len() == 1);
        let agencies = words.iter().filter(|w| w.class & class::AGENCY != 0).count();
        let joined = words.iter().any(|w| w.class & class::AGENCY != 0 && w.shape & shape::COMMA == 0 && w.span.len() > 9);
        if bracketed && !(p.line.1 > 0 && p.words <= 2 && !words.iter().any(|w| w.stroke))
            || p.words <= 8 && p.words > 1 && !p.finished && (agencies > 1 || marked || joined)
        {
            return Some(Kind::Credit);
        }
    }
    let alone = p.line == (0, 0) && segment.after != Break::Sentence;
    if alone && let Some(kind) = label(p, words) {
        return Some(kind);
    }
    if alone && p.words <= 4 && !p.finished {
        // "14.32 BST", "2h ago", "3 comments".
        let last = words.iter().rev().find(|w| w.key != 0).map_or(0, |w| w.class);
        let clock = p.numbers > 0 && words.iter().all(|w| w.shape & (shape::NUMBER | shape::MARK) != 0 || w.class & class::ZONE != 0);
        if clock && p.classes & class::ZONE != 0 {
            return Some(Kind::Timestamp);
        }
        if p.numbers > 0 && last & class::COUNTED != 0 {
            return Some(if last & class::FUNCTION == 0 && p.starts | p.holds == 0 { Kind::Share } else { Kind::Timestamp });
        }
        // "Jon Roe/Nordbild".
        let stroke = |w: &&Word| w.shape & (shape::LINK | shape::NUMBER) == 0 && w.stroke;
        if p.words >= 2 && words.iter().filter(stroke).count() == 1 && words.iter().all(|w| w.shape & shape::UPPER != 0) {
            return Some(Kind::Credit);
        }
    }
    // Phrases at its start and in it agree.
    let agreed = p.starts & p.holds;
    if alone && p.classes & class::SAID == 0 && p.words <= 24 {
        for kind in [Kind::Paywall, Kind::Newsletter, Kind::Comments, Kind::Ad, Kind::Timestamp] {
            if agreed & (1 << kind as u32) != 0 {
                return Some(kind);
            }
        }
    }
    if p.date && p.shapes & shape::HANDLE != 0 && p.shapes & shape::OPEN != 0 && p.words <= LONGEST {
        return Some(Kind::Embed);
    }
    if apart
        && p.look == Look::Date
        && p.words <= 9
        && p.last & (shape::COMMA | shape::STOP) == 0
        && p.classes & class::SAID == 0
        && words.iter().all(|w| is_name(w) || w.class & class::ZONE != 0)
    {
        return Some(Kind::Timestamp);
    }
    if apart && p.starts & (1 << Kind::Byline as u32) != 0 && p.words >= 2 && p.words <= LONGEST && !p.finished && p.numbers == 0 && is_by_name(words) {
        return Some(Kind::Byline);
    }
    None
}

/// What a line of an agency's name or of an address is: "Reuters", "Source: https://example.org/wall".
fn label(p: &Profile, words: &[Word]) -> Option<Kind> {
    if p.words == 1
        && p.classes & class::AGENCY != 0
        && p.last & (shape::STOP | shape::COMMA | shape::COLON) == 0
        && p.first & (shape::QUOTE | shape::HANDLE) == 0
    {
        return Some(Kind::Credit);
    }
    if p.words == 1 && p.last & shape::LINK != 0 {
        return Some(Kind::Other);
    }
    let address = words.iter().filter(|w| w.shape & shape::LINK != 0).count();
    (address == 1 && p.words == 2 && words[0].shape & shape::COLON != 0 && p.last & shape::LINK != 0).then_some(Kind::Credit)
}

/// "By" or the like, and then nothing but a name and whom it writes for.
fn is_by_name(words: &[Word]) -> bool {
    let mut names = 0;
    for word in words.iter().filter(|w| w.shape & shape::MARK == 0).skip(1) {
        if word.class & (class::MONTH | class::DAY) != 0 {
            return false;
        }
        if word.shape & shape::UPPER != 0 {
            names += 1;
        } else if word.class & class::FUNCTION == 0 {
            return false;
        }
    }
    names >= 1 && words[0].shape & shape::UPPER != 0
}

/// True for a headline in capitals between sentences that are not.
fn is_shouted(segment: &Segment, p: &Profile, shouting: bool) -> bool {
    !shouting
        && p.caps >= CAPITALS
        && p.caps * 10 >= p.words * 9
        && !p.finished
        && segment.after != Break::Sentence
        && p.last & (shape::COMMA | shape::COLON | shape::MARK) == 0
        && p.first & shape::QUOTE == 0
}
