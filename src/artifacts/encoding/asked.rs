//! Question marks that stand for marks which an encoding does not have: "wasn?t", "?Yes,? she said", "the plan ? a good one ? failed".

use super::neighbours::{before, closes, contracts, is_address, opens, stands_alone, takes_ending, token, word_before};
use crate::artifacts::{Category, Finding, Page};
use crate::text::{Span, border_after};

/// So far before a lost dash the text must not have been set apart by a tokeniser.
const NEAR: usize = 160;

/// Looks at every question mark.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let text = page.text;
    // The mark of this line that opens a quotation.
    let mut open: Option<Span> = None;
    let mut line = 0;
    for (at, _) in text.match_indices('?') {
        if text[line..at].contains('\n') {
            open = None;
        }
        line = at;
        let span = Span::new(at, at + 1);
        let word = word_before(text, at);
        let rest = &text[at + 1..];
        let says = |what: &str| Finding::new(Category::EncReplacementChar, span, format!("{what} was lost and became a question mark"));
        if !word.is_empty() && takes_ending(word, rest) {
            if !is_address(token(text, at)) {
                let finding = says("An apostrophe");
                findings.push(if contracts(word, rest) { finding.repair("’") } else { finding.propose("’") });
            }
        } else if opens(text, at, at + 1) && rest.starts_with(char::is_uppercase) {
            open = Some(span);
        } else if before(text, at).is_some_and(|c| matches!(c, ',' | '.')) && closes(text, at, at + 1) {
            if let Some(start) = open.take() {
                let message = "A quotation mark was lost and became a question mark";
                findings.push(Finding::new(Category::EncReplacementChar, start, message).propose("“"));
                findings.push(says("A quotation mark").propose("”"));
            }
        } else if stands_for_a_dash(text, at) {
            findings.push(says("A dash").propose("–"));
        }
    }
}

/// A question mark between blanks, before a word in small letters, where no tokeniser set marks apart.
pub(in crate::artifacts) fn stands_for_a_dash(text: &str, at: usize) -> bool {
    let rest = &text[at + 1..];
    if !stands_alone(text, at, at + 1) || !rest[1..].starts_with(|c: char| c.is_ascii_lowercase()) || !text[..at - 1].ends_with(|c: char| c.is_alphanumeric()) {
        return false;
    }
    let near = border_after(text, at.saturating_sub(NEAR));
    let around = [&text[near..at - 1], &rest[..rest.char_indices().take_while(|(n, _)| *n < NEAR).last().map_or(0, |(n, _)| n)]];
    !around.iter().any(|s| s.contains(" ,") || s.contains(" .") || s.contains(" ! ") || s.contains(['é', 'è', 'à', '«']))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn lost_marks() {
        fires(Category::EncReplacementChar, "The clerk⟦?→’⟧s desk wasn⟦?→’⟧t there.");
        fires(Category::EncReplacementChar, "⟦?→“⟧We will see to it,⟦?→”⟧ she said.");
        fires(Category::EncReplacementChar, "The hall ⟦?→–⟧ the old one ⟦?→–⟧ is gone.");
        silent(Category::SpaceBeforePunct, "The hall ? the old one ? is gone.");
        silent(
            Category::EncReplacementChar,
            "Who knew? s he asked. Why? Really?! He asked, “Why?” See example.org/?s=2. Was it 5? no. ?Que? “What?,” he said.",
        );
        silent(Category::EncReplacementChar, "He left , she said . Is it true ? we asked him then .");
    }
}
