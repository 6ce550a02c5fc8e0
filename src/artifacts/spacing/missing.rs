//! Blanks that stand before a mark, and blanks that are missing after one.

use crate::artifacts::{Category, Finding, Page};
use crate::text::{Replacement, Span, Token, TokenKind};

use super::tokenised::Tokenised;

/// Looks at every comma and full stop.
pub(super) fn find(page: &Page<'_>, verdict: Tokenised, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    for (n, token) in tokens.iter().enumerate().skip(1) {
        if token.kind == TokenKind::Clitic && token.spaced && verdict == Tokenised::No {
            split_ending(page, n, findings);
        }
        if token.kind != TokenKind::Punctuation {
            continue;
        }
        let mark = token.of(text);
        match mark {
            "," | "." | ";" | ":" | "!" | "?" if token.spaced && verdict == Tokenised::No => before_mark(page, n, mark, findings),
            "," => missing_comma(page, n, findings),
            "." | "!" | "?" => missing_sentence(page, n, findings),
            _ => {}
        }
    }
}

fn is_word(text: &str, token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number) || token.of(text).ends_with(['"', '”', '’', ')'])
}

fn before_mark(page: &Page<'_>, n: usize, mark: &str, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let gap = Span::new(tokens[n - 1].span.end(), tokens[n].span.start());
    let next_apart = tokens.get(n + 1).is_none_or(|t| t.spaced || (t.kind == TokenKind::QuoteMark && !matches!(mark, ":" | ";")));
    let blanks = gap.of(text);
    if blanks.is_empty() || blanks.len() > 4 || blanks.chars().any(|c| !matches!(c, ' ' | '\u{A0}')) || !next_apart || !is_word(text, &tokens[n - 1]) {
        return;
    }
    let dot = |m: Option<&Token>| m.is_some_and(|t| t.of(text).starts_with('.'));
    if mark == "." && (dot(tokens.get(n + 1)) || tokens[n - 1].of(text).ends_with('.')) {
        return;
    }
    // French sets these apart; so does a score ("3 : 1").
    if matches!(mark, ":" | ";" | "!" | "?") && (is_french(page, n) || tokens[n - 1].kind == TokenKind::Number) {
        return;
    }
    let message = format!("A blank stands between “{}” and its “{mark}”", tokens[n - 1].of(text));
    findings.push(Finding::new(Category::SpaceBeforePunct, gap, message).repair(""));
}

/// True where the words around token `n` are French, or accented like it.
fn is_french(page: &Page<'_>, n: usize) -> bool {
    let tokens = page.tokens();
    tokens[n.saturating_sub(8)..(n + 8).min(tokens.len())].iter().any(|t| {
        let word = t.of(page.text);
        matches!(word, "le" | "la" | "les" | "des" | "est" | "et" | "que" | "pas" | "une" | "vous" | "«" | "»") || word.contains(['é', 'è', 'ç', 'ê', 'à'])
    })
}

/// "Trump 's" in a text that was not tokenised.
fn split_ending(page: &Page<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let gap = Span::new(tokens[n - 1].span.end(), tokens[n].span.start());
    let next = tokens.get(n + 1);
    if gap.of(text) != " " || tokens[n - 1].kind != TokenKind::Word || !next.is_some_and(|t| t.spaced && t.kind == TokenKind::Word) {
        return;
    }
    let ending = tokens[n].of(text);
    if ending.ends_with(['d', 'D', 'm', 'M']) || ending.chars().count() > 2 && !ending.starts_with('n') {
        return; // 'em, 'd: also words of their own
    }
    let message = format!("“{}” stands apart from its “{ending}”", tokens[n - 1].of(text));
    findings.push(Finding::new(Category::SpaceTokenised, gap, message).repair(""));
}

fn missing_comma(page: &Page<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let Some(after) = tokens.get(n + 1).filter(|t| !t.spaced && t.kind == TokenKind::Word) else { return };
    let (before, after) = (tokens[n - 1].of(text), after.of(text));
    let small = |c: char| c.is_ascii_lowercase();
    if tokens[n].spaced {
        return;
    }
    let starts = after.starts_with(|c: char| c.is_ascii_alphabetic()) && after.len() >= 2;
    if !before.ends_with(small) || before.len() < 2 || !starts || tokens[n - 1].kind != TokenKind::Word {
        return;
    }
    // A list of key words or an address part ("a,b,c") has no blanks at all.
    if tokens.get(n + 2).is_some_and(|t| !t.spaced && t.of(text) == ",") || (n >= 2 && tokens[n - 2].of(text) == "," && !tokens[n - 1].spaced) {
        return;
    }
    let span = tokens[n].span;
    let message = format!("The blank after the comma in “{before},{after}” is missing");
    findings.push(Finding::new(Category::SpaceMissingComma, span, message).repair(", "));
}

fn missing_sentence(page: &Page<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let before = &tokens[n - 1];
    let word_before = before.of(text);
    let plain = before.kind == TokenKind::Word && word_before.len() >= 2 && word_before.bytes().rev().take(2).all(|b| b.is_ascii_lowercase());
    if tokens[n].spaced || !plain {
        return;
    }
    let mut next = n + 1;
    let mark = tokens.get(next).filter(|t| !t.spaced && t.kind == TokenKind::QuoteMark).map(|t| t.of(text));
    if mark.is_some() {
        next += 1;
    }
    let Some(after) = tokens.get(next).filter(|t| !t.spaced && t.kind == TokenKind::Word) else { return };
    let word = after.of(text);
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase()) && (word == "A" || word == "I" || word[1..].starts_with(|c: char| c.is_ascii_lowercase()));
    let apart = tokens.get(next + 1).is_none_or(|t| t.spaced || matches!(t.kind, TokenKind::Clitic) || t.of(text) == ",");
    if !capital || !apart || is_domain(word) {
        return;
    }
    let closing = match mark {
        None => true,
        Some("”" | "’" | "»") => true,
        Some("\"") => closes(page, n),
        Some(_) => false,
    };
    let at = if mark.is_some() && closing { tokens[n + 1].span.end() } else { tokens[n].span.end() };
    let span = if mark.is_some() { tokens[n].span.cover(tokens[n + 1].span) } else { tokens[n].span };
    let message = format!("No blank stands between the sentences that end in “{word_before}” and begin with “{word}”");
    let edit = Replacement { span: Span::empty(at), text: " ".into() };
    let fixed = format!("{} ", span.of(text));
    let finding = Finding::new(Category::SpaceMissingSentence, span, message);
    // As one replacement of the span where that says the same.
    findings.push(if at == span.end() { finding.repair(fixed) } else { finding.repair_edits(vec![edit]) });
}

/// True where the straight mark after the full stop `n` closes: another one is open, or none follows that it could open for.
fn closes(page: &Page<'_>, n: usize) -> bool {
    let layout = page.layout();
    let Some(paragraph) = layout.paragraph_at(page.tokens()[n].span.start()).map(|p| &layout.paragraphs[p]) else { return true };
    let marks = |range: std::ops::Range<usize>| layout.tokens[range].iter().filter(|t| t.of(page.text) == "\"").count();
    let before = marks(paragraph.tokens.start..n + 1);
    before % 2 == 1 || marks(n + 2..paragraph.tokens.end.max(n + 2)) % 2 == 0
}

/// "Booking.Com": the end of a name, not a sentence.
fn is_domain(word: &str) -> bool {
    matches!(word, "Com" | "Org" | "Net" | "Co" | "Uk" | "Gov" | "Io" | "Tv")
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn blanks_before_marks() {
        fires(Category::SpaceBeforePunct, "The Islamic Front⟦ →⟧, Al Nur and others met.");
        silent(Category::SpaceBeforePunct, "Vraiment ? Il est là ! Mr. Lind waited . . . and left :) for a .45 in the .org domain.");
        fires(Category::SpaceTokenised, "The mayor⟦ →⟧'s office said the mayor's aides left, and the plan failed.");
        silent(Category::SpaceTokenised, "He said 'twas late and the dogs' food was gone.");
    }

    #[test]
    fn blanks_missing_after_marks() {
        fires(Category::SpaceMissingSentence, "It was the end⟦.→. ⟧Next came the vote.");
        fires(Category::SpaceMissingSentence, "“It is over,” he said⟦.”→.” ⟧The court rose.");
        fires(Category::SpaceMissingSentence, "he said⟦.\"→.\" ⟧The court");
        silent(Category::SpaceMissingSentence, "Node.js, E.ON, Politico.com, U.S.A and St.Louis at 5.30pm on Jan.6");
        fires(Category::SpaceMissingComma, "He left the House⟦,→, ⟧which had voted.");
        silent(Category::SpaceMissingComma, "It cost 1,000 in D.C.,which x,y");
    }
}
