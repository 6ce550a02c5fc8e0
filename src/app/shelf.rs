//! The articles that this browser keeps: what a list shows of each, and in which order.

use serde::{Deserialize, Serialize};

use crate::annotation::{Filter, Layer, Status, Workspace};
use crate::app::health::{Verdict, health};

/// One kept article, as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
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
    /// When it came, in milliseconds since 1970.
    pub created: u64,
    /// When it was last changed.
    pub changed: u64,
    /// When it was put into the bin; none while it is on the shelf.
    #[serde(default)]
    pub deleted: Option<u64>,
}

impl Record {
    /// The record of a document in work.
    #[must_use]
    pub fn of(desk: &Workspace, created: u64, now: u64) -> Self {
        let standing = |layer| desk.annotations().iter().filter(|a| a.layer == layer && a.status != Status::Rejected).count();
        let filter = Filter { layers: vec![Layer::Entity, Layer::Quote, Layer::Artifact], ..Filter::default() };
        Self {
            id: desk.seed().id.clone(),
            title: desk.title().to_owned(),
            words: desk.text().split_whitespace().count(),
            entities: standing(Layer::Entity),
            quotations: standing(Layer::Quote),
            findings: standing(Layer::Artifact),
            waiting: desk.progress(&filter).waiting,
            damage: match health(desk.annotations()).verdict {
                Verdict::Sound => 0,
                Verdict::Care => 1,
                Verdict::Unsafe => 2,
            },
            created,
            changed: now,
            deleted: None,
        }
    }

    /// How it is, in two words.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        match self.damage {
            0 => "sound",
            1 => "check it",
            _ => "not safe to quote",
        }
    }
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
    /// The longest first.
    Length,
}

impl Order {
    /// All, with their names.
    pub const ALL: [(Order, &'static str); 4] =
        [(Order::Changed, "Last changed"), (Order::Damage, "Most damaged"), (Order::Title, "Title"), (Order::Length, "Longest")];
}

/// The records on the shelf whose title holds `search`, in `order`.
#[must_use]
pub fn shelf(records: &[Record], search: &str, order: Order) -> Vec<Record> {
    let search = search.trim().to_lowercase();
    let mut found: Vec<Record> = records.iter().filter(|r| r.deleted.is_none() && r.title.to_lowercase().contains(&search)).cloned().collect();
    found.sort_by(|a, b| {
        let newest = b.changed.cmp(&a.changed).then_with(|| a.id.cmp(&b.id));
        match order {
            Order::Changed => newest,
            Order::Title => a.title.to_lowercase().cmp(&b.title.to_lowercase()).then(newest),
            Order::Damage => b.damage.cmp(&a.damage).then(b.findings.cmp(&a.findings)).then(newest),
            Order::Length => b.words.cmp(&a.words).then(newest),
        }
    });
    found
}

/// The records in the bin, the last thrown away first.
#[must_use]
pub fn bin(records: &[Record]) -> Vec<Record> {
    let mut found: Vec<Record> = records.iter().filter(|r| r.deleted.is_some()).cloned().collect();
    found.sort_by(|a, b| b.deleted.cmp(&a.deleted).then_with(|| a.id.cmp(&b.id)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(title: &str, damage: u8, changed: u64) -> Record {
        Record { id: title.into(), title: title.into(), damage, changed, ..Record::default() }
    }

    #[test]
    fn lists_what_is_sought_in_the_order_that_is_asked() {
        let mut records = vec![record("Ferry", 0, 3), record("council", 2, 1), record("Budget", 2, 2)];
        records.push(Record { deleted: Some(9), ..record("Gone", 0, 9) });
        let titles = |search: &str, order| shelf(&records, search, order).into_iter().map(|r| r.title).collect::<Vec<_>>();
        assert_eq!(titles("", Order::Changed), ["Ferry", "Budget", "council"]);
        assert_eq!(titles("", Order::Title), ["Budget", "council", "Ferry"]);
        assert_eq!(titles("", Order::Damage), ["Budget", "council", "Ferry"]);
        assert_eq!(titles("COUN", Order::Changed), ["council"]);
        assert_eq!(bin(&records).len(), 1);
    }
}
