//! Sentences, paragraphs and headlines that stand twice.

use std::collections::HashMap;

use crate::artifacts::{Category, Context, Finding, Severity};
use crate::text::{Span, TokenKind};

use super::keys::Keys;

/// Shorter ones may be refrains ("I do."), rules ("* * *") and speakers' names in a transcript.
const WORDS: usize = 6;
/// So long a paragraph is not repeated as background.
const LONG: usize = 40;
/// A headline may be shorter.
const HEADLINE_WORDS: usize = 3;

/// Compares sentences and paragraphs by their words alone.
pub(super) fn find(context: &Context<'_>, keys: &Keys, findings: &mut Vec<Finding>) {
    let layout = context.view.layout();
    let headline = headline(context, keys, findings);
    let mut paragraphs: HashMap<u64, usize> = HashMap::new();
    let mut repeated = vec![false; layout.paragraphs.len()];
    for (n, paragraph) in layout.paragraphs.iter().enumerate() {
        let (key, words) = fold(context, keys, paragraph.tokens.clone());
        if words < WORDS || headline == Some(n) {
            continue;
        }
        if let Some(first) = paragraphs.insert(key, n) {
            repeated[n] = true;
            let place = if first + 1 == n { "just above".to_owned() } else { format!("as paragraph {}", first + 1) };
            let finding =
                context.finding(Category::DupParagraph, paragraph.span, format!("This paragraph of {words} words stands {place} already")).propose("");
            // A live blog repeats a line of background far apart; a copied block stands beside its original, is long, or has others after it.
            let block = first + 1 == n || words >= LONG || (n > 0 && repeated[n - 1]);
            findings.push(if block { finding } else { finding.with_severity(Severity::Info) });
        }
    }
    let mut sentences: HashMap<u64, usize> = HashMap::new();
    for (n, sentence) in layout.sentences.iter().enumerate() {
        if repeated[sentence.paragraph] || headline == Some(sentence.paragraph) {
            continue;
        }
        let (key, words) = fold(context, keys, sentence.tokens.clone());
        if words < WORDS {
            continue;
        }
        let Some(first) = sentences.insert(key, n) else { continue };
        let near = first + 1 == n || layout.sentences[first].paragraph == sentence.paragraph;
        let message = if near { "This sentence stands twice in a row" } else { "This sentence stands elsewhere in the article too" };
        let finding = context.finding(Category::DupSentence, sentence.span, message);
        // Elsewhere it may be a quotation pulled out for emphasis.
        findings.push(if near { finding.propose("") } else { finding.with_severity(Severity::Info) });
    }
}

/// The words of `range` as one number, and how many they are.
fn fold(context: &Context<'_>, keys: &Keys, range: std::ops::Range<usize>) -> (u64, usize) {
    let mut hash = 0u64;
    let mut words = 0;
    for n in range {
        if matches!(context.view.layout().tokens[n].kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic) {
            hash = (hash.rotate_left(7) ^ keys.0[n]).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            words += usize::from(context.view.layout().tokens[n].kind != TokenKind::Clitic);
        }
    }
    (hash, words)
}

/// The first line again as the second or third, but for its full stop. Gives the paragraph that repeats it.
fn headline(context: &Context<'_>, keys: &Keys, findings: &mut Vec<Finding>) -> Option<usize> {
    let layout = context.view.layout();
    let first = layout.paragraphs.first()?;
    let (key, words) = fold(context, keys, first.tokens.clone());
    let ends = context.view.text()[..first.span.end()].ends_with(['.', '!', '?', '"', '”']);
    if !(HEADLINE_WORDS..=20).contains(&words) || ends {
        return None;
    }
    for (n, paragraph) in layout.paragraphs.iter().enumerate().take(3).skip(1) {
        if fold(context, keys, paragraph.tokens.clone()) == (key, words) {
            let span = Span::new(paragraph.span.start(), paragraph.span.end());
            findings.push(context.finding(Category::DupHeadline, span, "The headline stands here again, as part of the body").propose(""));
            return Some(n);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn paragraphs_and_sentences() {
        fires(Category::DupParagraph, "A long first paragraph about a court case.\n\n⟦A long first paragraph about a court case.→⟧\n\nEnd.");
        fires(Category::DupSentence, "The court met for three hours on Friday. ⟦The court met for three hours on Friday.→⟧ It rose.");
        silent(Category::DupParagraph, "* * *\n\ntext\n\n* * *");
        silent(Category::DupSentence, "Tyger Tyger, burning bright");
        silent(Category::DupSentence, "“I do.” He smiled. “I do.” They left.");
    }

    #[test]
    fn headlines() {
        fires(Category::DupHeadline, "Council puts off the bridge vote\n\n⟦Council puts off the bridge vote→⟧\n\nThe council met.");
        silent(Category::DupHeadline, "Council puts off the bridge vote\n\nThe council met.");
    }
}
