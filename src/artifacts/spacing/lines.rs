//! Lines: all paragraphs in one, lines broken at a fixed width, words divided at line ends.

use crate::artifacts::spelling::Dictionary;
use crate::artifacts::{Category, Finding, Page};
use crate::lexicon::WordSet;
use crate::text::{Replacement, Span, order};

/// One line of so many bytes with so many sentences had paragraphs once.
const LONG_LINE: (usize, usize) = (2500, 15);

/// So many lines that are broken in mid-sentence show a width.
const FEW_LINES: usize = 4;

/// Looks at the lines of `page`.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    paragraphs_lost(page, findings);
    let broken = broken_lines(page);
    hard_wrap(page, &broken, findings);
    divided_words(page, findings);
    soft_breaks(page, findings);
}

fn paragraphs_lost(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let (length, sentences) = LONG_LINE;
    let [only] = page.layout().paragraphs.as_slice() else { return };
    if only.span.len() < length || only.sentences.len() < sentences || only.span.of(page.text).contains(['\n', '\r']) {
        return;
    }
    let message = format!("{} sentences stand in one line without a paragraph break", only.sentences.len());
    findings.push(Finding::new(Category::StructParagraphsLostDocument, page.whole(), message));
}

/// The line breaks that stand inside a sentence, with the length in characters of the line before each.
fn broken_lines(page: &Page<'_>) -> Vec<(Span, usize)> {
    let text = page.text;
    let mut broken = Vec::new();
    for paragraph in &page.layout().paragraphs {
        let mut line = paragraph.span.start();
        let body = paragraph.span.of(text);
        let mut rest = 0;
        while let Some(n) = body[rest..].find(['\n', '\r']) {
            let at = paragraph.span.start() + rest + n;
            let after = text[at..].find(|c: char| !c.is_whitespace()).map_or(text.len(), |m| at + m);
            broken.push((Span::new(at, after), text[line..at].chars().count()));
            line = after;
            rest = after - paragraph.span.start();
        }
    }
    broken
}

/// Every line about as long as the others and broken in mid-sentence.
fn hard_wrap(page: &Page<'_>, broken: &[(Span, usize)], findings: &mut Vec<Finding>) {
    let widths: Vec<usize> = broken.iter().map(|(_, width)| *width).collect();
    let Some(widest) = widths.iter().copied().max() else { return };
    let full = widths.iter().filter(|w| **w + 15 >= widest).count();
    // Broken lines alone count: most of a wrapped article's lines are.
    let lines = page.text.lines().filter(|l| !l.trim().is_empty()).count();
    if broken.len() < FEW_LINES || !(40..=110).contains(&widest) || full * 10 < widths.len() * 8 || broken.len() * 2 < lines {
        return;
    }
    let message = format!("{} lines are broken in mid-sentence, all at about {widest} characters", broken.len());
    let mut breaks: Vec<Span> = broken.iter().map(|(span, _)| *span).collect();
    if page.text.contains("\n\n") {
        breaks.extend(between_paragraphs(page, widest));
        order::sort_by(&mut breaks, |span| order::of_place(*span));
    }
    let divided = |span: &Span| page.text.as_bytes()[span.start() - 1] == b'-';
    let edits = breaks.into_iter().filter(|span| !divided(span)).map(|span| Replacement { span, text: " ".into() });
    findings.push(Finding::new(Category::SpaceHardWrapDocument, page.whole(), message).repair_edits(edits.collect()));
}

/// The single line breaks after a line of full width that were taken for the end of a paragraph, as before a name; for a text
/// whose paragraphs blank lines part.
fn between_paragraphs(page: &Page<'_>, widest: usize) -> Vec<Span> {
    let text = page.text;
    let paragraphs = &page.layout().paragraphs;
    let gaps = paragraphs.windows(2).map(|pair| Span::new(pair[0].span.end(), pair[1].span.start()));
    gaps.filter(|gap| {
        let line = &text[text[..gap.start()].rfind('\n').map_or(0, |n| n + 1)..gap.start()];
        let word = text[gap.end()..].split_whitespace().next().unwrap_or_default();
        // The next word would not have fitted.
        let full = line.chars().count() + 1 + word.chars().count() > widest;
        gap.of(text).matches('\n').count() == 1 && full && word.starts_with(char::is_alphanumeric)
    })
    .collect()
}

/// A hyphen at a line's end whose word goes on below: "adminis-⏎tration".
fn divided_words(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    for n in 1..tokens.len().saturating_sub(1) {
        if text.as_bytes()[tokens[n].span.start()] != b'-' || tokens[n].span.len() != 1 || tokens[n].spaced || !tokens[n + 1].spaced {
            continue;
        }
        let gap = Span::new(tokens[n].span.end(), tokens[n + 1].span.start());
        let breaks = gap.of(text);
        let (left, right) = (tokens[n - 1].of(text), tokens[n + 1].of(text));
        // The break of the line may have become a blank: "com- mittee".
        let blank = breaks == " ";
        if !blank && !breaks.contains(['\n', '\r']) || breaks.matches('\n').count() > 1 || blank && !is_halved(page, left, right) {
            continue;
        }
        let by_shape = is_word_ending(right) && !is_word(left);
        if left.chars().all(char::is_alphabetic) && page.dictionary.map_or(by_shape, |d| is_divided(d, left, right) || by_shape && !d.knows(left)) {
            let span = tokens[n].span.cover(gap);
            let message = format!("“{left}{right}” was divided at the end of a printed line");
            findings.push(Finding::new(Category::SpaceLinebreakHyphen, span, message).repair(""));
        }
    }
}

/// True for two halves in small letters that are no words, and a whole that is: "pre- and post-war" has none.
fn is_halved(page: &Page<'_>, left: &str, right: &str) -> bool {
    let unknown = |d: &Dictionary, w: &str| !d.knows(w) && !d.knows(&w.to_lowercase());
    page.dictionary.is_some_and(|d| left.len() + right.len() > 5 && (unknown(d, left) || unknown(d, right)) && is_divided(d, left, right))
}

/// True where a dictionary has the whole word, and its halves are not two words that a hyphen joins.
pub(in crate::artifacts) fn is_divided(dictionary: &Dictionary, left: &str, right: &str) -> bool {
    if !right.bytes().all(|b| b.is_ascii_lowercase()) || left.len() < 2 || right.len() < 2 || is_word(left) && is_word(right) {
        return false;
    }
    let whole = format!("{left}{right}");
    let lower = whole.to_lowercase();
    let half = |w: &str| !dictionary.knows(w) && !dictionary.knows(&w.to_lowercase());
    match dictionary.rank(&lower) {
        // "re-sign" and "resign": of two words the hyphen may be meant, unless the whole is far commoner.
        Some(rank) => rank < 3_000 || half(left) || half(right),
        None => (half(left) || half(right)) && (dictionary.knows(&whole) || dictionary.knows(&lower)),
    }
}

/// A soft hyphen at a line's end, and the sign that some programs write for one: "har-⏎bour", "govern¬ment".
fn soft_breaks(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let text = page.text;
    for (at, mark) in text.match_indices(['\u{AD}', '¬']) {
        let after = &text[at + mark.len()..];
        let blanks = after.len() - after.trim_start_matches([' ', '\r', '\n']).len();
        let gap = &after[..blanks];
        let (before, next) = (text[..at].chars().next_back(), after[blanks..].chars().next());
        if !before.is_some_and(char::is_alphabetic)
            || !next.is_some_and(char::is_lowercase)
            || gap.matches('\n').count() > 1
            || gap.starts_with(' ') && !gap.contains('\n')
        {
            continue;
        }
        // The soft hyphen itself is found among the characters.
        let span = if mark == "¬" { Span::new(at, at + mark.len() + blanks) } else { Span::new(at + mark.len(), at + mark.len() + blanks) };
        if !span.is_empty() {
            findings.push(Finding::new(Category::SpaceLinebreakHyphen, span, "A word was divided here at the end of a printed line").repair(""));
        }
    }
}

/// True for the second half of a divided word: it ends like a word and is none.
fn is_word_ending(piece: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "tions", "sion", "sions", "ment", "ments", "ing", "ings", "ity", "ities", "ance", "ence", "ous", "ive", "tive", "ism", "ist", "ists", "ally",
        "able", "ible", "ness", "ture", "ted", "ting", "cial", "tial", "tional", "ment", "gram", "ers", "ate", "ated", "ates", "ary", "ory", "ican", "icans",
        "lic", "cracy", "tor", "tors", "dent", "dents", "dential",
    ];
    let lower = piece.chars().all(|c| c.is_ascii_lowercase());
    lower && ENDINGS.iter().any(|e| piece.ends_with(e) && (piece.len() - e.len()) <= 3) && !is_word(piece)
}

fn is_word(piece: &str) -> bool {
    STAND_ALONE.has(piece.to_ascii_lowercase().as_str())
}

/// Words that look like an ending or a first half and stand alone as well.
const STAND_ALONE: WordSet = WordSet::new(
    "able action active actor anti attorney auction being betting bring cable caption capture cement city co cutting dance date dated day decision \
     dent diagram diary doctor doing drive ex exist facial faction factor far fast fate fence fiction first fist five four free front full fund \
     future garlic gate gesture getting give glory going gram half hard hate hated hence high hitting initial king late law lecture lesson letting \
     list live long lotion low martial mate mature mention mid mission mist moment money month motion motive motor nation national native nature non \
     notion one option others papers part partial passion peace pension picture ping plate policy post pre program public putting racial rally rate \
     rated ration rational re record relic ring rodent second section sector self session setting short sing sitting social special stable state \
     stated station stop story student table tally telegram tension texture thing third three tutor two vary version vice vision voters wary waters \
     week well wing year",
);

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{findings, fires, repairs, silent};

    #[test]
    fn divided_words() {
        fires(Category::SpaceLinebreakHyphen, "the adminis⟦-\n→⟧tration said");
        fires(Category::SpaceLinebreakHyphen, "the har\u{AD}⟦\n→⟧bour and the govern⟦¬→⟧ment, the fish⟦¬\n→⟧ing fleet");
        silent(Category::SpaceLinebreakHyphen, "a long-\nterm plan and vice-\npresident, a law-\nmaking body, policy-\nmaking");
    }

    #[test]
    fn one_long_line_has_lost_its_paragraphs() {
        let text = "The council met again on Friday and put off the vote on the bridge for the third time this year, aides said after the meeting. ".repeat(22);
        assert!(findings(text.trim()).iter().any(|f| f.category == Category::StructParagraphsLostDocument));
        silent(Category::StructParagraphsLostDocument, &text.replace("meeting. ", "meeting.\n\n"));
    }

    #[test]
    fn lines_broken_at_one_width() {
        let words = "the council met again on friday and put off the vote on the old bridge over the river ".repeat(12);
        let mut text = String::new();
        let mut width = 0;
        for word in words.split_whitespace() {
            if width + word.len() > 60 {
                text.push('\n');
                width = 0;
            } else if width > 0 {
                text.push(' ');
            }
            text.push_str(word);
            width += word.len() + 1;
        }
        assert!(findings(&text).iter().any(|f| f.category == Category::SpaceHardWrapDocument && f.certain));
        let wrapped = "The council has voted to mend the old bridge\nover the river, which was closed in the year of\nthe flood and has not been opened again since.\n\
            The work will take two years, the mayor, Lena\nOrtiz, told the people who live beside it, and\nnobody who spoke in the hall on that evening had\n\
            expected it to be done any sooner than in spring\nwhen the water of the river falls below the wall.\n\nThe bridge is old.";
        repairs(wrapped, &wrapped.replace("\n\n", "¶").replace('\n', " ").replace('¶', "\n\n"));
        silent(Category::SpaceHardWrapDocument, "Roses are red,\nviolets are blue,\nsugar is sweet\nand so are you.");
    }
}
