//! Words inside quotations that the speaker did not say: another country's spelling, a wrong explanation in brackets.

use super::{Context, Finding};
use crate::artifacts::Category;
use crate::lexicon::{PhraseSet, WordSet};
use crate::text::TokenKind;

/// British spellings with the American ones; proper names with them ("Labour Party") are left out by their capital.
const BRITISH: PhraseSet = PhraseSet::new(
    "analyse=analyze|apologise=apologize|behaviour=behavior|centre=center|colour=color|colours=colors|criticise=criticize|criticised=criticized|\
     defence=defense|endeavour=endeavor|favour=favor|favourable=favorable|favourite=favorite|favourites=favorites|harbour=harbor|honour=honor|\
     honourable=honorable|honoured=honored|honours=honors|humour=humor|labour=labor|neighbour=neighbor|neighbourhood=neighborhood|neighbours=neighbors|\
     offence=offense|organisation=organization|organise=organize|organised=organized|programme=program|realise=realize|realised=realized|\
     recognise=recognize|recognised=recognized|rumours=rumors",
);

/// Looks at quotations and at explanations in brackets.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let (mut country, mut quoted) = (None, None);
    for (n, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Word if (6..=13).contains(&token.span.len()) => {
                let word = token.of(text);
                let Some(american) = BRITISH.value(word) else { continue };
                if quoted.get_or_insert_with(|| between_marks(context))[n] && *country.get_or_insert_with(|| country_of(context)) == Country::America {
                    let message = format!("“{word}” is British spelling inside a quotation in an article about Americans");
                    findings.push(context.finding(Category::VerbatimRegional, token.span, message).propose(american));
                }
            }
            TokenKind::Punctuation if token.of(text) == "[" => gloss(context, n, findings),
            _ => {}
        }
    }
}

/// Which tokens stand between double marks, paragraph by paragraph.
fn between_marks(context: &Context<'_>) -> Vec<bool> {
    let (text, layout) = (context.view.text(), context.view.layout());
    let mut quoted = vec![false; layout.tokens.len()];
    for paragraph in &layout.paragraphs {
        let mut open = false;
        for n in paragraph.tokens.clone() {
            match layout.tokens[n].of(text) {
                "\"" => open = !open,
                "“" => open = true,
                "”" => open = false,
                _ => quoted[n] = open,
            }
        }
    }
    quoted
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Country {
    America,
    Unclear,
}

/// Where the speakers of the article are from, as far as a few words tell.
fn country_of(context: &Context<'_>) -> Country {
    const AMERICAN: WordSet = WordSet::new(
        "American Americans California Chicago Clinton Congress Democrat Democratic Democrats Florida Georgia Illinois Iowa Manhattan Michigan \
         Nevada Obama Ohio Pennsylvania Republican Republicans Sen. Senate Senator Texas Trump U.S. US Virginia Washington Wisconsin York",
    );
    const OTHER: WordSet = WordSet::new(
        "Africa Australia Australian Britain British Brussels Canada Canadian Commons Delhi Dublin EU England English Hong India Indian Ireland \
         Irish Kenya Labour London MP MPs Melbourne Nigeria Ottawa Pakistan Scotland Scottish Singapore Sydney Theresa Tories Toronto Tory U.K. UK \
         Wales Zealand",
    );
    let text = context.view.text();
    let (mut american, mut other) = (0, 0);
    for token in context.view.layout().tokens.iter().filter(|t| t.kind == TokenKind::Word).take(20_000) {
        let word = token.of(text);
        if word.starts_with(|c: char| c.is_ascii_uppercase()) {
            american += usize::from(AMERICAN.has(word));
            other += usize::from(OTHER.has(word));
        }
    }
    if american > 0 && other == 0 { Country::America } else { Country::Unclear }
}

/// "SDNY [South District New York]" where the article elsewhere has "Southern District of New York".
fn gloss(context: &Context<'_>, open: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let Some(short) = open.checked_sub(1).map(|n| tokens[n].of(text)) else { return };
    let letters: Vec<char> = short.chars().filter(|c| *c != '.').collect();
    if !(3..=6).contains(&letters.len()) || !letters.iter().all(char::is_ascii_uppercase) {
        return;
    }
    let Some(close) = (open + 1..(open + 12).min(tokens.len())).find(|n| tokens[*n].of(text) == "]") else { return };
    let Some(given) = spelled_out(context, open + 1, &letters).filter(|end| *end == close) else { return };
    let given = tokens[open + 1].span.cover(tokens[given - 1].span).of(text);
    for n in 0..tokens.len() {
        if (open..=close).contains(&n) || !tokens[n].of(text).starts_with(letters[0]) {
            continue;
        }
        let Some(end) = spelled_out(context, n, &letters) else { continue };
        let elsewhere = tokens[n].span.cover(tokens[end - 1].span).of(text);
        if elsewhere != given {
            let span = tokens[open].span.cover(tokens[close].span);
            let message = format!("The brackets expand {short} to “{given}”; the article has “{elsewhere}” elsewhere");
            findings.push(context.finding(Category::VerbatimGlossError, span, message).propose(format!("[{elsewhere}]")));
            return;
        }
    }
}

/// One past the words from `n` on whose capitals are `letters`; small connecting words are passed over.
fn spelled_out(context: &Context<'_>, n: usize, letters: &[char]) -> Option<usize> {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let mut at = n;
    for letter in letters {
        let mut word = tokens.get(at)?.of(text);
        while at > n && matches!(word, "of" | "the" | "for" | "and" | "in") {
            at += 1;
            word = tokens.get(at)?.of(text);
        }
        if tokens[at].kind != TokenKind::Word || !word.starts_with(*letter) || word.len() < 3 {
            return None;
        }
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::BRITISH;
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn the_table_can_be_searched() {
        assert!(BRITISH.phrases().all(|pair| pair.split_once('=').is_some_and(|(british, american)| BRITISH.value(british) == Some(american))));
    }

    #[test]
    fn spelling_inside_quotations() {
        fires(Category::VerbatimRegional, "the governor of Ohio said: \"It was an ⟦honour→honor⟧.\"");
        silent(Category::VerbatimRegional, "Theresa May said: \"We honour our commitments.\" His favourite Ohio harbour is closed.");
    }

    #[test]
    fn explanations_in_brackets() {
        fires(
            Category::VerbatimGlossError,
            "She wrote: \"I led the NHB ⟦[North Harbour Board]→[Northern Harbour Board]⟧ well.\" The Northern Harbour Board met.",
        );
        silent(Category::VerbatimGlossError, "She wrote: \"I led the NHB [Northern Harbour Board] well.\" The Northern Harbour Board met.");
    }
}
