//! Rules as people keep them: a file in TOML, a table `[[rule]]` for each.
//!
//! | key | value |
//! |---|---|
//! | `name` | what the rule is called; its findings have the category `house.NAME` |
//! | `text` | words as they stand: any white space, straight or curly marks |
//! | `pattern` | instead of them, a pattern in the language of the `regex` crate |
//! | `ignore-case`, `whole-words` | `true` or `false` |
//! | `where` | `"anywhere"`, `"lines"` (whole lines), `"quotations"`, `"outside quotations"` |
//! | `first-lines`, `last-lines` | only in so many lines at the head or at the foot |
//! | `mark` | `"finding"` (or nothing), `"entity"`, `"never"` |
//! | `severity`, `message` | of a finding: `"info"` to `"critical"`, and what a person reads |
//! | `label` | of an entity: `"PERSON"`, or one of your own |
//! | `of` | what is never to be marked: labels, families of damage, layers; all damage where nothing is said |
//! | `replace` | what stands in place of what is found, `$1` for a group of the pattern; it is then repaired unasked |
//! | `on` | `false` for a rule that is not to be used now |
//!
//! A rule with a mistake is told and left out; the others work. Where the file is no TOML at some place, each rule is read by
//! itself: [`pieces`](super::pieces) says where one ends.

use std::fmt;
use std::ops::Range;

use thiserror::Error;
use toml_edit::{Document, Item, Table, TomlError};

use super::Rules;
use super::pattern::{Pattern, PatternError, Switches};
use super::pieces::by_lines;
use super::place::{Place, Within};
use super::rule::{Marks, Rule, slug};
use crate::artifacts::Severity;

/// The longest file that is read, in bytes.
const LONGEST_FILE: usize = 4 << 20;
/// The most rules that a file may have: each is looked for in every text.
const MOST: usize = 2_000;

const KEYS: [&str; 15] = [
    "first-lines",
    "ignore-case",
    "label",
    "last-lines",
    "mark",
    "message",
    "name",
    "of",
    "on",
    "pattern",
    "replace",
    "severity",
    "text",
    "where",
    "whole-words",
];

/// A mistake in a file of rules.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct Problem {
    /// Its line, from 1.
    pub line: usize,
    /// Its column, from 1, in characters.
    pub column: usize,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// What a file of rules holds.
#[derive(Clone, Debug, Default)]
pub struct RuleFile {
    /// All rules without a mistake, those too that are off.
    pub rules: Vec<Rule>,
    /// The mistakes, in order of place.
    pub problems: Vec<Problem>,
}

impl RuleFile {
    /// Reads a file of rules.
    #[must_use]
    pub fn read(text: &str) -> Self {
        // A mark of the byte order is no part of what follows it; places are counted with it.
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let base = text.len() - body.len();
        let mut reader = Reader { text, base, piece: 0, file: Self::default() };
        if text.len() > LONGEST_FILE {
            reader.problem(0, "the file is longer than 4 MB; cut it into several".into());
            return reader.file;
        }
        match Document::parse(body) {
            Ok(document) => reader.document(document.as_table()),
            Err(error) => reader.piecewise(body, base, &error),
        }
        reader.file.problems.sort_by_key(|p| (p.line, p.column));
        reader.file
    }

    /// The rules that are to be used.
    #[must_use]
    pub fn into_rules(self) -> Rules {
        Rules::new(self.rules)
    }
}

/// A message of a parser without what stands below it, beginning small as ours do.
fn first_line(message: &str) -> String {
    message.lines().collect::<Vec<_>>().join(", ")
}

struct Reader<'t> {
    text: &'t str,
    /// Where in the text that begins which is being parsed, in bytes.
    base: usize,
    /// How many rules the file has before it.
    piece: usize,
    file: RuleFile,
}

/// A value of a rule, with its place.
type Found<'t, T> = Option<(T, Range<usize>)>;

impl Reader<'_> {
    /// Each rule by itself, where the file as a whole is no TOML; `whole` says why.
    fn piecewise(&mut self, body: &str, base: usize, whole: &TomlError) {
        let pieces = by_lines(body);
        let head = pieces.first().map_or(body.len(), |p| p.start);
        for (n, piece) in std::iter::once(0..head).chain(pieces).enumerate() {
            self.base = base + piece.start;
            self.piece = n.saturating_sub(1);
            match Document::parse(&body[piece]) {
                Ok(document) => self.document(document.as_table()),
                Err(error) => self.problem(error.span().map_or(0, |s| s.start), first_line(error.message())),
            }
        }
        if self.file.problems.is_empty() {
            self.base = base;
            self.problem(whole.span().map_or(0, |s| s.start), first_line(whole.message()));
        }
    }

    /// A mistake at byte `at` of what is being parsed.
    fn problem(&mut self, at: usize, message: String) {
        let at = at + self.base;
        let at = (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let before = &self.text[..at];
        let line = before.matches('\n').count() + 1;
        let column = before[before.rfind('\n').map_or(0, |n| n + 1)..].chars().count() + 1;
        self.file.problems.push(Problem { line, column, message });
    }

    fn document(&mut self, document: &Table) {
        for (key, item) in document {
            let at = document.key(key).and_then(toml_edit::Key::span).map_or(0, |s| s.start);
            match (key, item) {
                ("rule", Item::ArrayOfTables(rules)) => {
                    for (n, table) in rules.iter().enumerate() {
                        self.rule(table, self.piece + n);
                    }
                }
                ("rule", _) => self.problem(at, "write [[rule]], in two pairs of brackets, before each rule".into()),
                (other, _) => self.problem(at, format!("{other:?} is not known here: a file of rules holds tables that begin with [[rule]]")),
            }
        }
    }

    fn rule(&mut self, table: &Table, number: usize) {
        let at = table.span().map_or(0, |s| s.start);
        let before = self.file.problems.len();
        if self.file.rules.len() >= MOST {
            if self.file.rules.len() == MOST && self.file.problems.last().is_none_or(|p| !p.message.starts_with("more than")) {
                self.problem(at, format!("more than {MOST} rules: these and the following are left out"));
            }
            return;
        }
        for (key, _) in table {
            if !KEYS.contains(&key) {
                let place = table.key(key).and_then(toml_edit::Key::span).map_or(at, |s| s.start);
                self.problem(place, format!("{key:?} is not known: a rule has {}", KEYS.join(", ")));
            }
        }
        let name = self.string(table, "name");
        if name.is_none() && !table.contains_key("name") {
            self.problem(at, "this rule has no name: write name = \"…\"".into());
        }
        if let Some((name, place)) = &name {
            if slug(name).is_empty() {
                self.problem(place.start, "a name needs a letter or a digit".into());
            } else if self.file.rules.iter().any(|r| slug(&r.name) == slug(name)) {
                self.problem(place.start, format!("there is a rule {name:?} already"));
            }
        }
        let place = self.place(table);
        let switches = Switches {
            ignore_case: self.switch(table, "ignore-case", false),
            whole_words: self.switch(table, "whole-words", false),
            whole_line: place == Place::Lines,
        };
        let pattern = self.pattern(table, at, switches);
        let within = self.within(table);
        let marks = self.marks(table, at);
        let replace = self.string(table, "replace");
        if let (Some((_, place)), Some(Marks::Entity { .. } | Marks::Never { .. })) = (&replace, &marks) {
            self.problem(place.start, "only what is a finding can be replaced: leave \"mark\" or \"replace\" out".into());
        }
        let on = self.switch(table, "on", true);
        if let (Some((name, _)), Some(pattern), Some(marks), true) = (name, pattern, marks, self.file.problems.len() == before) {
            let line = self.text[..(at + self.base).min(self.text.len())].matches('\n').count() + 1;
            self.file.rules.push(Rule { name, pattern, marks, place, within, replace: replace.map(|(r, _)| r), on, line, number });
        }
    }

    /// The value of `key` with its place, taken out by `take`; anything else is a problem.
    fn value<T>(&mut self, table: &Table, key: &str, wanted: &str, take: impl FnOnce(&Item) -> Option<T>) -> Found<'_, T> {
        let item = table.get(key)?;
        let place = item.span().unwrap_or(0..0);
        match take(item) {
            Some(value) => Some((value, place)),
            None => {
                self.problem(place.start, format!("{key:?} is {wanted}"));
                None
            }
        }
    }

    fn string(&mut self, table: &Table, key: &str) -> Option<(String, Range<usize>)> {
        self.value(table, key, "a text between quotation marks", |item| item.as_str().map(str::to_owned))
    }

    fn switch(&mut self, table: &Table, key: &str, default: bool) -> bool {
        self.value(table, key, "true or false", Item::as_bool).map_or(default, |(on, _)| on)
    }

    fn place(&mut self, table: &Table) -> Place {
        let Some((name, place)) = self.string(table, "where") else { return Place::default() };
        match Place::ALL.into_iter().find(|(n, _)| *n == name) {
            Some((_, found)) => found,
            None => {
                self.problem(place.start, format!("{name:?} is no place: {}", one_of(Place::ALL.iter().map(|(n, _)| *n))));
                Place::default()
            }
        }
    }

    fn within(&mut self, table: &Table) -> Option<Within> {
        let number = |item: &Item| item.as_integer().and_then(|n| usize::try_from(n).ok()).filter(|n| *n > 0);
        let wanted = "a number of lines, from 1";
        let first = self.value(table, "first-lines", wanted, number);
        let first = first.map(|(n, _)| n);
        let last = self.value(table, "last-lines", wanted, number);
        match (first, last) {
            (Some(_), Some((_, place))) => {
                self.problem(place.start, "either the first lines or the last: make two rules of it".into());
                None
            }
            (Some(n), None) => Some(Within::First(n)),
            (None, last) => last.map(|(n, _)| Within::Last(n)),
        }
    }

    fn pattern(&mut self, table: &Table, at: usize, switches: Switches) -> Option<Pattern> {
        let words = self.string(table, "text");
        let pattern = self.string(table, "pattern");
        let (built, place, written) = match (words, pattern) {
            (Some(_), Some((_, place))) => {
                self.problem(place.start, "either \"text\" or \"pattern\", not both".into());
                return None;
            }
            (Some((words, place)), None) => (Pattern::of_words(&words, switches), place, words),
            (None, Some((pattern, place))) => (Pattern::new(&pattern, switches), place, pattern),
            (None, None) => {
                if !table.contains_key("text") && !table.contains_key("pattern") {
                    self.problem(at, "there is nothing to look for: write text = \"…\" or pattern = '…'".into());
                }
                return None;
            }
        };
        match built {
            Ok(pattern) => Some(pattern),
            Err(error) => {
                let inside = if let PatternError::Mistake { at, .. } = &error { *at } else { 0 };
                // Where the file has the pattern letter for letter, the place in it is a place in the file.
                let raw = self.text.get(self.base + place.start..self.base + place.end).unwrap_or_default();
                let start = raw.find(&written).map_or(place.start, |n| place.start + n + inside);
                self.problem(start, error.to_string());
                None
            }
        }
    }

    fn marks(&mut self, table: &Table, at: usize) -> Option<Marks> {
        let kind = self.string(table, "mark");
        let severity = self.string(table, "severity");
        let message = self.string(table, "message");
        let label = self.string(table, "label");
        let of = self.value(table, "of", "a list of labels: [\"word.misspelling\"]", |item| {
            item.as_array()?.iter().map(|v| v.as_str().map(str::to_owned)).collect::<Option<Vec<String>>>()
        });
        let of = of.map(|(list, place)| (list, place.start));
        match kind.as_ref().map_or("finding", |(kind, _)| kind.as_str()) {
            "finding" => {
                let level = severity.as_ref().map_or(Some(Severity::Low), |(name, _)| severity_named(name));
                if let (None, Some((name, place))) = (level, &severity) {
                    self.problem(place.start, format!("{name:?} is no severity: {}", one_of(SEVERITIES.iter().map(|s| s.as_str()))));
                }
                Some(Marks::Finding { severity: level?, message: message.map(|(m, _)| m).unwrap_or_default() })
            }
            "entity" => match label {
                Some((label, place)) if !is_label(&label) => {
                    self.problem(place.start, "a label is made of capital letters, digits, \"_\" and \"-\": \"SHIP\"".into());
                    None
                }
                Some((label, _)) => Some(Marks::Entity { label }),
                None => {
                    self.problem(at, "an entity needs a label: write label = \"PERSON\"".into());
                    None
                }
            },
            "never" => Some(Marks::Never { of: of.map(|(list, _)| list).unwrap_or_default() }),
            other => {
                let place = kind.as_ref().map_or(at, |(_, place)| place.start);
                self.problem(place, format!("{other:?} is nothing to mark: {}", one_of(["finding", "entity", "never"])));
                None
            }
        }
    }
}

const SEVERITIES: [Severity; 5] = [Severity::Info, Severity::Low, Severity::Medium, Severity::High, Severity::Critical];

fn severity_named(name: &str) -> Option<Severity> {
    SEVERITIES.into_iter().find(|s| s.as_str() == name)
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.len() <= 60 && label.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '-'))
}

/// "it is one of "a", "b"".
fn one_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    format!("it is one of {}", names.into_iter().map(|n| format!("{n:?}")).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        RuleFile::read(text).problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_file_is_read() {
        let file = RuleFile::read(
            "# Ours.\n[[rule]]\nname = \"Newsletter prompt\" # in every article\ntext = \"Sign up\"\nwhere = \"lines\"\nreplace = \"\"\n\n[[rule]]\nname = \"ships\"\npattern = '\\bMV [A-Z]\\w+'\nmark = \"entity\"\nlabel = \"SHIP\"\non = false\n\n[[rule]]\nname = \"names\"\ntext = \"Qwrtp\"\nmark = \"never\"\nof = [\"word\"]\nfirst-lines = 3\n",
        );
        assert_eq!(file.problems, []);
        let [newsletter, ships, names] = file.rules.as_slice() else { panic!("three rules") };
        assert_eq!((newsletter.category().as_str(), newsletter.place, newsletter.line), ("house.newsletter-prompt", Place::Lines, 2));
        assert_eq!(newsletter.replace.as_deref(), Some(""));
        assert_eq!((&ships.marks, ships.on), (&Marks::Entity { label: "SHIP".into() }, false));
        assert_eq!((&names.marks, names.within), (&Marks::Never { of: vec!["word".into()] }, Some(Within::First(3))));
        assert_eq!(file.into_rules().as_slice().len(), 2, "one is off");
    }

    #[test]
    fn a_mistake_is_told_with_its_place_and_the_other_rules_work() {
        let text = "[[rule]]\nname = \"é\"\npattern = 'é(b'\n\n[[rule]]\nname = \"good\"\ntext = \"x\"\n\n[[rule]]\nname = \"good\"\ntext = \"y\"\n\n[[rule]]\ntext = \"z\"\nwhere = \"here\"\ncolour = 1\n";
        assert_eq!(RuleFile::read(text).rules.len(), 1);
        let told = problems(text);
        assert_eq!(told[0], "3:13: unclosed group");
        assert!(told[1].starts_with("10:8: there is a rule \"good\" already"), "{told:?}");
        assert!(told[2].starts_with("13:1: this rule has no name"), "{told:?}");
        assert!(told[3].contains("\"here\" is no place") && told[4].contains("\"colour\" is not known"), "{told:?}");
        assert!(problems("[[rule]\nname = 1")[0].starts_with("1:8: "), "{:?}", problems("[[rule]\nname = 1"));
        assert!(problems("[rule]\nname = \"a\"")[0].contains("[[rule]]"));
        assert!(problems("[[rule]]\nname = \"a\"\ntext = 1\n")[0].starts_with("3:8: \"text\" is a text"));
        assert!(problems("[[rule]]\nname = \"a\"\ntext = \"b\"\nmark = \"entity\"\n")[0].contains("needs a label"));
        assert!(problems("[[rule]]\nname = \"a\"\ntext = \"b\"\nmark = \"never\"\nreplace = \"c\"\n")[0].contains("can be replaced"));
        assert_eq!(problems("\u{feff}# nothing\n"), [] as [String; 0]);
    }

    #[test]
    fn where_the_file_is_no_toml_the_other_rules_work() {
        let text = "\u{feff}# Ours.\n[[rule]]\nname = \"a\"\ntext = \"x\"\n\n[[rule]]\nname = \"b\ntext = \"y\"\n\n[[rule]]\nname = \"c\"\npattern = 'é('\n\n[[rule]]\nname = \"d\"\ntext = \"z\"\n";
        let file = RuleFile::read(text);
        assert_eq!(file.rules.iter().map(|r| (r.name.as_str(), r.number, r.line)).collect::<Vec<_>>(), [("a", 0, 2), ("d", 3, 14)]);
        let told: Vec<String> = file.problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("7:") && told[1] == "12:13: unclosed group", "{told:?}");
    }
}
