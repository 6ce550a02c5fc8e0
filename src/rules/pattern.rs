//! What is looked for, and how.

use std::ops::Range;

use regex::{Captures, Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use thiserror::Error;

use crate::text::Span;

/// The longest match, in bytes. Longer lines are looked at in stretches of twice as much, each beginning so many bytes after
/// the one before: the time for a text grows with its length and not with its square, whatever the pattern.
pub const LONGEST: usize = 2_000;
/// The longest pattern, in bytes.
const LONGEST_PATTERN: usize = 10_000;
/// What a pattern may take in memory when it is made ready, in bytes.
const SIZE: usize = 1 << 20;
/// How deep groups may lie in one another.
const DEPTH: u32 = 60;

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PatternError {
    /// It is no pattern.
    #[error("{reason}")]
    Mistake {
        /// Where, in bytes of the pattern.
        at: usize,
        /// What is wrong, for a person.
        reason: String,
    },
    /// It takes too much memory.
    #[error("the pattern is too large: it stands for too many possibilities; make its counts smaller or cut it in two")]
    TooLarge,
    /// It says nothing.
    #[error("there is nothing to look for")]
    Empty,
    /// It is found everywhere.
    #[error("the pattern is found where nothing stands, and so everywhere: let it match at least one character")]
    MatchesNothing,
}

/// How words or a pattern are compared with a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switches {
    /// Large and small letters are the same.
    pub ignore_case: bool,
    /// No letter or digit may stand right before or after.
    pub whole_words: bool,
    /// Nothing else may stand in the line.
    pub whole_line: bool,
}

/// A pattern that is ready to be looked for.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
    whole_line: bool,
    /// True for words: a replacement of them has no groups.
    words: bool,
}

/// Words as they stand, as a pattern: any white space is as good as any other, and marks as typed are marks as printed.
fn plain(words: &str) -> String {
    let mut pattern = String::new();
    for (n, word) in words.split_whitespace().enumerate() {
        if n > 0 {
            pattern.push_str(r"\s+");
        }
        for c in word.chars() {
            match c {
                '\'' | '’' | '‘' | 'ʼ' => pattern.push_str("['’‘ʼ]"),
                '"' | '“' | '”' | '„' => pattern.push_str("[\"“”„]"),
                '-' | '\u{2010}' | '\u{2011}' => pattern.push_str("[-\u{2010}\u{2011}]"),
                c => pattern.push_str(&regex_syntax::escape(c.encode_utf8(&mut [0; 4]))),
            }
        }
    }
    pattern
}

impl Pattern {
    /// Words to be looked for as they stand.
    ///
    /// # Errors
    /// If there are none, or far too many.
    pub fn of_words(words: &str, switches: Switches) -> Result<Self, PatternError> {
        if words.trim().is_empty() {
            return Err(PatternError::Empty);
        }
        if words.len() > LONGEST_PATTERN {
            return Err(PatternError::TooLarge);
        }
        Ok(Self { words: true, ..Self::build(&plain(words), switches)? })
    }

    /// A pattern in the language of the `regex` crate.
    ///
    /// # Errors
    /// With the place of the mistake, if it is none.
    pub fn new(pattern: &str, switches: Switches) -> Result<Self, PatternError> {
        if pattern.is_empty() {
            return Err(PatternError::Empty);
        }
        if pattern.len() > LONGEST_PATTERN {
            return Err(PatternError::TooLarge);
        }
        let mistake = |at: usize, kind: String| PatternError::Mistake { at, reason: in_words(&kind) };
        match ParserBuilder::new().nest_limit(DEPTH).build().parse(pattern) {
            Ok(parsed) if parsed.properties().maximum_len() == Some(0) => return Err(PatternError::MatchesNothing),
            Ok(_) => {}
            Err(regex_syntax::Error::Parse(error)) => return Err(mistake(error.span().start.offset, error.kind().to_string())),
            Err(regex_syntax::Error::Translate(error)) => return Err(mistake(error.span().start.offset, error.kind().to_string())),
            Err(other) => return Err(mistake(0, other.to_string())),
        }
        Self::build(pattern, switches)
    }

    fn build(pattern: &str, switches: Switches) -> Result<Self, PatternError> {
        let mut pattern = format!("(?:{pattern})");
        if switches.whole_words {
            pattern = format!(r"\b{{start-half}}{pattern}\b{{end-half}}");
        }
        if switches.whole_line {
            pattern = format!(r"^\s*(?P<line>{pattern})\s*$");
        }
        let built = RegexBuilder::new(&pattern)
            .multi_line(true)
            .case_insensitive(switches.ignore_case)
            .size_limit(SIZE)
            .dfa_size_limit(SIZE)
            .nest_limit(DEPTH + 8)
            .build();
        let regex = built.map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => PatternError::TooLarge,
            other => PatternError::Mistake { at: 0, reason: other.to_string() },
        })?;
        Ok(Self { regex, whole_line: switches.whole_line, words: false })
    }

    /// The matches in `text`, at most `most` of them, in order, none touching another, none empty. They may go on over lines.
    #[must_use]
    pub fn places(&self, text: &str, most: usize) -> Vec<Span> {
        let mut places = Vec::new();
        self.find(text, 0..text.len(), |found| {
            if places.len() < most {
                places.push(Span::new(found.start, found.end));
            }
        });
        places
    }

    /// True where it is found in places without any letter too, which nobody is told of.
    #[must_use]
    pub fn fits_nothing(&self) -> bool {
        self.regex.is_match("")
    }

    /// The matches in `line` of `text`, in order, none touching another, none empty; bytes of `text`.
    pub(super) fn find(&self, text: &str, line: Range<usize>, mut found: impl FnMut(Range<usize>)) {
        if self.whole_line {
            if line.len() <= LONGEST
                && let Some(place) = self.regex.captures(&text[line.clone()]).and_then(|c| c.name("line"))
                && !place.is_empty()
            {
                found(line.start + place.start()..line.start + place.end());
            }
            return;
        }
        let mut at = line.start;
        let mut stretch = line.start;
        while stretch < line.end {
            let end = border(text, (stretch + 2 * LONGEST).min(line.end));
            let next = if end == line.end { line.end } else { border(text, stretch + LONGEST) };
            // What stands before the stretch is seen, what stands behind it is not: a match that ends there may go on.
            while let Some(place) = self.regex.find_at(&text[line.start..end], at.max(stretch) - line.start) {
                let (from, to) = (line.start + place.start(), line.start + place.end());
                if from >= next && end < line.end {
                    break;
                }
                at = if from == to { after(text, to) } else { to };
                if from < to && to - from <= LONGEST && (to < end || end == line.end) {
                    found(from..to);
                }
                if at > end || from >= line.end {
                    break;
                }
            }
            at = at.max(next);
            stretch = next;
        }
    }

    /// What `replacement` says for the match at `place` of `line`: `$1` is the first group, `$$` a dollar sign.
    pub(super) fn expand(&self, text: &str, line: Range<usize>, place: Range<usize>, replacement: &str) -> String {
        if self.words {
            return replacement.to_owned();
        }
        let end = border(text, (place.start + 2 * LONGEST).min(line.end)).max(place.end);
        let from = if self.whole_line { 0 } else { place.start - line.start };
        let mut out = String::new();
        match self.regex.captures_at(&text[line.start..end], from) {
            Some(captures) if Self::is_at(&captures, self.whole_line, place.start - line.start) => captures.expand(&braced(replacement), &mut out),
            _ => out.push_str(replacement),
        }
        out
    }

    fn is_at(captures: &Captures<'_>, whole_line: bool, at: usize) -> bool {
        let place = if whole_line { captures.name("line") } else { captures.get(0) };
        place.is_some_and(|p| p.start() == at)
    }

    /// True where `replacement` holds something of what was found.
    pub(super) fn has_groups(&self, replacement: &str) -> bool {
        !self.words && replacement.contains('$')
    }

    /// True where `text` holds a match.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

/// `$1st` is the first group and "st", as people mean it; the library would look for a group of that name.
fn braced(replacement: &str) -> String {
    let mut out = String::with_capacity(replacement.len());
    let mut rest = replacement;
    while let Some(at) = rest.find('$') {
        let (before, dollar) = rest.split_at(at);
        out.push_str(before);
        let digits = dollar[1..].bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            out.push_str(&format!("${{{}}}", &dollar[1..=digits]));
            rest = &dollar[1 + digits..];
        } else {
            let taken = if dollar.starts_with("$$") { 2 } else { 1 };
            out.push_str(&dollar[..taken]);
            rest = &dollar[taken..];
        }
    }
    out + rest
}

/// What the library says of a mistake, with what to do about what it does not know.
fn in_words(kind: &str) -> String {
    if kind.contains("look-around") {
        return "look-around is not known here: match the whole stretch, and keep parts of it by groups in the replacement".into();
    }
    if kind.contains("backreferences") {
        return "a pattern cannot refer to what a group of it has matched".into();
    }
    kind.to_owned()
}

/// The last character border at or before `at`.
fn border(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// One character after `at`.
fn after(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &Pattern, text: &str) -> Vec<String> {
        let mut all = Vec::new();
        pattern.find(text, 0..text.len(), |r| all.push(text[r].to_owned()));
        all
    }

    #[test]
    fn words_are_found_as_they_are_typed() {
        let words = |words, switches| Pattern::of_words(words, switches).unwrap();
        let plain = Switches::default();
        assert_eq!(found(&words("don't (miss)", plain), "Don’t miss; we don’t\u{a0} (miss) it."), ["don’t\u{a0} (miss)"]);
        let whole = Switches { whole_words: true, ignore_case: true, ..plain };
        assert_eq!(found(&words("PORT", whole), "Port, airport, ports, port"), ["Port", "port"]);
        assert_eq!(found(&words("c++", whole), "c++ and c++11, C++"), ["c++", "C++"]);
        assert_eq!(Pattern::of_words(" \n", plain).unwrap_err(), PatternError::Empty);
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        let error = |pattern| Pattern::new(pattern, Switches::default()).unwrap_err();
        assert_eq!(error("ab(c"), PatternError::Mistake { at: 2, reason: "unclosed group".into() });
        assert!(error("a(?=b)").to_string().contains("look-around is not known here"));
        assert!(error(r"(a)\1").to_string().contains("cannot refer"));
        assert_eq!(error(""), PatternError::Empty);
        assert_eq!(error("^$"), PatternError::MatchesNothing);
        assert_eq!(error(r"(\w{900}){900}"), PatternError::TooLarge);
        assert!(matches!(error(&"(".repeat(200)), PatternError::Mistake { .. }));
    }

    #[test]
    fn a_search_goes_over_lines() {
        let pattern = Pattern::new(r"^two$|one\s+tw", Switches::default()).unwrap();
        let places = |text: &str, most| pattern.places(text, most).iter().map(|s| s.of(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(places("two\none\ntwo\n", 9), ["two", "one\ntw"]);
        assert_eq!(places("two\ntwo", 1), ["two"]);
        assert!(!pattern.fits_nothing() && Pattern::new("a*", Switches::default()).unwrap().fits_nothing());
    }

    #[test]
    fn long_lines_are_read_whole() {
        let pattern = Pattern::new(r"\bdocket \d+\b", Switches::default()).unwrap();
        let line = "docket 12 was heard today, é. ".repeat(2_000);
        assert_eq!(found(&pattern, &line).len(), 2_000);
        let greedy = Pattern::new("x.*", Switches::default()).unwrap();
        assert!(found(&greedy, &"x".repeat(9_000)).iter().all(|m| m.len() <= LONGEST));
    }

    #[test]
    fn groups_stand_in_replacements() {
        let pattern = Pattern::new(r"(\d+) (of) \d+", Switches::default()).unwrap();
        let text = "Page 3 of 12.";
        let mut made = Vec::new();
        pattern.find(text, 0..text.len(), |r| made.push(pattern.expand(text, 0..text.len(), r, "$1st $2 all, $$5 $9")));
        assert_eq!(made, ["3st of all, $5 "]);
    }
}
