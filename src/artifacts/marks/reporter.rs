//! Who speaks, told at the end of a paragraph whose quotation seems to go on: "“It is late, said Lena Ortiz.".

use crate::lexicon::WordSet;
use crate::text::{Layout, TokenKind};

/// The verbs that stand beside who speaks, most of the time.
const VERBS: WordSet = WordSet::new("added asked explained recalled replied said says warned wrote");

/// So many tokens from the paragraph's end, the clause may begin.
const LONGEST: usize = 16;

/// True where paragraph `paragraph` ends in a clause that tells who spoke, after a comma or mark that belongs to what was said
/// from token `open` on.
pub(super) fn ends_in_reporter(layout: &Layout, text: &str, open: usize, paragraph: usize) -> bool {
    let end = layout.paragraphs[paragraph].tokens.end;
    let word = |n: usize| if n < end { layout.tokens[n].of(text) } else { "" };
    if word(end - 1) != "." {
        return false;
    }
    let is_verb = |n: usize| VERBS.has(word(n));
    let is_name = |n: usize| n < end && layout.tokens[n].kind == TokenKind::Word && word(n).starts_with(char::is_uppercase);
    (open + 3..end).skip((end - open).saturating_sub(LONGEST + 3)).any(|n| {
        // What follows a comma here is no new sentence of the speaker: "said Ola Berg", "he said.".
        matches!(word(n), "," | "?" | "!")
            && (is_verb(n + 1) && (is_name(n + 2) || matches!(word(n + 2), "the" | "a" | "an" | "her" | "his"))
                || matches!(word(n + 1), "he" | "she" | "they") && is_verb(n + 2) && matches!(word(n + 3), "." | ","))
    })
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn who_speaks_at_the_end_of_an_open_quotation() {
        fires(Category::QuoteUnclosed, "⟦“⟧The river rose at night, said Lena Ortiz, a fisher⟦.→.”⟧\n\n“Nobody came,” she said.");
        fires(Category::QuoteUnclosed, "⟦“⟧Who will pay for the wall? she asked⟦.→.”⟧\n\n“We will,” said Paul Kwan.");
        silent(Category::QuoteUnclosed, "“The river rose at night.\n\n“Nobody came,” she said.");
        silent(Category::QuoteUnclosed, "“He asked me twice, and I said no to the mayor.\n\n“Nobody came,” she said.");
    }
}
