//! Where the text is cut off.

use super::lines::{Lines, is_finished, starts_with_ignoring_case};
use crate::artifacts::{Category, Finding};
use crate::lexicon::WordSet;
use crate::text::{Span, TokenKind};

/// A last paragraph of fewer words may be a signature, a caption or a list.
const WORDS: usize = 8;
/// A last paragraph of so many bytes is no caption.
const LONG_LINE: usize = 80;

/// Looks at the beginning and the end.
pub(super) fn find(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    let Some(last) = lines.paragraphs.len().checked_sub(1) else { return };
    if !(marker(lines, last, findings) || read_more(lines, last, findings)) {
        mid_sentence(lines, last, findings);
    }
    teasers(lines, findings);
    start(lines, findings);
}

/// So many paragraphs that end in dots are a list of teasers.
const TEASERS: usize = 3;

/// "The council may soon...", one such paragraph after the other: the beginnings of other stories.
fn teasers(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    let mut ends = Vec::new();
    let mut long = 0;
    for n in (0..lines.paragraphs.len()).filter(|n| lines.words(*n) >= WORDS) {
        long += 1;
        let line = lines.paragraph(n).trim_end();
        let bare = line.trim_end_matches(['.', '…']);
        let cut = (line.len() - bare.len() >= 3) && bare.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == ' ');
        let spoken = line.contains(['“', '”']) || line.matches('"').count() % 2 == 1;
        if cut && !spoken {
            let end = lines.paragraphs[n].span.start() + line.len();
            ends.push(Span::new(end - (line.len() - bare.len()), end));
        }
    }
    if ends.len() < TEASERS || ends.len() * 2 < long {
        return;
    }
    let message = format!("{} paragraphs break off in dots: they are the beginnings of other stories", ends.len());
    let places = ends.iter().map(|s| lines.context.view.to_source(*s)).collect();
    findings.push(lines.context.finding(Category::TruncMarker, ends[0], message).with_parts(places));
}

/// "… [+4072 chars]", "... (more)".
fn marker(lines: &Lines<'_>, last: usize, findings: &mut Vec<Finding>) -> bool {
    let span = lines.paragraphs[last].span;
    let line = lines.paragraph(last);
    let length = ["(more)", "(MORE)", "-more-", "(more to come)"].iter().find(|m| line.ends_with(*m)).map(|m| m.len()).or_else(|| chars_left(line));
    let Some(length) = length else { return false };
    // The dots before it belong to it.
    let before = line[..line.len() - length].trim_end();
    let dots = before.trim_end_matches(['.', '…']);
    let start = if dots.len() < before.len() { span.start() + dots.len() } else { span.end() - length };
    let marker = Span::new(start, span.end());
    let message = format!("“{}” says that the text goes on elsewhere", marker.of(lines.text));
    findings.push(lines.context.finding(Category::TruncMarker, marker, message));
    true
}

/// "[+4072 chars]" at the end, as news interfaces cut.
fn chars_left(line: &str) -> Option<usize> {
    let open = line.rfind("[+")?;
    let inner = line[open..].strip_suffix(']')?;
    let digits = inner[2..].strip_suffix(" chars")?;
    digits.bytes().all(|b| b.is_ascii_digit()).then_some(line.len() - open)
}

/// "Read more" as the last words.
fn read_more(lines: &Lines<'_>, last: usize, findings: &mut Vec<Finding>) -> bool {
    const LINKS: &[&str] = &[
        "Read more",
        "Read More",
        "Continue reading",
        "Continue Reading",
        "Read the full story",
        "Read full story",
        "Read the full article",
        "Click here to read more",
        "Read more here",
        "READ MORE",
        "Read on",
    ];
    let span = lines.paragraphs[last].span;
    let line = lines.paragraph(last).trim_end_matches(['.', '…', '»', '>', '→', ':', ' ', '\u{A0}', ']', ')']);
    let Some(link) = LINKS.iter().filter(|l| line.ends_with(**l)).max_by_key(|l| l.len()) else { return false };
    let before = line[..line.len() - link.len()].trim_end_matches(['[', '(', '<', ' ', '\u{A0}']);
    if !(before.is_empty() || is_finished(before)) {
        return false;
    }
    let place = Span::new(span.start() + before.len() + line[before.len()..].find(|c: char| !c.is_whitespace()).unwrap_or(0), span.end());
    findings.push(lines.context.finding(Category::TruncReadMore, place, format!("The text ends in the link “{link}”: it goes on elsewhere")).propose(""));
    true
}

/// The last paragraph stops after a word that must be followed by another.
fn mid_sentence(lines: &Lines<'_>, last: usize, findings: &mut Vec<Finding>) {
    let line = lines.paragraph(last);
    if lines.words(last) < WORDS || is_finished(line) {
        return;
    }
    let layout = lines.context.view.layout();
    let Some(token) = layout.tokens[lines.paragraphs[last].tokens.clone()].last() else { return };
    let word = token.of(lines.text);
    let hanging = HANGING.has(word) || token.kind == TokenKind::Punctuation && matches!(word, "," | "-");
    if !hanging {
        missing_stop(lines, last, findings);
        return;
    }
    let message = format!("The last sentence stops after “{word}”: the rest of the article is missing");
    findings.push(lines.context.finding(Category::TruncMidSentence, token.span, message));
}

/// The last paragraph has no stop, and the others have.
fn missing_stop(lines: &Lines<'_>, last: usize, findings: &mut Vec<Finding>) {
    let line = lines.paragraph(last);
    let others = (0..last).filter(|n| lines.words(*n) >= WORDS).take(20);
    let (finished, total) = others.fold((0, 0), |(finished, total), n| (finished + usize::from(is_finished(lines.paragraph(n))), total + 1));
    if line.len() < LONG_LINE || total < 3 || finished < total || !line.ends_with(char::is_alphabetic) {
        return;
    }
    let Some(token) = lines.context.view.layout().tokens[lines.paragraphs[last].tokens.clone()].last() else { return };
    findings.push(lines.context.finding(Category::PunctMissingTerminal, token.span, "The last paragraph alone ends without a stop: it may be cut off"));
}

/// Words that end no sentence.
const HANGING: WordSet = WordSet::new(
    "a about after although an and are as at because before between but by could during for from had has have his if in into is its may might must \
     not of on or should than that the their to toward until was were when where which while who whose will with would",
);

/// The first paragraph begins with a small letter or a closing mark, in a text whose other sentences do not.
fn start(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    let line = lines.paragraph(0);
    let layout = lines.context.view.layout();
    let Some(first) = layout.tokens.first() else { return };
    let word = first.of(lines.text);
    let small = first.kind == TokenKind::Word && word.chars().all(|c| c.is_lowercase() || c == '’' || c == '\'') && word.is_ascii();
    let closing = word == "”";
    let sentences = layout.sentences.len();
    if !(small || closing)
        || sentences < 4
        || lines.words(0) < WORDS
        || !is_finished(line)
        || matches!(word, "de" | "von" | "van" | "al" | "el" | "la" | "le" | "http" | "www")
        || starts_with_ignoring_case(line, "http")
    {
        return;
    }
    let capitals = layout.sentences.iter().take(20).filter(|s| s.span.of(lines.text).starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())).count();
    if capitals * 10 < sentences.min(20) * 7 {
        return;
    }
    let message = format!("The text begins with “{word}”, in the middle of a sentence: what stood before is missing");
    findings.push(lines.context.finding(Category::TruncStart, first.span, message));
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn cut_off_at_the_end() {
        fires(Category::TruncMarker, "He was seen ⟦... (more)⟧");
        fires(Category::TruncMarker, "The council met on Friday⟦… [+4072 chars]⟧");
        fires(Category::TruncReadMore, "He lost the vote. ⟦Read more→⟧");
        fires(Category::TruncMidSentence, "The mayor said on Friday that the committee ⟦would⟧");
        fires(Category::TruncReadMore, "He lost the vote. ⟦[Read more]→⟧");
        fires(Category::TruncMidSentence, "The mayor said on Friday that she would ⟦not⟧");
        silent(Category::TruncMarker, "\"And then … silence,\" she said.");
        silent(Category::TruncReadMore, "Children should read more");
        silent(Category::TruncMidSentence, "Photo: Mara Lindt");
        silent(Category::TruncMidSentence, "It was the one thing that they had all been hoping for.");
    }

    #[test]
    fn a_list_of_teasers() {
        fires(
            Category::TruncMarker,
            "The council of the town has said that it may soon⟦...⟧\nA ferry that served the island for a hundred years was⟦...⟧\nThe engineers who built the wall in the harbour have now⟦…⟧",
        );
        silent(
            Category::TruncMarker,
            "She waited at the harbour wall, and she thought of him...\nThe ferry came in at noon, and nobody was on it at all.\nShe went home, and the rain fell on the old stones...",
        );
    }

    #[test]
    fn cut_off_at_the_start() {
        fires(Category::TruncStart, "⟦would⟧ not be the last time that they met. He left. She stayed. It rained.");
        silent(Category::TruncStart, "iPhone sales fell by a tenth in the last year. He left. She stayed. It rained.");
    }
}
