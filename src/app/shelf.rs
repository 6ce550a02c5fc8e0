//! The articles that this browser keeps: what a list shows of each, and in which order.

use serde::{Deserialize, Serialize};

use crate::annotation::{Filter, Layer, Matching, Status, Workspace, occurrences};
use crate::app::finding::is_structure;
use crate::app::health::{Verdict, health};
use crate::text::order;

/// One kept article, as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The name of the file that it came from; empty where it was pasted.
    pub file: String,
    /// Words of the text.
    pub words: usize,
    /// Mentions of entities that stand.
    pub entities: usize,
    /// Quotations that stand.
    pub quotations: usize,
    /// Findings that stand.
    pub findings: usize,
    /// Suggestions that nobody has reviewed.
    pub waiting: usize,
    /// 0 sound, 1 to be checked, 2 not safe to quote.
    pub damage: u8,
    /// True once the engine has read it: until then nothing is known of what is in it.
    pub read: bool,
    /// When it came, in milliseconds since 1970.
    pub created: u64,
    /// When it was last changed.
    pub changed: u64,
    /// When it was put into the bin; none while it is on the shelf.
    pub deleted: Option<u64>,
}

impl Record {
    /// The record of a document in work.
    #[must_use]
    pub fn of(desk: &Workspace, created: u64, now: u64) -> Self {
        let standing = |layer| desk.annotations().iter().filter(|a| a.layer == layer && a.status != Status::Rejected && !is_structure(a)).count();
        let filter = Filter { layers: vec![Layer::Entity, Layer::Quote, Layer::Artifact], ..Filter::default() };
        Self {
            id: desk.seed().id.clone(),
            title: desk.title().to_owned(),
            file: desk.seed().file.clone(),
            words: words(desk.text()),
            entities: standing(Layer::Entity),
            quotations: standing(Layer::Quote),
            findings: standing(Layer::Artifact),
            waiting: desk.progress(&filter).waiting,
            damage: match health(desk.annotations()).verdict {
                Verdict::Sound => 0,
                Verdict::Care => 1,
                Verdict::Unsafe => 2,
            },
            read: false,
            created,
            changed: now,
            deleted: None,
        }
    }

    /// This record with the figures of `read`, a reading of the same document: its times stay. So does its title where it was changed
    /// since; else it is that of the reading, which may have found a headline.
    #[must_use]
    pub fn with_counts_of(&self, read: &Self) -> Self {
        let title = if self.changed > read.changed { &self.title } else { &read.title };
        Self { id: self.id.clone(), title: title.clone(), created: self.created, changed: self.changed, deleted: self.deleted, ..read.clone() }
    }

    /// How it is, in two words.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        match self.damage {
            _ if !self.read => "not read yet",
            0 => "sound",
            1 => "check it",
            _ => "not safe to quote",
        }
    }
}

/// How many words a text has, told by the spaces of ASCII: it is counted with every gesture, and must take no time.
fn words(text: &str) -> usize {
    let mut inside = false;
    let mut starts = |b: &u8| {
        let was = std::mem::replace(&mut inside, !b.is_ascii_whitespace());
        inside && !was
    };
    text.as_bytes().iter().filter(|b| starts(b)).count()
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The last changed first.
    #[default]
    Changed,
    /// By title.
    Title,
    /// The worst first.
    Damage,
    /// The one with the most to review first.
    Waiting,
    /// The longest first.
    Length,
}

impl Order {
    /// All, with their names.
    pub const ALL: [(Order, &'static str); 5] = [
        (Order::Changed, "Last changed"),
        (Order::Damage, "Most damaged"),
        (Order::Waiting, "Most to review"),
        (Order::Title, "Title"),
        (Order::Length, "Longest"),
    ];

    /// The order of this name; the default one where there is none.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|(_, n)| *n == name).map_or_else(Self::default, |(order, _)| order)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(order, _)| *order == self).map_or("", |(_, name)| name)
    }
}

/// A text that holds what is sought: the id of its article, and the words around the first place.
pub type InText = (String, String);

/// Letters of what is sought, from which on texts are looked through.
pub const SOUGHT: usize = 3;

/// The words around the first place in `text` that holds `search`, whatever the case; none where there is none.
#[must_use]
pub fn found_in(text: &str, search: &str) -> Option<String> {
    const LETTERS: usize = 30;
    let at = occurrences(text, search, Matching { case: false, whole_words: false }).first().copied()?;
    let from = text[..at.start()].char_indices().rev().nth(LETTERS).map_or(0, |(n, _)| n);
    let to = text[at.end()..].char_indices().nth(LETTERS).map_or(text.len(), |(n, _)| at.end() + n);
    Some(format!("… {} …", text[from..to].split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The records on the shelf whose title or file name holds `search`, or whose text is among `in_texts`, in `order`.
#[must_use]
pub fn shelf(records: &[Record], search: &str, in_texts: &[InText], order: Order) -> Vec<Record> {
    let search = search.trim().to_lowercase();
    let holds = |r: &Record| [&r.title, &r.file].iter().any(|name| name.to_lowercase().contains(&search)) || in_texts.iter().any(|(id, _)| *id == r.id);
    let mut found: Vec<Record> = records.iter().filter(|r| r.deleted.is_none() && holds(r)).cloned().collect();
    order::sort_with(&mut found, |a, b| {
        let newest = b.changed.cmp(&a.changed).then_with(|| natural(&a.title, &b.title)).then_with(|| a.id.cmp(&b.id));
        match order {
            Order::Changed => newest,
            Order::Title => natural(&a.title, &b.title).then(newest),
            Order::Damage => b.damage.cmp(&a.damage).then(b.findings.cmp(&a.findings)).then(newest),
            Order::Waiting => b.waiting.cmp(&a.waiting).then(newest),
            Order::Length => b.words.cmp(&a.words).then(newest),
        }
    });
    found
}

/// Titles as a person orders them: no matter the case, and "Part 2" before "Part 10".
fn natural(a: &str, b: &str) -> std::cmp::Ordering {
    let pieces = |title: &str| -> Vec<(u64, String)> {
        let mut pieces: Vec<(u64, String)> = vec![(0, String::new())];
        let mut in_number = false;
        for c in title.chars().flat_map(char::to_lowercase) {
            if let Some(digit) = c.to_digit(10) {
                if !in_number {
                    pieces.push((0, String::new()));
                }
                if let Some((number, _)) = pieces.last_mut() {
                    *number = number.saturating_mul(10).saturating_add(u64::from(digit));
                }
            } else if let Some((_, words)) = pieces.last_mut() {
                words.push(c);
            }
            in_number = c.is_ascii_digit();
        }
        pieces
    };
    pieces(a).cmp(&pieces(b))
}

/// The articles before and after `id` in `list`.
#[must_use]
pub fn neighbours<'a>(list: &'a [String], id: &str) -> Option<(usize, Option<&'a String>, Option<&'a String>)> {
    let here = list.iter().position(|i| i == id)?;
    Some((here, here.checked_sub(1).and_then(|n| list.get(n)), list.get(here + 1)))
}

/// The records in the bin, the last thrown away first.
#[must_use]
pub fn bin(records: &[Record]) -> Vec<Record> {
    let mut found: Vec<Record> = records.iter().filter(|r| r.deleted.is_some()).cloned().collect();
    order::sort_with(&mut found, |a, b| b.deleted.cmp(&a.deleted).then_with(|| a.id.cmp(&b.id)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(title: &str, damage: u8, changed: u64) -> Record {
        Record { id: title.into(), title: title.into(), damage, changed, ..Record::default() }
    }

    #[test]
    fn knows_what_comes_next() {
        let list = ["a".to_owned(), "b".to_owned()];
        assert_eq!(neighbours(&list, "a"), Some((0, None, Some(&list[1]))));
        assert_eq!(neighbours(&list, "b"), Some((1, Some(&list[0]), None)));
        assert_eq!(neighbours(&list, "c"), None);
    }

    #[test]
    fn lists_what_is_sought_in_the_order_that_is_asked() {
        let mut records = vec![record("Ferry", 0, 3), record("council", 2, 1), record("Budget", 2, 2)];
        records.push(Record { deleted: Some(9), ..record("Gone", 0, 9) });
        let titles = |search: &str, order| shelf(&records, search, &[("Budget".into(), String::new())], order).into_iter().map(|r| r.title).collect::<Vec<_>>();
        assert_eq!(titles("", Order::Changed), ["Ferry", "Budget", "council"]);
        assert_eq!(titles("", Order::Title), ["Budget", "council", "Ferry"]);
        assert_eq!(titles("", Order::Damage), ["Budget", "council", "Ferry"]);
        assert_eq!(titles("COUN", Order::Changed), ["Budget", "council"], "one by its title, one by its text");
        assert_eq!(found_in("The HARBOUR\nwas closed.", "harbour").as_deref(), Some("… The HARBOUR was closed. …"));
        assert_eq!(found_in("The harbour was closed.", "ferry"), None);
        assert_eq!(natural("part 2", "Part 10"), std::cmp::Ordering::Less);
        assert_eq!(natural("Ferry", "council"), std::cmp::Ordering::Greater);
        assert_eq!(Order::named(Order::Waiting.name()), Order::Waiting);
        assert_eq!(bin(&records).len(), 1);
    }
}
