//! From what a hand selects to what is meant: whole words, without the space and the marks around them; and every other
//! place where the same words stand.

use crate::text::{Span, is_apostrophe};

/// How [`occurrences`] compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matching {
    /// "Will" is not "will".
    pub case: bool,
    /// "Port" is not in "Portland".
    pub whole_words: bool,
}

impl Default for Matching {
    fn default() -> Self {
        Self { case: true, whole_words: true }
    }
}

/// A letter, a digit, or what stands inside a word: a mark on a letter, an apostrophe or hyphen between letters. A possessive
/// ending is no part of the word.
pub(super) fn in_word(text: &str, at: usize) -> bool {
    let Some(c) = text[at..].chars().next() else { return false };
    if c.is_alphanumeric() || matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\u{0591}'..='\u{05BD}' | '\u{200C}' | '\u{200D}' | '_') {
        return true;
    }
    let apostrophe = is_apostrophe(c);
    let joins = apostrophe || matches!(c, '-' | '\u{2011}' | '\u{AD}');
    let mut after = text[at + c.len_utf8()..].chars();
    let first = after.next();
    let possessive = apostrophe && matches!(first, Some('s' | 'S')) && !after.next().is_some_and(char::is_alphanumeric);
    joins && !possessive && text[..at].ends_with(char::is_alphanumeric) && first.is_some_and(char::is_alphanumeric)
}

/// True where a word begins or ends at `at`, or none is there.
pub(super) fn border(text: &str, at: usize) -> bool {
    let before = text[..at].char_indices().next_back();
    !(before.is_some_and(|(b, _)| in_word(text, b)) && at < text.len() && in_word(text, at))
}

/// True where `span` begins and ends at the border of a word.
///
/// # Panics
/// If `span` does not lie on character borders of `text`.
#[must_use]
pub fn whole_words(text: &str, span: Span) -> bool {
    border(text, span.start()) && border(text, span.end())
}

/// `span` widened to whole words and without the white space and the punctuation at its ends; none where nothing is left.
/// Brackets and quotation marks that pair inside stay: "Smith (Jr.)".
///
/// # Panics
/// If `span` does not lie on character borders of `text`.
#[must_use]
pub fn snapped(text: &str, span: Span) -> Option<Span> {
    let span = trimmed(text, span)?;
    let (mut start, mut end) = (span.start(), span.end());
    while start > 0 && !border(text, start) {
        start -= text[..start].chars().next_back().map_or(1, char::len_utf8);
    }
    while end < text.len() && !border(text, end) {
        end += text[end..].chars().next().map_or(1, char::len_utf8);
    }
    Some(Span::new(start, end))
}

/// `span` without white space and without punctuation that is not part of a word, at both ends.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let slice = span.of(text).trim_matches(|c: char| c.is_whitespace() || c == '\u{200B}' || c == '\u{FEFF}');
    let start = span.start() + (slice.as_ptr() as usize - span.of(text).as_ptr() as usize);
    let outer = |c: char| {
        matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '…' | '"' | '“' | '”' | '„' | '‘' | '’' | '\'' | '«' | '»' | '(' | ')' | '[' | ']' | '–' | '—')
    };
    let mut range = start..start + slice.len();
    loop {
        let slice = &text[range.clone()];
        let (Some(first), Some(last)) = (slice.chars().next(), slice.chars().next_back()) else { return None };
        let closes = |c: char| matches!(c, ')' | ']') && slice.contains(if c == ')' { '(' } else { '[' });
        let opens = |c: char| matches!(c, '(' | '[') && slice.contains(if c == '(' { ')' } else { ']' });
        // The stop of "U.S." and "Jr." belongs to them.
        let abbreviation =
            last == '.' && slice[..slice.len() - 1].rsplit(char::is_whitespace).next().is_some_and(|w| w.contains('.') || w == "Jr" || w == "Sr" || w == "Inc");
        if (outer(first) || first.is_whitespace()) && !opens(first) {
            range.start += first.len_utf8();
        } else if (outer(last) || last.is_whitespace()) && !closes(last) && !abbreviation {
            range.end -= last.len_utf8();
        } else {
            return Some(Span::new(range.start, range.end));
        }
    }
}

/// Every place of `text` where `words` stand, in order, none overlapping another.
#[must_use]
pub fn occurrences(text: &str, words: &str, matching: Matching) -> Vec<Span> {
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Span> = Vec::new();
    let whole = |span: Span| !matching.whole_words || whole_words(text, span);
    if matching.case {
        found.extend(text.match_indices(words).map(|(at, m)| Span::new(at, at + m.len())).filter(|s| whole(*s)));
        return found;
    }
    let folded: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let mut free = 0;
    for (at, _) in text.char_indices() {
        if at >= free
            && let Some(end) = folded_match(&text[at..], &folded).map(|len| at + len)
            && whole(Span::new(at, end))
        {
            found.push(Span::new(at, end));
            free = end;
        }
    }
    found
}

/// Length of the beginning of `text` that is `folded` when written small.
fn folded_match(text: &str, folded: &[char]) -> Option<usize> {
    let mut left = folded.iter();
    for (at, c) in text.char_indices() {
        if left.len() == 0 {
            return Some(at);
        }
        for small in c.to_lowercase() {
            if left.next() != Some(&small) {
                return None;
            }
        }
    }
    (left.len() == 0).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The snapped selection of what stands between square brackets.
    fn snap(marked: &str) -> Option<String> {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let text = marked.replace(['[', ']'], "");
        snapped(&text, Span::new(start, end)).map(|s| s.of(&text).to_owned())
    }

    #[test]
    fn takes_whole_words_and_leaves_the_rest() {
        assert_eq!(snap("by Le[na Ort]iz, who").as_deref(), Some("Lena Ortiz"));
        assert_eq!(snap("by[ Lena Ortiz, ]who").as_deref(), Some("Lena Ortiz"));
        assert_eq!(snap("in the [U.S.] today").as_deref(), Some("U.S."));
        assert_eq!(snap("the O’[Brien] family").as_deref(), Some("O’Brien"));
        assert_eq!(snap("the [Party (PP)], which").as_deref(), Some("Party (PP)"));
        assert_eq!(snap("an [“ok]ay,” he").as_deref(), Some("okay"));
        assert_eq!(snap("[Le]na’s boat").as_deref(), Some("Lena"));
        assert_eq!(snap("a[ , ]b"), None);
        assert_eq!(snap("[]"), None);
        assert_eq!(snap("قال [محمو]د أمس").as_deref(), Some("محمود"));
        assert_eq!(snap("Rene\u{301} [Rene]\u{301} x").as_deref(), Some("Rene\u{301}"));
    }

    #[test]
    fn finds_the_same_words() {
        let text = "Port Avelle. PORT AVELLE and Portland’s port; Port Avelle’s mayor";
        let count = |words, case, whole_words| occurrences(text, words, Matching { case, whole_words }).len();
        assert_eq!(count("Port Avelle", true, true), 2, "one of them before a possessive ending");
        assert_eq!(count("Port", true, false), 3);
        assert_eq!(count("port", false, true), 4);
        assert_eq!(count("port", false, false), 5);
        assert_eq!(count("", true, true), 0);
        assert_eq!(occurrences("İstanbul ISTANBUL", "i\u{307}stanbul", Matching { case: false, whole_words: false }).len(), 1);
    }
}
