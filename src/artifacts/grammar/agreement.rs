//! "They was", "He have": a pronoun and a verb that do not agree. What people say is quoted as they say it.

use crate::artifacts::{Category, Context, Finding};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// Looks at the pronoun at token `n`.
pub(super) fn pronoun(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let word = |m: usize| tokens.get(m).map_or("", |t| t.of(text));
    let Some(verb) = tokens.get(n + 1).filter(|t| t.spaced && t.kind == TokenKind::Word) else { return };
    let right = match (word(n), verb.of(text)) {
        ("They" | "they" | "We" | "we", "was") => "were",
        ("They" | "they" | "We" | "we", "is") => "are",
        ("They" | "they" | "We" | "we", "has") => "have",
        ("They" | "they" | "We" | "we", "does") => "do",
        ("He" | "he" | "She" | "she", "have") => "has",
        ("He" | "he" | "She" | "she", "are") => "is",
        _ => return,
    };
    // Only where the pronoun is surely the subject: at the start of a sentence, or after a word that opens a clause.
    let opens = context.view.layout().sentences.binary_search_by_key(&n, |s| s.tokens.start).is_ok();
    let after = n > 0 && tokens[n].spaced && matches!(word(n - 1), "and" | "but" | "because" | "while" | "although" | "when" | "where");
    let quoted = context.is_quoted(tokens[n].span);
    let marked = n > 0 && tokens[n - 1].kind == TokenKind::QuoteMark;
    if !(opens || after) || quoted || marked || tokens.get(n + 2).is_some_and(|t| t.kind == TokenKind::QuoteMark && t.spaced) {
        return;
    }
    let message = format!("“{} {}”: subject and verb do not agree", word(n), verb.of(text));
    let edit = context.replacement(verb.span, right);
    findings.push(context.finding(Category::GramAgreement, tokens[n].span.cover(verb.span), message).propose_edits(vec![edit]).with_score(0.9));
}

/// "Many house were": a count, a singular noun and a plural verb; the dictionary tells the plural. "There is many reasons".
pub(super) fn count(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let word = |m: usize| tokens.get(m).map_or("", |t| t.of(text));
    let Some(dictionary) = context.dictionary else { return };
    let (noun, verb) = (word(n + 1), word(n + 2));
    let small = noun.len() > 2 && noun.bytes().all(|b| b.is_ascii_lowercase());
    if n > 1 && matches!((word(n - 2), word(n - 1)), ("There" | "there", "is" | "was")) {
        let plural = small && noun.ends_with('s') && !noun.ends_with("ss") && noun.strip_suffix('s').is_some_and(|one| dictionary.rank(one).is_some());
        if plural && !matches!(word(n), "Many" | "Two" | "Three") && !context.is_quoted(tokens[n].span) {
            let right = if word(n - 1) == "is" { "are" } else { "were" };
            let span = tokens[n - 2].span.cover(tokens[n + 1].span);
            let edit = context.replacement(tokens[n - 1].span, right);
            let message = format!("“{} {}” before “{} {noun}”, which are several", word(n - 2), word(n - 1), word(n));
            findings.push(context.finding(Category::GramAgreement, span, message).propose_edits(vec![edit]).with_score(0.9));
        }
        return;
    }
    // "how many total were": the count itself is the subject.
    if n > 0 && matches!(word(n - 1), "how" | "How" | "so" | "as" | "too") {
        return;
    }
    if !small || noun.ends_with('s') || !matches!(verb, "were" | "are" | "have") || is_uncounted(noun) || context.is_quoted(tokens[n].span) {
        return;
    }
    let plural = if noun.ends_with(['x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") { format!("{noun}es") } else { format!("{noun}s") };
    let rank = |w: &str| dictionary.rank(w).unwrap_or(u32::MAX);
    // A noun whose plural is about as common; an adjective's is not ("Many young were").
    if rank(noun) > 12_000 || rank(&plural) > 12_000 || rank(&plural) / 30 > rank(noun).max(40) {
        return;
    }
    let message = format!("“{} {noun} {verb}”: the noun is singular", word(n));
    let edit = context.replacement(tokens[n + 1].span, plural);
    findings.push(context.finding(Category::GramAgreement, tokens[n].span.cover(tokens[n + 1].span), message).propose_edits(vec![edit]).with_score(0.8));
}

/// Words that stand between a count and a plural verb without being a singular noun.
fn is_uncounted(word: &str) -> bool {
    const WORDS: WordSet = WordSet::new(
        "aircraft alike alone also and billion black blind cannon children conservative craft crew critical dead deer dozen each elderly elite even \
         female fifth fish foot foreign gay half head here hundred initially injured just liberal local male men mile million missing moderate more \
         native now offspring once other people percent police poor public quarter rich salmon score sheep simply staff still that then there third \
         thousand today too total trout which white who women wounded yet young",
    );
    WORDS.has(word)
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn pronoun_and_verb() {
        fires(Category::GramAgreement, "⟦They was→They were⟧ late, but ⟦he have→he has⟧ a key.");
        silent(
            Category::GramAgreement,
            "They were late. If he were here, did he have a key? “They was late,” she said. One of we is enough. He demands that she have a key.",
        );
    }
}
