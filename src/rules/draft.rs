//! A rule as it stands in a form, and how it is written into a file without losing what else stands there.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value};

use super::pieces::pieces;

/// A rule as a form has it: every key as a file names its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What people call it.
    pub name: String,
    /// The words, or the pattern.
    pub what: String,
    /// True for a pattern.
    pub pattern: bool,
    /// Large and small letters are the same.
    pub ignore_case: bool,
    /// No letter or digit may stand right before or after.
    pub whole_words: bool,
    /// "lines"; empty for anywhere.
    pub place: String,
    /// In so many lines at the head, as it was typed; empty for all.
    pub first_lines: String,
    /// The same at the foot.
    pub last_lines: String,
    /// "entity", "never"; empty for a finding.
    pub mark: String,
    /// Of a finding; empty for a low one.
    pub severity: String,
    /// Of a finding.
    pub message: String,
    /// Of an entity.
    pub label: String,
    /// What is never to be marked, parted by commas.
    pub of: String,
    /// What stands in its place.
    pub replace: Option<String>,
    /// True where it is not to be used now.
    pub off: bool,
}

impl Draft {
    /// The rule `number` of `file`; none where there is none, or where it cannot be read as TOML.
    #[must_use]
    pub fn of(file: &str, number: usize) -> Option<Self> {
        let piece = pieces(file).into_iter().nth(number)?;
        let document: DocumentMut = file[piece].parse().ok()?;
        let table = document.get("rule")?.as_array_of_tables()?.get(0)?;
        let text = |key: &str| table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
        let switch = |key: &str| table.get(key).and_then(Item::as_bool);
        let number = |key: &str| table.get(key).and_then(Item::as_integer).map(|n| n.to_string()).unwrap_or_default();
        let none = |value: String, default: &str| if value == default { String::new() } else { value };
        let of = table.get("of").and_then(Item::as_array).into_iter().flatten().filter_map(Value::as_str);
        let pattern = table.contains_key("pattern");
        Some(Self {
            name: text("name"),
            what: text(if pattern { "pattern" } else { "text" }),
            pattern,
            ignore_case: switch("ignore-case") == Some(true),
            whole_words: switch("whole-words") == Some(true),
            place: none(text("where"), "anywhere"),
            first_lines: number("first-lines"),
            last_lines: number("last-lines"),
            mark: none(text("mark"), "finding"),
            severity: none(text("severity"), "low"),
            message: text("message"),
            label: text("label"),
            of: of.collect::<Vec<_>>().join(", "),
            replace: table.get("replace").and_then(Item::as_str).map(str::to_owned),
            off: switch("on") == Some(false),
        })
    }

    /// The rule as a file has it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut document = DocumentMut::new();
        let mut table = Table::new();
        self.fill(&mut table);
        let mut rules = ArrayOfTables::new();
        rules.push(table);
        document.insert("rule", Item::ArrayOfTables(rules));
        document.to_string()
    }

    /// `file` with this rule in place of its rule `number`, or as its last. Comments, and the order and the writing of what did not
    /// change, stay.
    #[must_use]
    pub fn into_file(&self, file: &str, number: Option<usize>) -> String {
        let place = number.and_then(|n| pieces(file).into_iter().nth(n));
        let Some(place) = place else {
            let gap = if file.trim().is_empty() || file.ends_with("\n\n") { "" } else { "\n" };
            let end = if file.is_empty() || file.ends_with('\n') { "" } else { "\n" };
            return format!("{file}{end}{gap}{}", self.to_toml());
        };
        let written = match file[place.clone()].parse::<DocumentMut>() {
            Ok(mut document) => {
                if let Some(table) = document.get_mut("rule").and_then(Item::as_array_of_tables_mut).and_then(|rules| rules.get_mut(0)) {
                    self.fill(table);
                }
                document.to_string()
            }
            Err(_) => self.to_toml(),
        };
        format!("{}{written}{}", &file[..place.start], &file[place.end..])
    }

    fn fill(&self, table: &mut Table) {
        let text = |value: &str| (!value.trim().is_empty()).then(|| quoted(value, false));
        let is = |kind: &str| self.mark == kind;
        let number = |value: &str| (!value.trim().is_empty()).then(|| value.trim().parse::<i64>().map_or_else(|_| quoted(value, false), Value::from));
        let of: Vec<&str> = self.of.split(',').map(str::trim).filter(|s| !s.is_empty()).collect();
        let values = [
            ("name", Some(quoted(&self.name, false))),
            ("text", (!self.pattern).then(|| quoted(&self.what, false))),
            ("pattern", self.pattern.then(|| quoted(&self.what, true))),
            ("ignore-case", self.ignore_case.then(|| true.into())),
            ("whole-words", self.whole_words.then(|| true.into())),
            ("where", text(&self.place)),
            ("first-lines", number(&self.first_lines)),
            ("last-lines", number(&self.last_lines)),
            ("mark", text(&self.mark)),
            ("severity", text(&self.severity).filter(|_| is(""))),
            ("message", text(&self.message).filter(|_| is(""))),
            ("label", text(&self.label).filter(|_| is("entity"))),
            ("of", (is("never") && !of.is_empty()).then(|| of.into_iter().collect::<Value>())),
            ("replace", self.replace.as_ref().filter(|_| is("")).map(|r| quoted(r, false))),
            ("on", self.off.then(|| false.into())),
        ];
        for (key, value) in values {
            match value {
                Some(value) => put(table, key, value),
                None => drop_value(table, key),
            }
        }
    }
}

/// `text` between quotation marks; a pattern between the ones that leave its backslashes alone, where they can.
fn quoted(text: &str, pattern: bool) -> Value {
    if pattern
        && !text.contains(|c: char| c == '\'' || c.is_control())
        && let Ok(value) = format!("'{text}'").parse()
    {
        return value;
    }
    text.into()
}

/// Writes a value; one that says the same already is left as it is written, and the comment behind it stays in any case.
fn put(table: &mut Table, key: &str, mut value: Value) {
    let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) else {
        table.insert(key, Item::Value(value));
        return;
    };
    let array = |v: &Value| v.as_array().map(|a| a.iter().map(|v| v.as_str().map(str::to_owned)).collect::<Vec<_>>());
    let same = (old.as_str().is_some() && old.as_str() == value.as_str())
        || (old.as_bool().is_some() && old.as_bool() == value.as_bool())
        || (old.as_integer().is_some() && old.as_integer() == value.as_integer())
        || (array(old).is_some() && array(old) == array(&value));
    if !same {
        *value.decor_mut() = old.decor().clone();
        *old = value;
    }
}

/// Takes a value out that says something: where it says what would hold without it ("on = true"), it stays.
fn drop_value(table: &mut Table, key: &str) {
    let says_nothing = match (key, table.get(key)) {
        (_, None) => true,
        ("on", Some(item)) => item.as_bool() == Some(true),
        ("ignore-case" | "whole-words", Some(item)) => item.as_bool() == Some(false),
        ("where", Some(item)) => item.as_str() == Some("anywhere"),
        ("mark", Some(item)) => item.as_str() == Some("finding"),
        ("severity", Some(item)) => item.as_str() == Some("low"),
        _ => false,
    };
    if !says_nothing {
        table.remove(key);
    }
}

/// `file` without its rule `number`, and the comment above it.
#[must_use]
pub fn without(file: &str, number: usize) -> String {
    match pieces(file).into_iter().nth(number) {
        Some(place) => format!("{}{}", &file[..place.start], &file[place.end..]),
        None => file.to_owned(),
    }
}

/// `file` with its rule `number` before the one above it, or behind the one below; as it is where there is none.
#[must_use]
pub fn moved(file: &str, number: usize, up: bool) -> String {
    let pieces = pieces(file);
    let first = if up { number.checked_sub(1) } else { Some(number) };
    let Some([a, b]) = first.and_then(|n| pieces.get(n..n + 2)) else { return file.to_owned() };
    let (first, second) = (&file[a.clone()], &file[b.clone()]);
    let gap = if second.ends_with('\n') { "" } else { "\n" };
    // The blank lines between the two stay between them.
    let behind = &first[first.trim_end().len()..];
    let after = &second[second.trim_end().len()..];
    let (first, second) = (first.trim_end(), second.trim_end());
    let between = if behind.is_empty() { gap } else { behind };
    format!("{}{second}{between}{first}{after}{}", &file[..a.start], &file[b.end..])
}

/// `file` with the rules of `other` behind its own. A rule of the same name is told as a mistake when it is read.
#[must_use]
pub fn joined(file: &str, other: &str) -> String {
    let other = other.strip_prefix('\u{feff}').unwrap_or(other);
    if file.trim().is_empty() {
        return other.to_owned();
    }
    format!("{}\n\n{}", file.trim_end(), other.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleFile;

    const FILE: &str = "# Ours.\n\n# The prompt.\n[[rule]]\nname = \"prompt\" # in every article\ntext = 'Sign up'\nwhere = \"lines\"\non = true\n\n# Ships.\n[[rule]]\nname = \"ships\"\npattern = '\\bMV [A-Z]\\w+'\nmark = \"entity\"\nlabel = \"SHIP\"\n\n[[rule]]\nname = \"names\"\ntext = \"Qwrtp\"\nmark = \"never\"\nof = [\"word\", \"entity\"] # both\n";

    #[test]
    fn what_does_not_change_stays_letter_for_letter() {
        for number in 0..3 {
            assert_eq!(Draft::of(FILE, number).unwrap().into_file(FILE, Some(number)), FILE);
        }
        assert_eq!(Draft::of(FILE, 3), None);
    }

    #[test]
    fn comments_stay_where_something_changes() {
        let draft = Draft { name: "the prompt".into(), replace: Some(String::new()), off: true, ..Draft::of(FILE, 0).unwrap() };
        let file = draft.into_file(FILE, Some(0));
        assert!(file.starts_with("# Ours.\n\n# The prompt.\n[[rule]]\nname = \"the prompt\" # in every article\ntext = 'Sign up'\n"), "{file}");
        assert!(file.contains("on = false\nreplace = \"\"\n\n# Ships.\n[[rule]]"), "{file}");
        let pattern = Draft { pattern: true, what: r"\d+".into(), ..Draft::of(FILE, 2).unwrap() };
        let file = pattern.into_file(FILE, Some(2));
        assert!(file.contains("pattern = '\\d+'") && !file.contains("Qwrtp") && file.contains("# both"), "{file}");
        assert_eq!(RuleFile::read(&file).problems, []);
    }

    #[test]
    fn rules_are_added_moved_and_taken_out() {
        let new = Draft { name: "new".into(), what: "it's \"so\"".into(), mark: "never".into(), of: "word, PERSON".into(), ..Draft::default() };
        let file = new.into_file(FILE, None);
        assert!(file.starts_with(FILE) && file[FILE.len()..].starts_with("\n[[rule]]\nname = \"new\""), "{file}");
        let read = RuleFile::read(&file);
        assert_eq!((read.problems.len(), read.rules.len()), (0, 4));
        assert_eq!(Draft::of(&file, 3), Some(new.clone()));
        assert_eq!(RuleFile::read(&new.into_file("", None)).rules.len(), 1);
        let names = |file: &str| RuleFile::read(file).rules.into_iter().map(|r| r.name).collect::<Vec<_>>();
        assert_eq!(names(&moved(FILE, 2, true)), ["prompt", "names", "ships"]);
        assert_eq!(moved(&moved(FILE, 2, true), 1, false), FILE);
        assert_eq!(moved(FILE, 0, true), FILE);
        assert_eq!(moved(FILE, 2, false), FILE);
        let shorter = without(FILE, 1);
        assert_eq!(names(&shorter), ["prompt", "names"]);
        assert!(shorter.contains("# Ours.") && shorter.contains("# The prompt.") && !shorter.contains("# Ships."));
        assert_eq!(names(&joined(FILE, "\u{feff}# Theirs.\n[[rule]]\nname = \"x\"\ntext = \"y\"\n")).len(), 4);
    }

    #[test]
    fn a_broken_rule_does_not_keep_the_others_from_being_edited() {
        let broken = FILE.replace("label = \"SHIP\"", "label = \"SHIP");
        assert_eq!(Draft::of(&broken, 1), None);
        let draft = Draft { name: "prompts".into(), ..Draft::of(&broken, 0).unwrap() };
        assert!(draft.into_file(&broken, Some(0)).contains("name = \"prompts\" # in every article"));
        assert_eq!(RuleFile::read(&without(&broken, 1)).problems, []);
    }
}
