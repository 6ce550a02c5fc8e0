//! What kind of difference two words are that agree and are not written alike.

use super::super::align::Match;
use super::super::model::Class;
use super::super::words::{Keys, folded};
use super::super::{lexicon, spelling};
use super::place::Side;

/// The class and level of the difference within a match; none where both are written alike. Words are counted from the stretches' starts.
pub(super) fn within(m: &Match, a: &Side<'_>, b: &Side<'_>, keys: &Keys) -> Option<(Class, u8)> {
    let (first_a, first_b) = (a.words.start + m.a, b.words.start + m.b);
    if (m.a_words, m.b_words) != (1, 1) {
        let one = if m.a_words == 1 { a.reading.words[first_a].key } else { b.reading.words[first_b].key };
        let one = keys.text(one);
        return Some(if lexicon::is_transcribed(one) { (Class::Transcription, 1) } else { (Class::Spacing, 0) });
    }
    let (x, y) = (a.surface(first_a), b.surface(first_b));
    if x == y {
        return None;
    }
    let (word_a, word_b) = (&a.reading.words[first_a], &b.reading.words[first_b]);
    if m.near {
        return Some(near(word_a.key, word_b.key, word_a.name && word_b.name, keys));
    }
    if x.contains('[') != y.contains('[') {
        return Some((Class::Case, 0));
    }
    if folded(x) != folded(y) {
        return Some(if word_a.value.is_some() { (Class::NumberForm, 1) } else { (Class::NameForm, 0) });
    }
    if x.contains('.') != y.contains('.') {
        return Some((Class::NameForm, 0));
    }
    if x.to_lowercase() == y.to_lowercase() {
        let shouted = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count() > 1 && s.chars().all(|c| !c.is_lowercase());
        let start = |side: &Side<'_>, at: usize| at == side.words.start || side.reading.is_sentence_border(at);
        let set = !shouted(x) && !shouted(y) && (start(a, first_a) || start(b, first_b));
        return Some((Class::Case, u8::from(!set)));
    }
    // Apostrophes, thousands commas.
    if word_a.value.is_some() { Some((Class::NumberForm, 1)) } else { None }
}

fn near(a: u32, b: u32, names: bool, keys: &Keys) -> (Class, u8) {
    let (x, y) = (keys.form(a), keys.form(b));
    if lexicon::contracts(&x.text, &y.text) {
        return (Class::Contraction, 1);
    }
    if x.house == y.house {
        let short = lexicon::unabbreviated(&x.text) != x.text || lexicon::unabbreviated(&y.text) != y.text;
        let marked = spelling::plain_letters(&x.text) == spelling::plain_letters(&y.text);
        return if short || marked { (Class::NameForm, 1) } else { (Class::Spelling, 1) };
    }
    if names {
        return (Class::NameForm, 1);
    }
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    if letters(&x.text) == letters(&y.text) { (Class::Spelling, 1) } else { (Class::Substitution, 2) }
}
