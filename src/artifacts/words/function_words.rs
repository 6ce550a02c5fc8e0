//! Small words removed: "police arrested three people Friday connection robbery".

use crate::artifacts::{Category, Context, Finding};
use crate::lexicon::{SMALL_WORDS, WordClass, WordSet};
use crate::text::{Span, TokenKind};

/// Clean news has a share of about 0.4 to 0.45; below this, they were taken out.
const SHARE: f32 = 0.2;
/// Fewer words make a headline or a list, unless not one small word is among them.
const WORDS: usize = 100;
/// A short text with no small word at all.
const SHORT: std::ops::RangeInclusive<usize> = 9..=99;

/// From so many words on, one or two small ones may be left.
const LONGER: usize = 12;

/// The words without which English does not go on.
const SMALL: WordClass = WordClass::of(&[SMALL_WORDS, WordSet::new("s")]);

/// Counts small words in the whole text.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, layout) = (context.view.text(), context.view.layout());
    let (mut words, mut small, mut capitals, mut marks) = (0usize, 0usize, 0usize, 0usize);
    // The first some thousand words tell.
    for token in layout.tokens.iter().take(6000) {
        match token.kind {
            TokenKind::Word => {
                let word = token.of(text);
                words += 1;
                if word.len() <= 7 && is_small(word) {
                    small += 1;
                } else if !word.is_ascii() && !word.contains(['’', '\'']) {
                    return; // another language, most likely
                } else {
                    capitals += usize::from(word.starts_with(char::is_uppercase));
                }
            }
            TokenKind::Number => marks += 1,
            TokenKind::Punctuation => marks += 1,
            _ => {}
        }
    }
    let span = Span::new(0, text.len());
    if words >= WORDS {
        let share = small as f32 / words as f32;
        // Lists of names and tables have few small words too, but many capitals and marks.
        if share < SHARE && capitals * 3 < words && marks * 4 < words {
            let message = format!("{:.0} of 100 words are small ones such as “the” and “of”, where news has more than 40", share * 100.0);
            findings.push(context.finding(Category::WordStopwordsRemovedDocument, span, message));
        }
    } else if SHORT.contains(&words)
        && (small == 0 || words >= LONGER && small * 6 <= words)
        && capitals * 3 < words
        && marks == 0
        && layout.sentences.len() == 1
    {
        findings.push(context.finding(Category::WordStopwordsRemoved, span, format!("{small} of {words} words are small ones such as “the” or “of”")));
    }
}

fn is_small(word: &str) -> bool {
    let mut buffer = [0u8; 7];
    if word.len() > buffer.len() || !word.is_ascii() {
        return false;
    }
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).is_ok_and(|w| SMALL.has(w))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{findings, fires, silent};

    #[test]
    fn small_words_removed() {
        fires(Category::WordStopwordsRemoved, "⟦officers arrested three men Friday connection burglary harbour shop⟧");
        fires(Category::WordStopwordsRemoved, "⟦council met Friday put off vote bridge June mayor said plan not ready⟧");
        silent(Category::WordStopwordsRemoved, "Council Puts Off Vote Bridge Harbour Road Plan Third Time");
        silent(Category::WordStopwordsRemoved, "police, fire, water, roads, schools, parks, harbours, bridges, ferries, buses");
        let text = "council met friday vote bridge plan delayed third time members argued cost repairs mayor promised answer next month ".repeat(8);
        assert!(findings(&text).iter().any(|f| f.category == Category::WordStopwordsRemovedDocument));
    }
}
