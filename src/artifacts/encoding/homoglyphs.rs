//! Letters of another script that look like Latin ones.

use std::ops::Range;

use crate::artifacts::{Category, Finding, Page};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// Finds words that mix Latin letters with look-alikes of Greek or Cyrillic.
pub(super) fn find(page: &Page<'_>, repaired: &[Range<usize>], findings: &mut Vec<Finding>) {
    let text = page.text;
    if text.is_ascii() {
        return;
    }
    for token in page.tokens().iter().filter(|t| t.kind == TokenKind::Word) {
        let word = token.of(text);
        // The first bytes of Greek and Cyrillic letters.
        if !word.bytes().any(|b| matches!(b, 0xCD..=0xD1)) {
            continue;
        }
        let latin = word.chars().filter(char::is_ascii_alphabetic).count();
        let foreign = word.chars().filter(|c| look_alike(*c).is_some()).count();
        let all = word.chars().all(|c| c.is_ascii() || look_alike(c).is_some() || matches!(c, '’'));
        if latin == 0 || foreign == 0 || !all || foreign >= latin.max(2) {
            continue;
        }
        let next = repaired.partition_point(|r| r.end <= token.span.start());
        if repaired.get(next).is_some_and(|r| r.start < token.span.end()) {
            continue;
        }
        let fixed: String = word.chars().map(|c| look_alike(c).unwrap_or(c)).collect();
        let foreigner = word.chars().find(|c| look_alike(*c).is_some()).unwrap_or(' ');
        let script = if u32::from(foreigner) < 0x400 { "Greek" } else { "Cyrillic" };
        let message = format!("“{fixed}” is written with a {script} “{foreigner}” among Latin letters");
        let finding = Finding::new(Category::EncHomoglyph, token.span, message);
        // A name in capitals may be styled so on purpose, unless it stands in a sentence.
        let styled = !word.contains(char::is_lowercase);
        if styled && !in_a_sentence(page, token.span.start()) {
            findings.push(finding.hint());
        } else {
            findings.push(if styled { finding.propose(fixed) } else { finding.repair(fixed) });
        }
    }
}

/// True where small English words stand around `at`.
fn in_a_sentence(page: &Page<'_>, at: usize) -> bool {
    const SMALL: WordSet = WordSet::new("a and at by for has in is of on said that the to was with");
    let layout = page.layout();
    let Some(sentence) = layout.sentence_at(at).map(|n| &layout.sentences[n]) else { return false };
    let small = |word: &str| SMALL.has(word);
    layout.tokens[sentence.tokens.clone()].iter().take(200).any(|t| small(t.of(page.text)))
}

/// The Latin letter that `c` is drawn like. Source: Unicode Technical Standard 39, confusables.
fn look_alike(c: char) -> Option<char> {
    const FOREIGN: &str = "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    const LATIN: &str = "ABESIJKMHOPCTYXaeijopcyxsdhlABEZHIKMNOPTYXo";
    if c.is_ascii() {
        return None;
    }
    FOREIGN.chars().zip(LATIN.chars()).find(|(f, _)| *f == c).map(|(_, l)| l)
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn look_alikes() {
        fires(Category::EncHomoglyph, "the state’s ⟦Аttorney→Attorney⟧ General");
        fires(Category::EncHomoglyph, "a report of the ⟦СNN→CNN⟧ news room");
        silent(Category::EncHomoglyph, "Москва, 5 µm, β-blocker, 10 Ω, ВІКІ");
    }
}
