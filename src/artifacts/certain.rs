//! Whether a repair that a detector is sure of may be made unasked: it may never harm.
//!
//! Each detector knows its own kind of damage. What its edits do to the words around them is looked at here, for all of
//! them alike: no blank between two words is taken, no new word made, no stop lost; and where names were written over
//! other words, little that the text shows can be relied on.

use std::collections::HashSet;

use super::contractions::takes_not;
use super::spelling::Dictionary;
use super::{Category, Context, Family, Finding, Overwriting};
use crate::text::{Replacement, Span, SpanSet, order};

/// Takes certainty from those mechanical `findings` of `text` that an overwritten passage does not bear: beside a word that
/// was written over others only bare rules of spacing hold.
pub(super) fn keep_from_overwritten(text: &str, overwriting: &Overwriting, findings: &mut [Finding]) {
    let beside = beside(overwriting);
    for finding in findings.iter_mut().filter(|f| f.certain) {
        retain(finding, |edit| !beside.overlaps(edit.span) || is_bare_spacing(text, edit));
    }
}

/// Takes back what was found at the end of a notation such as "&quot", whose letters are none of the text's.
pub(super) fn keep_from_notations(text: &str, findings: &mut Vec<Finding>) {
    let is_notation = |f: &&Finding| {
        matches!(f.category, Category::EncHtmlEntity | Category::EncEscapeLiteral) && f.span.of(text).ends_with(|c: char| c.is_ascii_alphanumeric())
    };
    let ends: HashSet<usize> = findings.iter().filter(is_notation).map(|f| f.span.end()).collect();
    if !ends.is_empty() {
        let touches = |f: &Finding| f.edits.iter().any(|e| ends.contains(&e.span.start()) || ends.contains(&e.span.end()));
        findings.retain(|f| f.category.is_verdict() || f.category.family() != Family::Space || !touches(f));
    }
}

/// Takes certainty from whatever of all `findings` could harm.
pub(super) fn hold_back(context: &Context<'_>, findings: &mut [Finding]) {
    if let Some(overwriting) = context.overwriting {
        let beside = beside(overwriting);
        for finding in findings.iter_mut().filter(|f| f.category.family() != Family::Coref) {
            if !matches!(finding.category.family(), Family::Space | Family::Enc | Family::Markup) {
                finding.certain = false;
                finding.edits.retain(|edit| !beside.overlaps(edit.span));
            }
        }
    }
    keep_divided_words(findings);
    let text = context.document.text();
    let mut words = Words { text, dictionary: context.dictionary, of_text: None };
    for harmful in gluing(text, &mut words, findings) {
        retain(&mut findings[harmful.finding], |edit| edit.span != harmful.edit);
    }
    for finding in findings.iter_mut().filter(|f| f.certain && f.category.family() == Family::Space) {
        let safe: Vec<bool> = finding.edits.iter().map(|edit| !parts_at_random(text, edit, &mut words)).collect();
        if safe.contains(&false) {
            let edits = finding.edits.clone();
            retain(finding, |edit| edits.iter().zip(&safe).any(|(e, safe)| *safe && e == edit));
        }
    }
    for finding in findings.iter_mut().filter(|f| f.certain && f.category.family() == Family::Enc) {
        if finding.edits.iter().any(|edit| loses_a_stop(text, edit)) {
            finding.certain = false;
        }
    }
}

/// A line break at which a word was divided is no blank between two.
fn keep_divided_words(findings: &mut [Finding]) {
    let divided: SpanSet = findings
        .iter()
        .filter(|f| matches!(f.category, Category::SpaceSplitWord | Category::SpaceLinebreakHyphen | Category::EncSoftHyphen | Category::StructRunningHead))
        .map(|f| f.edits.iter().fold(f.span, |span, edit| span.cover(edit.span)))
        .collect();
    for wrapped in findings.iter_mut().filter(|f| f.category == Category::SpaceHardWrapDocument) {
        wrapped.edits.retain(|edit| !divided.overlaps(edit.span));
    }
}

/// Keeps the edits that `is_safe` allows. A verdict on the document is certain in what is left; any other finding is
/// proposed as a whole.
fn retain(finding: &mut Finding, is_safe: impl Fn(&Replacement) -> bool) {
    if finding.edits.iter().all(&is_safe) {
        return;
    }
    if finding.category.is_verdict() || finding.parts.len() > 1 {
        finding.edits.retain(is_safe);
        finding.certain = !finding.edits.is_empty();
    } else {
        finding.certain = false;
    }
}

/// The overwritten places with one byte more on either side.
fn beside(overwriting: &Overwriting) -> SpanSet {
    overwriting.unread().map(|span| Span::new(span.start().saturating_sub(1), span.end() + 1)).collect()
}

/// A run of blanks made one; a blank before a stop or a closing bracket, after an opening bracket, or before "’s".
fn is_bare_spacing(text: &str, edit: &Replacement) -> bool {
    let after = &text[edit.span.end()..];
    let blanks = edit.span.of(text).chars().all(|c| c.is_whitespace());
    let possessive = ["’s", "'s"].iter().any(|s| after.strip_prefix(s).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    blanks
        && match edit.text.as_str() {
            " " | "\n" | "\n\n" => true,
            "" => {
                possessive
                    || after.is_empty()
                    || after.starts_with([',', '.', ';', ':', '!', '?', ')', ']', '%', '\n'])
                    || text[..edit.span.start()].ends_with(['(', '[', '\n'])
                    || edit.span.start() == 0
            }
            _ => false,
        }
}

/// True for a blank put into a word of which neither half is known: "AB" and "Cspending" of "ABCspending".
fn parts_at_random(text: &str, edit: &Replacement, words: &mut Words<'_>) -> bool {
    if words.dictionary.is_none() || !edit.span.is_empty() || edit.text.is_empty() || !edit.text.chars().all(char::is_whitespace) {
        return false;
    }
    let (left, right) = (word_before(text, edit.span.start()), word_after(text, edit.span.end()));
    let letters = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
    letters(left) && letters(right) && !words.knows(left) && !words.knows(right)
}

/// True for an edit of damaged characters that takes a stop with it.
fn loses_a_stop(text: &str, edit: &Replacement) -> bool {
    let stop = ['.', '!'];
    let old = edit.span.of(text);
    old.chars().count() > 1 && !old.starts_with(['&', '\\', '=', '%']) && old.ends_with(stop) && !edit.text.ends_with(stop)
}

/// A certain edit after which two words are one.
struct Gluing {
    finding: usize,
    edit: Span,
}

/// The certain edits that make one word of two and have no witness for it.
fn gluing(text: &str, words: &mut Words<'_>, findings: &[Finding]) -> Vec<Gluing> {
    let mut all: Vec<(usize, &Replacement)> =
        findings.iter().enumerate().filter(|(_, f)| f.certain).flat_map(|(n, f)| f.edits.iter().map(move |e| (n, e))).collect();
    order::sort_by(&mut all, |(n, e)| order::of_place(e.span) << 1 | u128::from(*n as u32 & 1));
    let mut harmful = Vec::new();
    let mut from = 0;
    while from < all.len() {
        // What is taken away without a gap is taken away together.
        let mut to = from + 1;
        while to < all.len() && all[to].1.span.start() <= all[to - 1].1.span.end() {
            to += 1;
        }
        let run = &all[from..to];
        from = to;
        let whole = run[0].1.span.cover(run[run.len() - 1].1.span);
        if run.iter().all(|(_, e)| e.text.is_empty()) && glues(text, whole, words) {
            harmful.extend(run.iter().map(|(finding, e)| Gluing { finding: *finding, edit: e.span }));
        }
    }
    harmful
}

/// True where two words stand around `gap` that are not to be one.
fn glues(text: &str, gap: Span, words: &mut Words<'_>) -> bool {
    let (left, right) = (word_before(text, gap.start()), word_after(text, gap.end()));
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let old = gap.of(text);
    if old.starts_with('\u{AD}') && old.contains(['\n', '\r']) {
        return false; // it stands nowhere but in a divided word
    }
    let joined = format!("{left}{right}");
    if old.contains(char::is_whitespace) {
        let contraction = matches!(right.to_ascii_lowercase().as_str(), "n’t" | "n't") && takes_not(left);
        let hyphen = old.starts_with(['-', '\u{AD}', '\u{2010}']);
        let divided = hyphen && old.contains(['\n', '\r']);
        return !(contraction
            || HALVED.contains(&joined.to_ascii_lowercase().as_str())
            || divided && words.dictionary.is_none()
            || words.knows(&joined) && !(words.knows(left) && words.knows(right) && !hyphen));
    }
    if joined.contains(|c: char| c.is_ascii_digit()) || words.dictionary.is_none() && !old.contains(|c: char| c.is_control() && c != '\u{AD}') {
        return false;
    }
    // Something stood for a letter or parted two words, unless it was invisible.
    let invisible = old.chars().all(|c| matches!(c, '\u{AD}' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'));
    !words.knows(&joined) && (!invisible || words.knows(left) && words.knows(right))
}

/// The words that tokenisers cut in two.
const HALVED: &[&str] = &["cannot", "gonna", "wanna", "gotta", "gimme", "lemme"];

fn word_before(text: &str, at: usize) -> &str {
    let start = text[..at].char_indices().rev().take_while(|(_, c)| is_of_word(*c)).last().map_or(at, |(n, _)| n);
    &text[start..at]
}

fn word_after(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    if !rest.starts_with(char::is_alphanumeric) {
        return "";
    }
    &rest[..rest.find(|c| !is_of_word(c)).unwrap_or(rest.len())]
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '’' | '\'')
}

/// Who vouches for a word: the dictionary, and the text itself.
struct Words<'a> {
    text: &'a str,
    dictionary: Option<&'a Dictionary>,
    of_text: Option<HashSet<&'a str>>,
}

impl Words<'_> {
    fn knows(&mut self, word: &str) -> bool {
        let plain = word.trim_matches(['’', '\'']);
        self.dictionary.is_some_and(|d| d.knows(plain) || d.knows(&plain.to_lowercase()))
            || self.of_text.get_or_insert_with(|| self.text.split(|c| !is_of_word(c)).collect()).contains(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifacts::spelling;

    fn holds(text: &str, gap: &str) -> bool {
        let at = text.find(gap).unwrap();
        let dictionary = spelling::small();
        glues(text, Span::new(at, at + gap.len()), &mut Words { text, dictionary: Some(&dictionary), of_text: None })
    }

    #[test]
    fn no_two_words_become_one() {
        assert!(holds("mayor and her aides", " "));
        assert!(holds("a river over\0ow", "\0"));
        assert!(holds("the old<b>town", "<b>"));
        assert!(!holds("They can\u{A0}not go", "\u{A0}"));
        assert!(!holds("the pre\u{200B}sident", "\u{200B}"));
        assert!(holds("the old\u{200B}harbour", "\u{200B}"));
        assert!(!holds("the pre<b>sident", "<b>"));
        assert!(!holds("the adminis-\ntration", "-\n"));
        assert!(!holds("the adminis- tration", "- ") && holds("the vice- mayor", "- "));
        assert!(holds("the vice-\nmayor", "-\n"));
    }

    #[test]
    fn bare_spacing() {
        let bare = |text: &str, insert: &str| {
            let at = text.find("  ").or_else(|| text.find(' ')).unwrap();
            let end = text[at..].find(|c| c != ' ').map_or(text.len(), |n| at + n);
            is_bare_spacing(text, &Replacement { span: Span::new(at, end), text: insert.into() })
        };
        assert!(bare("Ortiz ,", "") && bare("Ortiz ’s", "") && bare("Ortiz  left", " "));
        assert!(!bare("Ortiz n’t", "") && !bare("Ortiz \" left", "") && !bare("Ortiz left", ""));
    }
}
