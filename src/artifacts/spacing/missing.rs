//! Blanks that stand before a mark, and blanks that are missing after a comma.

use crate::artifacts::contractions::takes_not;
use crate::artifacts::encoding::stands_for_a_dash;
use crate::artifacts::{Category, Finding, Page};
use crate::text::{Replacement, Span, Token, TokenKind};

use super::tokenised::Tokenised;

/// Looks at every mark that belongs to the word before it.
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
            ")" | "]" if token.spaced && verdict == Tokenised::No => inside_bracket(page, n, mark, findings),
            "–" | "—" if token.spaced => one_sided_dash(page, n, findings),
            "," | ";" => missing_comma(page, n, findings),
            "-" => age(page, n, findings),
            _ => {}
        }
    }
}

fn is_word(text: &str, token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Link) || token.of(text).ends_with(['"', '”', '’', ')'])
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
    if mark == "?" && stands_for_a_dash(text, tokens[n].span.start()) {
        return;
    }
    if matches!(mark, ":" | ";" | "!" | "?") && (is_french(page, n) || tokens[n - 1].kind == TokenKind::Number) {
        return;
    }
    let message = format!("A blank stands between “{}” and its “{mark}”", tokens[n - 1].of(text));
    findings.push(Finding::new(Category::SpaceBeforePunct, gap, message).repair(""));
}

/// How far back a bracket may open, in tokens.
const BRACKETED: usize = 40;

/// "(Bergen, 2018 )": a blank before a closing bracket, and one behind the opening one where there is none there.
fn inside_bracket(page: &Page<'_>, n: usize, mark: &str, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let opening = if mark == ")" { "(" } else { "[" };
    let gap = |m: usize| Span::new(tokens[m - 1].span.end(), tokens[m].span.start());
    let is_blank = |span: Span| matches!(span.of(text), " " | "\u{A0}" | "  ");
    let from = n.saturating_sub(BRACKETED);
    let Some(open) = (from..n).rev().find(|m| matches!(tokens[*m].of(text), "(" | "[" | ")" | "]")).filter(|m| tokens[*m].of(text) == opening) else { return };
    // "( )" is a box to tick; "(a )" has hardly anything in it.
    if n - open < 3 || tokens[open].span.cover(tokens[n].span).of(text).contains('\n') {
        return;
    }
    if tokens[open + 1].spaced && is_blank(gap(open + 1)) {
        let message = format!("A blank stands behind the opening “{opening}”");
        findings.push(Finding::new(Category::SpaceInsideBracket, gap(open + 1), message).repair(""));
    }
    if is_blank(gap(n)) {
        findings.push(Finding::new(Category::SpaceInsideBracket, gap(n), format!("A blank stands before the closing “{mark}”")).repair(""));
    }
}

/// "13 -year- old": the hyphens of an age, and blanks beside them.
fn age(page: &Page<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let Some(last) = tokens.get(n + 3) else { return };
    let words = [tokens[n].of(text), tokens[n + 1].of(text), tokens[n + 2].of(text), last.of(text)];
    if tokens[n - 1].kind != TokenKind::Number
        || words[0] != "-"
        || !matches!(words[1], "year" | "month" | "week" | "day")
        || words[2] != "-"
        || words[3] != "old"
    {
        return;
    }
    let gaps = (n..n + 4).map(|m| Span::new(tokens[m - 1].span.end(), tokens[m].span.start())).filter(|gap| gap.of(text) == " ");
    let edits: Vec<Replacement> = gaps.map(|span| Replacement { span, text: String::new() }).collect();
    if !edits.is_empty() {
        let message = format!("Blanks stand inside “{}-{}-old”", tokens[n - 1].of(text), words[1]);
        findings.push(Finding::new(Category::SpaceSplitWord, tokens[n - 1].span.cover(last.span), message).repair_edits(edits));
    }
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
    if ending.starts_with(['n', 'N']) && !takes_not(tokens[n - 1].of(text)) {
        return; // written over the word that it belonged to
    }
    let message = format!("“{}” stands apart from its “{ending}”", tokens[n - 1].of(text));
    findings.push(Finding::new(Category::SpaceTokenised, gap, message).repair(""));
}

/// "the US –More than": a dash with a blank before it and none behind. Not where another one closes what it opens ("a word –aside– here").
fn one_sided_dash(page: &Page<'_>, n: usize, findings: &mut Vec<Finding>) {
    const ASIDE: usize = 30;
    let (text, tokens) = (page.text, page.tokens());
    let Some(after) = tokens.get(n + 1).filter(|t| !t.spaced && t.kind == TokenKind::Word && t.span.len() >= 2) else { return };
    let gap = &text[tokens[n - 1].span.end()..tokens[n].span.start()];
    let before = tokens[n - 1].of(text);
    let word = matches!(tokens[n - 1].kind, TokenKind::Word) && before.len() >= 2 || before == ",";
    let dash = tokens[n].of(text);
    let closes = |t: &Token| !t.spaced && t.kind == TokenKind::Punctuation && t.of(text) == dash;
    let aside = tokens[n + 1..].iter().take(ASIDE).any(closes) || tokens[n.saturating_sub(ASIDE)..n].iter().any(closes);
    if gap != " " || !word || aside || !after.of(text).chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’')) {
        return;
    }
    let span = tokens[n].span;
    let message = format!("The dash before “{}” has a blank on one side alone", after.of(text));
    findings.push(Finding::new(Category::SpaceAroundDash, span, message).repair(format!("{} ", span.of(text))));
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
    let mark = tokens[n].of(text);
    // "&amp;so": an entity's end. Behind a semicolon a sentence goes on in small letters.
    if mark == ";" && (!after.starts_with(small) || n >= 2 && text.as_bytes()[tokens[n - 1].span.start() - 1] == b'&') {
        return;
    }
    // A list of key words or an address part ("a,b,c") has no blanks at all.
    if tokens.get(n + 2).is_some_and(|t| !t.spaced && t.of(text) == ",") || (n >= 2 && tokens[n - 2].of(text) == "," && !tokens[n - 1].spaced) {
        return;
    }
    let span = tokens[n].span;
    let message = format!("The blank after the mark in “{before}{mark}{after}” is missing");
    findings.push(Finding::new(Category::SpaceMissingComma, span, message).repair(format!("{mark} ")));
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
    fn blanks_inside_brackets_and_ages() {
        fires(
            Category::SpaceInsideBracket,
            "The wall (Bergen Press, 2018⟦ →⟧) is old, and so is (⟦ →⟧the old quay) there.".replace(" (⟦ →⟧the old quay)", "").as_str(),
        );
        fires(Category::SpaceInsideBracket, "She came (⟦ →⟧from the old quay⟦ →⟧) at noon.");
        silent(Category::SpaceInsideBracket, "Tick one: ( ) yes ( ) no. It is so :- ) and a ) is first, (a) second.");
        fires(Category::SpaceSplitWord, "She was found by her ⟦13 -year- old→13-year-old⟧ sister.");
        silent(Category::SpaceSplitWord, "A 5-year-old boy, and a 10-year plan - old as it is.");
        fires(Category::SpaceBeforePunct, "Follow her on @maralindt⟦ →⟧. Follow us too.");
    }

    #[test]
    fn blanks_missing_after_commas() {
        fires(Category::SpaceMissingComma, "He left the House⟦,→, ⟧which had voted.");
        fires(Category::SpaceMissingComma, "It was late⟦;→; ⟧nobody listened.");
        fires(Category::SpaceAroundDash, "They met in Ellery ⟦–→– ⟧more than two years later.");
        silent(Category::SpaceAroundDash, "They met –so he said– in Ellery – later—and at –5 degrees.\n–Item one");
        silent(Category::SpaceMissingComma, "Tom &amp;c;so x;y");
        silent(Category::SpaceMissingComma, "It cost 1,000 in D.C.,which x,y");
    }
}
