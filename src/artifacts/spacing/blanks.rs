//! Runs of blanks: double, wide where a word was lost, at line ends, at the start, tabs; and numbers torn from their fraction.

use crate::artifacts::{Category, Finding, Page};
use crate::lexicon::WordSet;
use crate::text::{Span, Token, TokenKind};

use super::decoded::Decoded;
use super::tokenised::Tokenised;

/// From so many blanks in mid-sentence on, a word may be missing: clean text has such runs in tables alone.
const WIDE: usize = 3;
/// So many wide gaps make the document one whose hyphenated words were removed.
const MANY_GAPS: usize = 3;

/// Looks at every stretch of white space.
pub(super) fn find(page: &Page<'_>, verdict: Tokenised, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let Some(first) = tokens.first() else { return };
    leading(page, first, findings);
    let decoded = Decoded::of(findings);
    let mut gaps = Vec::new();
    for n in 1..tokens.len() {
        let start = tokens[n - 1].span.end();
        let stop = tokens[n].span.start();
        if stop - start < 2 && !(stop > start && text.as_bytes()[start] == b'\t') {
            continue;
        }
        let run = Span::new(start, stop);
        match run.of(text).find(['\n', '\r']) {
            Some(0) => {}
            Some(length) => trailing(page, Span::new(start, start + length), findings),
            None => inside(page, n, (run, &decoded), verdict, &mut gaps, findings),
        }
    }
    wide_gaps(page, gaps, findings);
}

/// Blanks before the first word of the text, where other lines are not indented too.
fn leading(page: &Page<'_>, first: &Token, findings: &mut Vec<Finding>) {
    let span = Span::new(0, first.span.start());
    let blanks = span.of(page.text);
    if !blanks.is_empty() && blanks.chars().all(|c| matches!(c, ' ' | '\u{A0}' | '\t')) {
        findings.push(Finding::new(Category::SpaceLeading, span, format!("{} before the first word", count(blanks))).repair(""));
    }
}

fn trailing(page: &Page<'_>, span: Span, findings: &mut Vec<Finding>) {
    let blanks = span.of(page.text);
    let kind = if blanks.contains('\u{A0}') { ", a no-break space among them," } else { "" };
    findings.push(Finding::new(Category::SpaceTrailing, span, format!("{}{kind} before the line break", count(blanks))).repair(""));
}

fn count(blanks: &str) -> String {
    match blanks.chars().count() {
        1 => "A blank".to_owned(),
        n => format!("{n} blanks"),
    }
}

/// A run of blanks between two words of one line.
fn inside(page: &Page<'_>, n: usize, (run, decoded): (Span, &Decoded), verdict: Tokenised, gaps: &mut Vec<(usize, Span)>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let blanks = run.of(text);
    let width = blanks.chars().count();
    let (before, after) = (tokens[n - 1].of(text), tokens[n].of(text));
    let ends = decoded.ends_sentence(text, run.start()).unwrap_or_else(|| ends_sentence(tokens, text, n - 1));
    if blanks.contains('\t') {
        if !is_table_row(page, n, decoded) && !ends {
            findings.push(Finding::new(Category::SpaceTab, run, format!("A tab between “{before}” and “{after}”")).repair(" "));
        }
        return;
    }
    if blanks.chars().any(|c| !matches!(c, ' ' | '\u{A0}')) || width < 2 {
        return;
    }
    if width >= WIDE && is_fraction(page, n) {
        let fraction = tokens[n].span.cover(tokens[(n + 2).min(tokens.len() - 1)].span);
        let message = format!("A fraction stands {width} blanks after its number");
        findings.push(
            Finding::new(Category::NumFraction, run.cover(fraction), message).propose_edits(vec![crate::text::Replacement { span: run, text: " ".into() }]),
        );
        return;
    }
    if width == 2 {
        let single_blank = (blanks == "  ").then_some(" ");
        if expects_number(page, n) {
            let message = format!("“{} {after}” expects a number, and two blanks stand in its place", phrase_before(page, n));
            findings.push(Finding::new(Category::GapNumber, run, message));
        } else if !ends && (verdict == Tokenised::No || between_words(tokens, n)) && !is_table_row(page, n, decoded) {
            let finding = Finding::new(Category::SpaceDouble, run, format!("Two blanks between “{before}” and “{after}”"));
            findings.push(finding.repair(single_blank.unwrap_or(" ")));
        }
        return;
    }
    let to_a_word = matches!(tokens[n].kind, TokenKind::Word | TokenKind::Number | TokenKind::QuoteMark | TokenKind::Link) || ends || after == "(";
    if is_table_row(page, n, decoded) || looks_like_table(tokens, text, n) || !to_a_word {
        return;
    }
    if expects_number(page, n) {
        let message = format!("“{} {after}” expects a number, and {width} blanks stand in its place", phrase_before(page, n));
        findings.push(Finding::new(Category::GapNumber, run, message));
        return;
    }
    if ends {
        findings.push(Finding::new(Category::SpaceRun, run, format!("{width} blanks between two sentences")).repair(" "));
        return;
    }
    gaps.push((n, run));
}

/// True where no mark stands beside the gap before token `n`: what a tokeniser set apart is joined, and not counted blank by blank.
fn between_words(tokens: &[Token], n: usize) -> bool {
    [n - 1, n].iter().all(|m| matches!(tokens[*m].kind, TokenKind::Word | TokenKind::Number))
}

/// Wide gaps in mid-sentence: words were taken out where there are many, or where the word before needs another one.
fn wide_gaps(page: &Page<'_>, gaps: Vec<(usize, Span)>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let many = gaps.len() >= MANY_GAPS;
    let total = gaps.len();
    for (n, run) in gaps {
        let (before, after) = (tokens[n - 1].of(text), tokens[n].of(text));
        let width = run.of(text).chars().count();
        if !(many || needs_a_noun(before) && width <= PADDING) {
            let message = format!("{width} blanks between “{before}” and “{after}”");
            findings.push(Finding::new(Category::SpaceRun, run, message).repair(" "));
            continue;
        }
        let message = if many {
            format!("{width} blanks between “{before}” and “{after}”, one of {total} such gaps: a word was taken out here")
        } else {
            format!("{width} blanks after “{before}”, which needs another word: one was taken out here")
        };
        findings.push(Finding::new(Category::GapDroppedToken, run, message).with_score(if many { 0.95 } else { 0.8 }));
    }
}

/// From so many blanks on, a lone gap is the padding of a lost typeface and no lost word.
const PADDING: usize = 6;

/// Words that cannot stand before what the gap is followed by, unless a word is gone.
fn needs_a_noun(word: &str) -> bool {
    const WORDS: WordSet = WordSet::new("A An The a an for from her his its my of our the their with");
    WORDS.has(word)
}

/// Words after which a noun or adjective must come.
fn wants_another(word: &str) -> bool {
    const WORDS: WordSet = WordSet::new(", A An For In The a an and as at by for from her his in its my new of on or our the their to with");
    WORDS.has(word)
}

/// True where token `n` ends a sentence or clause that may be followed by wider space.
fn ends_sentence(tokens: &[Token], text: &str, n: usize) -> bool {
    let token = &tokens[n];
    match token.kind {
        TokenKind::Punctuation => token.of(text).starts_with(['.', '!', '?', ':', '…', ';', '*', '•', '—', '-', '–', '|', '_', '=']),
        TokenKind::QuoteMark => n > 0 && tokens[n - 1].kind == TokenKind::Punctuation && tokens[n - 1].of(text).starts_with(['.', '!', '?', ',']),
        // "the U.S.  He": an abbreviation may end a sentence.
        TokenKind::Word => token.of(text).ends_with('.'),
        _ => false,
    }
}

/// After so many gaps on one side a row is one, whatever the rest of the line holds: a line may be as long as the text.
const MANY_CELLS: usize = 12;

/// True where the line of token `n` has two or more wide gaps with short cells between them.
fn is_table_row(page: &Page<'_>, n: usize, decoded: &Decoded) -> bool {
    let (text, tokens) = (page.text, page.tokens());
    if wants_another(tokens[n - 1].of(text)) {
        return false;
    }
    let gap = |m: usize| {
        let s = &text[tokens[m - 1].span.end()..tokens[m].span.start()];
        if s.contains(['\n', '\r']) { None } else { Some(s.contains('\t') || s.chars().nth(WIDE - 1).is_some()) }
    };
    // Only so far: a cell is short.
    let mut wide = 0;
    let mut cells_short = true;
    for direction in [-1isize, 1] {
        let mut m = if direction < 0 { n as isize - 1 } else { n as isize + 1 };
        let mut since = 0;
        let enough = wide + MANY_CELLS;
        while m >= 1 && (m as usize) < tokens.len() && since < 6 && wide < enough {
            match gap(m as usize) {
                None => break,
                Some(true) => {
                    wide += 1;
                    since = 0;
                }
                Some(false) => since += usize::from(!decoded.is_part(tokens[m as usize].span)),
            }
            m += direction;
        }
        if since >= 6 {
            cells_short = false;
        }
    }
    wide >= 1 && cells_short
}

/// "No    58%": a short label and a number.
fn looks_like_table(tokens: &[Token], text: &str, n: usize) -> bool {
    let number = tokens[n].kind == TokenKind::Number || tokens[n - 1].kind == TokenKind::Number && tokens[n].kind != TokenKind::Word;
    number && !wants_another(tokens[n - 1].of(text))
}

fn is_fraction(page: &Page<'_>, n: usize) -> bool {
    let (text, tokens) = (page.text, page.tokens());
    let word = |m: usize| tokens.get(m).map_or("", |t| t.of(text));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    digits(word(n - 1)) && digits(word(n)) && word(n).len() <= 2 && word(n + 1) == "/" && digits(word(n + 2)) && !tokens[n + 1].spaced
}

/// "at least  people": the words before the gap want a number, the one after is what is counted.
fn expects_number(page: &Page<'_>, n: usize) -> bool {
    let (text, tokens) = (page.text, page.tokens());
    let word = |back: usize| n.checked_sub(back).map_or("", |m| tokens[m].of(text));
    let frame = match word(1) {
        "least" | "most" => word(2).eq_ignore_ascii_case("at"),
        "than" => matches!(word(2), "more" | "More" | "fewer" | "Fewer" | "less"),
        "About" | "Around" | "nearly" | "approximately" | "roughly" | "Nearly" | "Approximately" => true,
        "to" => word(2) == "up",
        _ => false,
    };
    let after = tokens[n].of(text);
    frame
        && tokens[n].kind == TokenKind::Word
        && after.starts_with(|c: char| c.is_ascii_lowercase())
        && (after.ends_with('s') && !after.ends_with("ss")
            || matches!(after, "were" | "was" | "have" | "people" | "percent" | "million" | "billion" | "men" | "women" | "children"))
}

fn phrase_before<'t>(page: &Page<'t>, n: usize) -> &'t str {
    let tokens = page.tokens();
    tokens[n.saturating_sub(2)].span.cover(tokens[n - 1].span).of(page.text)
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{findings, fires, silent};

    #[test]
    fn a_notation_is_read_as_what_it_means() {
        // What ends a sentence, decoded wrongly or written as an entity, ends it.
        for (open, close) in [("“", "”"), ("â€œ", "â€\u{9d}"), ("&ldquo;", "&rdquo;")] {
            let text = format!("They had a⟦    ⟧plan for⟦    ⟧and⟦    ⟧voters of the old town. She said {open}it is late.{close}    Then they left.");
            fires(Category::GapDroppedToken, &text);
        }
        // And one that means one mark is one token of a cell, or none.
        for notation in ["&hellip;", "&nbsp;", "…"] {
            let gaps = |text: &str| findings(text).iter().filter(|f| f.category == Category::GapDroppedToken).count();
            let text =
                |mark: &str| format!("She walked    to town{mark} and then on    Friday left it. They had a    plan for    and    voters of the old town.");
            let meant = text(if notation == "&nbsp;" { " " } else { "…" });
            assert_eq!(gaps(&text(notation)), gaps(&meant), "{notation}");
        }
    }

    #[test]
    fn double_and_trailing_blanks() {
        fires(Category::SpaceDouble, "He went⟦  → ⟧home early.");
        silent(Category::SpaceDouble, "This is one sentence.  This is another (typewriter spacing).");
        silent(Category::SpaceDouble, "“It is late.”  He left.");
        fires(Category::SpaceTrailing, "That was the end.⟦  →⟧\nNext came the vote.");
        fires(Category::SpaceTrailing, "He will serve as mayor.”⟦ \u{A0}→⟧\n\nA senior aide left.");
        silent(Category::SpaceRun, "    indented block quotation");
        fires(Category::SpaceLeading, "⟦  →⟧The council met.");
        fires(Category::SpaceTab, "The council met on⟦\t→ ⟧Friday.");
    }

    #[test]
    fn wide_gaps_where_a_word_is_missing() {
        fires(Category::GapDroppedToken, "An aide was told that the⟦    ⟧attorney had been there.");
        fires(Category::GapDroppedToken, "They had a⟦   ⟧plan for⟦   ⟧and⟦   ⟧voters.");
        fires(Category::SpaceRun, "He walked⟦     → ⟧home after the vote.");
        silent(Category::GapDroppedToken, "He won   \nand left");
        silent(
            Category::GapDroppedToken,
            "It was home to   Sen. Mara Lindt, of a cause such as denial,                 climate-change fears             , and more.",
        );
        silent(Category::GapDroppedToken, "Yes    42%\nNo    58%\nUndecided    3%");
        silent(Category::SpaceRun, "Name    Party    Votes\nLind    Green    402");
    }

    #[test]
    fn missing_numbers() {
        fires(Category::GapNumber, "The blast killed at least⟦  ⟧people on Friday.");
        fires(Category::GapNumber, "⟦⟧About⟦  ⟧people were hurt".replace("⟦⟧", "").as_str());
        silent(Category::GapNumber, "It lasted at least  until Friday.");
        fires(Category::NumFraction, "It was 3⟦                 → ⟧1/2 miles long.".replace("⟧1/2", "1/2⟧").replace("→ 1/2⟧", "1/2→ 1/2⟧").as_str());
    }
}
