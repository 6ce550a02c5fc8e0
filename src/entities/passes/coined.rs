//! Coined names with a capital inside that the recogniser passed over: "DeepMere", "GlaxoVell".

use super::known::{name_at, put};
use crate::entities::label::EntityLabel;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::text::TokenKind;

/// The longest such name, in bytes.
const LONGEST: usize = 20;

/// What opens names of people with a capital inside: "McKay", "DeLuca", "O'Hara".
const PERSONAL: [&str; 10] = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O"];

/// Takes a coined word for an organisation where nothing else is known of it.
pub(super) fn add(r: &Reading<'_>, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    for at in 0..r.len() {
        // "CrudeStocks.pdf" is a file.
        let file = r.word(at + 1).starts_with(['.', '_']) && r.token(at + 2).is_some_and(|t| !t.spaced);
        if r.kind(at) != Some(TokenKind::Word) || !is_coined(r.word(at)) || file || r.token(at).is_some_and(|t| !t.spaced) {
            continue;
        }
        match name_at(r, names, at) {
            None => found.push(Name::new(r.span(at, at + 1), EntityLabel::Org, 0.6, "entities.coined", None)),
            Some(n) if names[n].label == EntityLabel::Misc && names[n].tokens(r).len() == 1 && names[n].score < 0.8 => {
                (names[n].label, names[n].rule) = (EntityLabel::Org, "entities.coined");
            }
            Some(_) => {}
        }
    }
    put(names, found);
}

/// "DeepMere", "ChatGPT": a capital, small letters, a capital again, and nothing but letters.
fn is_coined(word: &str) -> bool {
    let bytes = word.as_bytes();
    let inner = bytes.windows(2).any(|w| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase());
    let personal = PERSONAL.iter().any(|p| word.strip_prefix(p).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase())));
    (4..=LONGEST).contains(&word.len()) && bytes[0].is_ascii_uppercase() && bytes.iter().all(u8::is_ascii_alphabetic) && inner && !personal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_inside_makes_a_coined_word() {
        assert!(["DeepMere", "GlaxoVell", "ChatGPT"].iter().all(|w| is_coined(w)));
        assert!(["McKay", "DeLuca", "FitzRoy", "NASA", "Deep", "iPhone", "PhDs2", "BBCs"].iter().all(|w| !is_coined(w)));
    }
}
