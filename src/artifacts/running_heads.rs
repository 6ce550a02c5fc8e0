//! Running heads and page numbers: lines from the top or foot of a printed page, in a text that was copied from it.
//!
//! A number in a short line says little: chapters, scores and addresses have one too. What tells is where the line stands (between
//! the halves of a sentence), how it is written ("Page 4", "4 | HARBOUR LETTER", "- 4 -"), and whether it comes back with the next
//! number.

use super::furniture::removal;
use super::spacing::is_divided;
use super::{Category, Finding, Page};
use crate::fnv;
use crate::text::{Replacement, Span, SpanSet, order};

/// No head is longer, in bytes.
const LONGEST: usize = 90;
/// A page's foot and the next one's head are so many lines at most; more of them are a table.
const MOST_LINES: usize = 3;
/// A line in which a page breaks off has so many bytes, and what goes on below it so many.
const BREAKS_OFF: usize = 40;
const GOES_ON: usize = 15;
/// Where no sentence is broken, so many bytes lie between two heads.
const PAGE: usize = 600;

/// How a line with a page's number is written.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Form {
    /// "The Harbour Letter 12"
    Plain,
    /// "12"
    Bare,
    /// "HARBOUR LETTER 12"
    Capitals,
    /// "- 12 -"
    Marked,
    /// "The Harbour Letter   12", "12 | Harbour Letter"
    Set,
    /// "Page 12"
    Page,
    /// "Page 12 of 14": nothing but a page is counted so.
    Counted,
}

/// A line that may be a page's head or foot.
struct Head {
    /// Which line it is.
    line: usize,
    form: Form,
    number: usize,
    /// The hash of its letters.
    words: u64,
    /// True between the halves of a sentence.
    breaks: bool,
    /// True where it comes back with the next number as pages do.
    recurs: bool,
}

/// Looks at the lines of `page`, and takes back what others found inside a head.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let text = page.text;
    let mut at = 0;
    let mut lines: Vec<Span> = Vec::new();
    for line in text.split(['\n', '\r', '\u{C}']) {
        let start = at + (line.len() - line.trim_start().len());
        if !line.trim().is_empty() {
            lines.push(Span::new(start, start + line.trim().len()));
        }
        at += line.len() + 1;
    }
    let mut heads: Vec<Head> = lines.iter().enumerate().filter_map(|(n, line)| head(n, line.of(text))).collect();
    for block in heads.chunk_by_mut(|a, b| a.line + 1 == b.line) {
        let breaks = block.len() <= MOST_LINES && around(&lines, block).is_some_and(|(above, below)| is_broken(above.of(text), below.of(text)));
        block.iter_mut().for_each(|head| head.breaks = breaks);
    }
    recur(&lines, &mut heads);
    let mut found: Vec<Finding> = heads.chunk_by(|a, b| a.line + 1 == b.line).filter_map(|block| judge(page, &lines, block)).collect();
    let inside: SpanSet = found.iter().map(|f| f.span).collect();
    findings.retain(|f| f.category.is_verdict() || !inside.overlaps(f.span));
    findings.append(&mut found);
}

/// The lines above and below `block`.
fn around(lines: &[Span], block: &[Head]) -> Option<(Span, Span)> {
    Some((*lines.get(block.first()?.line.checked_sub(1)?)?, *lines.get(block.last()?.line + 1)?))
}

/// True where a sentence goes on from the one line to the other.
fn is_broken(above: &str, below: &str) -> bool {
    above.len() >= BREAKS_OFF
        && above.ends_with(|c: char| c.is_alphabetic() || matches!(c, ',' | '-'))
        && below.len() >= GOES_ON
        && below.starts_with(char::is_lowercase)
}

/// Marks the heads of the same words whose numbers count pages: where one of them breaks a sentence, or pages lie between.
fn recur(lines: &[Span], heads: &mut [Head]) {
    let mut alike: Vec<(u64, usize)> = heads.iter().map(|head| head.words).zip(0..).collect();
    order::sort_by(&mut alike, |(words, n)| u128::from(*words) << 64 | *n as u128);
    for group in alike.chunk_by(|a, b| a.0 == b.0) {
        let pairs = group.windows(2).map(|pair| (pair[0].1, pair[1].1));
        let counting: Vec<(usize, usize)> = pairs.filter(|(a, b)| (1..=2).contains(&heads[*b].number.wrapping_sub(heads[*a].number))).collect();
        let proven = counting.iter().any(|(a, b)| heads[*a].breaks || heads[*b].breaks);
        for (a, b) in counting {
            let between = lines[heads[b].line].start() - lines[heads[a].line].end();
            if proven || heads[a].form >= Form::Set && between >= PAGE {
                heads[a].recurs = true;
                heads[b].recurs = true;
            }
        }
    }
}

/// What is said of a block of neighbouring lines.
fn judge(page: &Page<'_>, lines: &[Span], block: &[Head]) -> Option<Finding> {
    let (first, last) = (block.first()?, block.last()?);
    let span = lines[first.line].cover(lines[last.line]);
    let finding = Finding::new(Category::StructRunningHead, span, "The head or foot of a printed page stands in the text");
    let is_head = |head: &Head| head.form != Form::Plain || head.recurs;
    if let Some((above, below)) = around(lines, block).filter(|_| first.breaks && block.iter().any(is_head)) {
        let (left, right) = (above.of(page.text), below.of(page.text));
        let hyphen = left.ends_with('-');
        let divided = hyphen && page.dictionary.is_some_and(|d| is_divided(d, last_word(left.trim_end_matches('-')), first_word(right)));
        let edit = Replacement { span: Span::new(above.end() - usize::from(divided), below.start()), text: if hyphen { "" } else { " " }.to_owned() };
        // A number alone may be one that the sentence counts with.
        let certain = divided || block.iter().any(|head| head.form >= Form::Marked || head.recurs) && (!hyphen || page.dictionary.is_some());
        return Some(if certain { finding.repair_edits(vec![edit]) } else { finding.propose_edits(vec![edit]) });
    }
    let is_head = |head: &Head| head.form == Form::Counted || head.recurs;
    (block.len() <= MOST_LINES && block.iter().any(is_head)).then(|| finding.propose_edits(vec![removal(page.text, span)]))
}

fn last_word(text: &str) -> &str {
    &text[text.rfind(|c: char| !c.is_alphabetic()).map_or(0, |n| n + text[n..].chars().next().map_or(0, char::len_utf8))..]
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

/// What `line`, the `n`th, is as the head or foot of a page.
fn head(n: usize, line: &str) -> Option<Head> {
    if line.len() > LONGEST || !line.bytes().any(|b| b.is_ascii_digit()) || line.ends_with(['.', ',', ';', '?', '!', '"', '”']) || line.contains(':') {
        return None;
    }
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let number = |at: usize| words.get(at).filter(|w| w.len() <= 3 && !w.starts_with('0')).and_then(|w| w.parse::<usize>().ok());
    let is_page = |w: &str| w.eq_ignore_ascii_case("page") || w.eq_ignore_ascii_case("p");
    let paged = (1..words.len()).find(|at| is_page(words[at - 1]) && number(*at).is_some());
    let at = paged.unwrap_or(if number(words.len() - 1).is_some() { words.len() - 1 } else { 0 });
    let letters = || words.iter().filter(|w| !is_page(w) && !w.bytes().all(|b| b.is_ascii_digit()));
    let count = letters().count();
    let set = line.contains(['|', '\t', '•']) || line.contains("   ");
    let form = if paged.is_some() && count == 1 && words.get(at + 1) == Some(&"of") && number(at + 2).is_some() {
        Form::Counted
    } else if paged.is_some() && (set || !letters().any(|w| w.starts_with(char::is_lowercase))) {
        Form::Page
    } else if count == 0 {
        // A score, a year, a price or a telephone number is no page's.
        if line.len() > words[0].len() + 4 || words.len() > 1 {
            return None;
        }
        let marks = |c: char| matches!(c, '-' | '–' | '—' | '[' | ']' | '|');
        if line.starts_with(marks) && line.ends_with(marks) {
            Form::Marked
        } else if words[0].len() == line.len() {
            Form::Bare
        } else {
            return None;
        }
    } else if set {
        Form::Set
    } else if count > 1 && !line.bytes().any(|b| b.is_ascii_lowercase()) {
        Form::Capitals
    } else {
        Form::Plain
    };
    let hash = fnv::of(letters().flat_map(|w| w.bytes().map(|b| b.to_ascii_lowercase())));
    Some(Head { line: n, form, number: number(at)?, words: hash, breaks: false, recurs: false })
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category::StructRunningHead;
    use crate::artifacts::testing::{fires, repairs, silent};

    const ABOVE: &str = "The ferry company said on Tuesday that it would cut the number of";
    const BELOW: &str = "sailings between the islands from six to four a day, because fuel has become dearer.";

    /// An article that `lines` break in mid-sentence.
    fn broken(lines: &str) -> String {
        format!("{ABOVE}\n\n{lines}\n\n{BELOW}\n\nIslanders said that nobody had asked them.")
    }

    #[test]
    fn heads_between_the_halves_of_a_sentence_go_and_the_sentence_is_whole() {
        let whole = broken("").replacen("\n\n\n\n", " ", 1);
        for line in [
            "The Harbour Letter    3 March 2026   Page 4",
            "4 | HARBOUR LETTER",
            "- 4 -",
            "page 4",
            "Page 4 of 12",
            "p. 4",
            "Harbour Letter • 12",
            "12\n\nHarbour Letter | 13",
        ] {
            repairs(&broken(line), &whole);
            repairs(&broken(line).replace("\n\n", "\r\n").replace("\r\nIslanders", "\n\nIslanders"), &whole);
        }
        for line in ["12", "HARBOUR LETTER 4"] {
            repairs(&broken(line), &broken(line));
            fires(StructRunningHead, &broken(&format!("⟦{line}⟧")));
        }
    }

    #[test]
    fn what_comes_back_with_the_next_number_is_a_head_too() {
        let page = "Islanders said that nobody had asked them about the ferry. ".repeat(11);
        fires(StructRunningHead, &broken(&format!("⟦The Harbour Letter 4⟧\n\n{BELOW}\n\n⟦The Harbour Letter 5⟧")));
        fires(StructRunningHead, &format!("{ABOVE}\n⟦11⟧\n{BELOW}\n\n⟦12⟧\n\n{page}\n\n⟦13⟧\n\n{page}"));
        fires(StructRunningHead, &format!("⟦Harbour Letter | 1⟧\n\n{page}\n\n⟦2 | Harbour Letter⟧\n\n{page}"));
        fires(StructRunningHead, &format!("{BELOW}\n\n⟦Page 2 of 5⟧\n\n{page}"));
    }

    #[test]
    fn other_lines_with_a_number_stay() {
        let page = "Islanders said that nobody had asked them about the ferry. ".repeat(11);
        for text in [
            format!("1\n\n{page}\n\n2\n\n{page}\n\n3\n\n{page}"),
            format!("Chapter 1\n\n{page}\n\nChapter 2\n\n{page}\n\nCHAPTER 3\n\n{page}"),
            format!("{page}\n\nSee page 4\n\n{page}\n\nPage 4\n\n{page}"),
            "Rovers   3\nHarbour   4\nRovers   4\nHarbour   5\nTown   2".to_owned(),
            "We came from the harbour in the year\n1914\nand went to the mill again\nLONDON 5\nand never".to_owned(),
            broken("1914"),
            broken("2-1"),
            broken("10:30"),
            broken("Boeing 747"),
            broken("Route 66, the old road"),
            broken("12 Mill Lane"),
            format!("{ABOVE} boats:\n\n12 | Ferry\n\nThe rest is for freight, she said."),
            "10:04 | Update\n\nThe bridge is closed.".repeat(30),
        ] {
            silent(StructRunningHead, &text);
        }
    }
}
