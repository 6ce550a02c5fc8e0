//! "a apple" and "an book": the article that the next sound does not take.

use crate::artifacts::Finding;
use crate::artifacts::{Category, Context, Tier};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// Looks at the article at token `n`.
pub(super) fn find(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    const LETTERED: WordSet = WordSet::new("a category class grade group hepatitis model option part plan section team type vitamin");
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let Some(next) = tokens.get(n + 1).filter(|t| t.spaced && t.kind == TokenKind::Word) else { return };
    let (article, word) = (tokens[n].of(text), next.of(text));
    let after = tokens.get(n + 2).filter(|t| !t.spaced).map_or("", |t| t.of(text));
    let between = &text[tokens[n].span.end()..next.span.start()];
    // "hepatitis a infections", "vitamin a is": a letter of the alphabet, not an article.
    let lettered = n > 0 && LETTERED.has(tokens[n - 1].of(text).to_lowercase().as_str());
    let clean = word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase()) && word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if between != " " || lettered || !clean || matches!(after, "/" | "'" | "’") || n > 0 && !tokens[n].spaced && tokens[n - 1].kind != TokenKind::QuoteMark {
        return;
    }
    let right = match article {
        "a" | "A" if wants_an(word) => format!("{article}n"),
        "an" | "An" if wants_a(word) => article[..1].to_owned(),
        _ => return,
    };
    let message = format!("“{article} {word}”: the sound that follows takes “{right}”");
    let mut finding = context.finding(Category::GramArticle, tokens[n].span, message).propose(right).with_score(0.9);
    finding.tier = Tier::Finding;
    findings.push(finding);
}

/// True for a word that surely begins with a vowel's sound.
fn wants_an(word: &str) -> bool {
    const SMALL: WordSet = WordSet::new("also and are even into off once one ones only onto our out over upon");
    // Small words follow "a" where it is a letter.
    if SMALL.has(word) {
        return false;
    }
    match word.as_bytes() {
        [b'u', b'n', b'i', fourth, ..] => matches!(fourth, b'd' | b'm' | b'n'),
        [b'u', b'n', ..] => !word.starts_with("unani"),
        [b'u', b'p' | b'g' | b'm' | b'l', ..] => true,
        [b'u', ..] => false,
        [b'e', b'u' | b'w', ..] => false,
        [b'o', b'n', b'e', ..] | [b'o', b'u', b'i' | b'a', ..] => false,
        [b'a' | b'e' | b'i' | b'o', ..] => true,
        _ => SILENT_H.has(word),
    }
}

/// True for a word that surely begins with a consonant's sound.
fn wants_a(word: &str) -> bool {
    match word.as_bytes()[0] {
        b'h' | b'x' | b'y' | b'a' | b'e' | b'i' | b'o' => false,
        b'u' => LIKE_YOU.has(word),
        // "an nth", "an mpeg": letters that are named.
        first => {
            let second = word.as_bytes()[1];
            matches!(second, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'r' | b'l' | b'h')
                || first == b's' && second != b's'
                || matches!((first, second), (b'k', b'n') | (b't', b'w'))
        }
    }
}

/// Words whose h is silent.
const SILENT_H: WordSet = WordSet::new("heir heiress heirloom honest honor honorary honour honourable hour hourly");

/// Words that begin like "you".
const LIKE_YOU: WordSet = WordSet::new("uniform union unique unit united universal university useful user usual");

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn articles_that_do_not_fit() {
        fires(Category::GramArticle, "He ate ⟦a→an⟧ apple in ⟦an→a⟧ garden for ⟦a→an⟧ hour.");
        fires(Category::GramArticle, "⟦An→A⟧ university is ⟦a→an⟧ unusual place.");
        silent(
            Category::GramArticle,
            "A European union, a one-off, a uniform, an hour, an X-ray, an MP, an FBI agent, an historic day, an $8 fee, vitamin a and hepatitis a infections; a unanimous vote, a ewe, a useful tool, an honest man.",
        );
    }
}
