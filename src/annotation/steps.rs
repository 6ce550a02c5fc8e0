//! Where a cursor goes: by letter, word, sentence, paragraph.

use unicode_segmentation::UnicodeSegmentation as _;

use super::selection::{border, in_word};

/// How far a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// What a reader takes for one letter.
    Letter,
    /// To the next end of a word, or back to the last start of one.
    Word,
    /// To the start of the next sentence, or of this or the last one.
    Sentence,
    /// To the start of the next line of text, or of this or the last one.
    Paragraph,
}

/// Titles and the like whose stop ends no sentence.
const TITLES: [&str; 14] = ["Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Prof", "Jr", "Sr"];

/// The place one step from byte `at` of `text`; the end of the text where there is none.
///
/// # Panics
/// If `at` is not a character border of `text`.
#[must_use]
pub fn stepped(text: &str, at: usize, unit: Unit, back: bool) -> usize {
    let on = |stops: fn(&str, usize) -> bool| {
        let end = if back { 0 } else { text.len() };
        if back {
            text[..at].char_indices().rev().map(|(n, _)| n).find(|n| stops(text, *n)).unwrap_or(end)
        } else {
            text[at..].char_indices().map(|(n, c)| at + n + c.len_utf8()).find(|n| stops(text, *n)).unwrap_or(end)
        }
    };
    match unit {
        Unit::Letter if back => text[..at].graphemes(true).next_back().map_or(0, |g| at - g.len()),
        Unit::Letter => text[at..].graphemes(true).next().map_or(text.len(), |g| at + g.len()),
        Unit::Word if back => on(word_starts),
        Unit::Word => on(word_ends),
        Unit::Sentence => on(sentence_starts),
        Unit::Paragraph => on(line_starts),
    }
}

fn word_starts(text: &str, at: usize) -> bool {
    at < text.len() && border(text, at) && in_word(text, at)
}

fn word_ends(text: &str, at: usize) -> bool {
    border(text, at) && text[..at].char_indices().next_back().is_some_and(|(before, _)| in_word(text, before))
}

fn line_starts(text: &str, at: usize) -> bool {
    (at == 0 || text[..at].ends_with('\n')) && text[at..].chars().next().is_some_and(|c| !c.is_whitespace())
}

fn sentence_starts(text: &str, at: usize) -> bool {
    if line_starts(text, at) {
        return true;
    }
    let Some(first) = text[at..].chars().next() else { return false };
    let opens = |c: char| matches!(c, '“' | '‘' | '"' | '\'' | '(' | '[' | '«' | '„');
    if first.is_whitespace() || first.is_lowercase() || !(first.is_alphanumeric() || opens(first)) {
        return false;
    }
    let before = text[..at].trim_end();
    if before.len() == at {
        return false;
    }
    let bare = before.trim_end_matches(['”', '’', '"', '\'', ')', ']', '»']);
    if !bare.ends_with(['.', '?', '!', '…', '。', '؟']) {
        return false;
    }
    let word = bare[..bare.len() - bare.chars().next_back().map_or(0, char::len_utf8)].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !(bare.ends_with('.') && (initial || TITLES.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All the stops from the start on, as the words that follow them.
    fn stops(text: &str, unit: Unit) -> Vec<usize> {
        let mut at = 0;
        let mut found = Vec::new();
        while at < text.len() {
            at = stepped(text, at, unit, false);
            found.push(at);
        }
        found
    }

    #[test]
    fn a_letter_is_what_a_reader_takes_for_one() {
        let text = "e\u{301}👩‍🚀x";
        assert_eq!(stops(text, Unit::Letter), [3, 3 + "👩‍🚀".len(), text.len()]);
        assert_eq!(stepped(text, text.len() - 1, Unit::Letter, true), 3);
        assert_eq!(stepped(text, 0, Unit::Letter, true), 0);
    }

    #[test]
    fn words_end_and_start_where_they_are_marked() {
        let text = "by Lena’s boat, O’Brien";
        let ends: Vec<&str> = stops(text, Unit::Word).iter().map(|at| text[..*at].rsplit(' ').next().unwrap()).collect();
        assert_eq!(ends[..3], ["by", "Lena", "Lena’s"]);
        assert_eq!(stepped(text, text.len(), Unit::Word, true), text.find("O’").unwrap());
    }

    #[test]
    fn sentences_start_after_a_stop_that_is_one() {
        let text = "He met Mr. Bell. “No,” she said. It rained\n\nNext line.";
        let starts: Vec<&str> = stops(text, Unit::Sentence).iter().map(|at| text[*at..].split(' ').next().unwrap()).collect();
        assert_eq!(starts, ["“No,”", "It", "Next", ""]);
        assert_eq!(stepped(text, text.len(), Unit::Sentence, true), text.find("Next").unwrap());
        assert_eq!(stepped(text, text.find("Next").unwrap(), Unit::Paragraph, true), 0);
    }
}
