//! Where words end whose closing mark was lost: before what says who speaks. "“The roof leaks, said Lena Ortiz, a clerk."

use super::cues::{PAST, SPEECH, THIRD, WRITING};
use super::lexicon::{DETERMINER, PRONOUN, TITLE, flags};

/// The most words of a speaker and a verb that are looked at.
const LONGEST: usize = 7;

/// The offset in `text`, what stands after the opening mark, of the end of the words that were said: past a comma, question or exclamation
/// mark that a cue and its speaker follow, and nothing that the cue would report. None where there is none: the words run on into the next
/// paragraph.
pub(super) fn end_of_words(text: &str) -> Option<usize> {
    text.match_indices([',', '?', '!']).map(|(at, mark)| at + mark.len()).find(|end| text[*end..].strip_prefix(' ').is_some_and(names_speaker))
}

/// True for "said Ola Berg, a baker.", "he asked.", "Ola Berg said."
fn names_speaker(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(LONGEST).collect();
    let bare = |n: usize| words.get(n).map_or("", |w: &&str| w.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let closes = |n: usize| words.get(n).is_some_and(|w| w.ends_with([',', '.']) && !flags(w).has(TITLE));
    let says = |n: usize| {
        let word = bare(n);
        word.starts_with(char::is_lowercase) && flags(word).has(SPEECH | WRITING) && flags(word).has(PAST | THIRD)
    };
    let third = |n: usize| matches!(bare(n), "he" | "she" | "they");
    let name = |n: usize| bare(n).starts_with(char::is_uppercase) && !flags(bare(n)).has(PRONOUN);
    // "said Ola Berg, a baker.", "said the mayor."
    if says(0) {
        let named = name(1) || flags(bare(1)).has(TITLE);
        let described = matches!(bare(1), "the" | "a" | "an" | "his" | "her");
        let plain = |n: &usize| if named { name(*n) || flags(bare(*n)).has(TITLE) } else { !flags(bare(*n)).has(DETERMINER) || *n == 1 };
        return third(1) && closes(1) || (named || described) && (1..words.len()).take_while(plain).any(closes);
    }
    // "he asked.", "Ola Berg said."
    let subject = if third(0) { 1 } else { (0..words.len().min(3)).take_while(|n| name(*n) && !closes(*n)).count() };
    subject > 0 && says(subject) && closes(subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_before_whoever_said_them() {
        for (text, end) in [
            ("The roof leaks, said Lena Ortiz, a clerk.", Some("The roof leaks,")),
            ("Does the roof leak, or the wall? she asked.", Some("Does the roof leak, or the wall?")),
            ("The roof leaks, Lena Ortiz said.", Some("The roof leaks,")),
            ("The roof leaks, said the mayor.", Some("The roof leaks,")),
            // What was said goes on: somebody in it said something.
            ("The roof leaks, he said it was late, and we left.", None),
            ("The roof leaks, and Lena said nothing.", None),
            ("The roof leaks, I said.", None),
        ] {
            assert_eq!(end_of_words(text), end.map(str::len), "{text}");
        }
    }
}
