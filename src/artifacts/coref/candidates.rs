//! The places where a chain's first mention may have been written: names and noun phrases that stand more than once.

use std::collections::HashMap;

use super::reading::{Class, Reading};

/// The longest mention that is looked for, in words.
const LONGEST: usize = 9;

/// What kind of phrase a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// One name word.
    Name,
    /// Several.
    FullName,
    /// Starts with "the" or another definite word.
    Definite,
    /// Starts with "a" or "an".
    Indefinite,
    /// Starts with a number.
    Counted,
}

/// A name or noun phrase that stands more than once in the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Words `start..end` of the reading.
    pub(super) start: usize,
    /// One past its last word.
    pub(super) end: usize,
    /// What it is.
    pub(super) phrase: Phrase,
    /// How often it stands in the document.
    pub(super) count: u32,
    /// The same number for the same words.
    pub(super) group: u32,
}

/// All candidates, in order of their start, then of their end.
pub(super) fn candidates(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut groups: HashMap<u64, u32> = HashMap::new();
    let mut counts: Vec<u32> = Vec::new();
    let mut all: Vec<Candidate> = Vec::new();
    for start in 0..reading.words.len() {
        let Some(phrase) = opens(reading, start) else { continue };
        let mut key = 0x51AB_1E5Eu64;
        for end in start + 1..=(start + LONGEST).min(reading.words.len()) {
            if end > start + 1 && !goes_on(reading, start, end - 1, phrase) {
                break;
            }
            key = (key ^ u64::from(reading.words[end - 1].id)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23);
            if !closes(reading, start, end, phrase) {
                continue;
            }
            let next = counts.len() as u32;
            let group = *groups.entry(key).or_insert(next);
            if group == next {
                counts.push(0);
            }
            counts[group as usize] += 1;
            let phrase = if phrase == Phrase::Name && end > start + 1 { Phrase::FullName } else { phrase };
            all.push(Candidate { start, end, phrase, count: 0, group });
        }
    }
    for candidate in &mut all {
        candidate.count = counts[candidate.group as usize];
    }
    keep_longest(all)
}

/// Drops what stands once, what is two copies of one phrase, and what never stands without the same words around it.
fn keep_longest(all: Vec<Candidate>) -> Vec<Candidate> {
    let count_of: HashMap<(usize, usize), u32> = all.iter().map(|c| ((c.start, c.end), c.count)).collect();
    let part_of_longer = |c: &Candidate| {
        (1..=2).any(|n| {
            count_of.get(&(c.start, c.end + n)) == Some(&c.count) || c.start.checked_sub(n).is_some_and(|s| count_of.get(&(s, c.end)) == Some(&c.count))
        })
    };
    let kept: Vec<bool> = all.iter().map(|c| c.count > 1 && !part_of_longer(c)).collect();
    all.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(c, _)| c).collect()
}

fn opens(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let word = &reading.words[at];
    match word.class {
        Class::Name => (!word.is_half).then_some(Phrase::Name),
        Class::Number => Some(Phrase::Counted),
        Class::Function => match word.text {
            "the" | "The" | "this" | "This" | "these" | "These" | "his" | "her" | "their" | "its" | "His" | "Her" | "Their" => Some(Phrase::Definite),
            "a" | "A" | "an" | "An" => Some(Phrase::Indefinite),
            _ => None,
        },
        _ => None,
    }
}

/// True where word `at` may stand inside a mention that starts at `start`.
fn goes_on(reading: &Reading<'_>, start: usize, at: usize, phrase: Phrase) -> bool {
    let word = &reading.words[at];
    if word.after_line {
        return false;
    }
    match word.class {
        Class::Name => true,
        Class::Clitic => word.text.ends_with(['s', 'S']) && word.text.starts_with(['’', '\'']),
        Class::Number | Class::Open => phrase != Phrase::Name && at - start < 8,
        Class::Function if phrase == Phrase::Name => matches!(word.text, "of" | "de" | "van" | "al" | "bin" | "for" | "and"),
        Class::Function => at > start + 1 && matches!(word.text, "of" | "in" | "across" | "the" | "a" | "for" | "and" | "two" | "last" | "next" | "other"),
        Class::Mark => word.text == "-",
    }
}

/// True where a mention may end before word `end`.
fn closes(reading: &Reading<'_>, start: usize, end: usize, phrase: Phrase) -> bool {
    let last = &reading.words[end - 1];
    let long_enough = phrase == Phrase::Name || end > start + 1;
    let doubled = (end - start).is_multiple_of(2) && {
        let half = (end - start) / 2;
        (0..half).all(|n| reading.words[start + n].id == reading.words[start + half + n].id)
    };
    long_enough && !doubled && matches!(last.class, Class::Name | Class::Open | Class::Clitic | Class::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, View};

    fn found(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let view = View::plain(&document);
        let reading = Reading::of(&view);
        candidates(&reading).iter().map(|c| reading.slice(c.start, c.end).to_owned()).collect()
    }

    #[test]
    fn finds_what_stands_more_than_once() {
        let all = found("Deputy Mayor Lena Ortiz met the envoy . Ortiz Ortiz Deputy Mayor Lena Ortiz thanked the envoy and Kwan .");
        assert!(all.contains(&"Deputy Mayor Lena Ortiz".to_owned()) && all.contains(&"the envoy".to_owned()) && all.contains(&"Ortiz".to_owned()));
        assert!(!all.iter().any(|c| c == "Ortiz Ortiz" || c == "Kwan" || c == "Deputy Mayor" || c == "Lena Ortiz"), "{all:?}");
    }
}
