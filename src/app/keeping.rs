//! What waits to be written to the browser's database, and what becomes of it.
//!
//! Writes of one document keep their order, so that its log never has a hole. What fails is tried again; a write that can
//! never succeed is put aside with what follows it in the same document, and everything else goes on being saved. What a tab
//! wrote to a document that is no longer its own is handed back, and never tried again.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use crate::annotation::{Entry, Seed};
use crate::app::shelf::Record;

/// Something to write.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// Its document.
    pub document: String,
    /// What this tab holds the document by; empty for what needs no hold.
    pub token: String,
    /// What is written.
    pub what: What,
}

/// What is written of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A new document, unless everything has been forgotten since.
    Begin {
        /// What it starts from.
        seed: Box<Seed>,
        /// What the list shows of it.
        record: Record,
    },
    /// More of its log, where this tab holds it.
    Go {
        /// To append.
        entries: Vec<Entry>,
        /// What the list shows of it from now on.
        record: Record,
    },
    /// That this tab holds it from now on; for a database that was too full to say so when it was opened.
    Hold,
    /// Entries taken out of its log, where this tab holds it: they cannot be followed.
    Cut {
        /// Their keys in the database.
        keys: Vec<f64>,
        /// The same entries, to be kept.
        aside: Aside,
    },
    /// What cannot be in a document any more, kept beside them.
    Aside(Aside),
    /// What the list shows, as the engine has read it; a document that is gone stays gone.
    Counts(Record),
    /// What the list shows, made anew where it was damaged; a document that is gone stays gone.
    Mended(Record),
    /// When it was put into the bin, or that it was taken out; a document that is gone stays gone.
    Binned(Option<u64>),
}

impl What {
    /// True for a person's work: losing it would be a loss.
    fn is_work(&self) -> bool {
        !matches!(self, What::Counts(_) | What::Mended(_) | What::Hold)
    }
}

/// Part of a log that its document cannot take: kept as it was, to be downloaded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Aside {
    /// The document's id.
    pub document: String,
    /// The document's title.
    pub title: String,
    /// Why it is no part of the document, in words.
    pub why: String,
    /// When it was put aside, in milliseconds since 1970.
    pub time: u64,
    /// How many entries it has.
    pub entries: u32,
    /// The entries as JSON.
    pub json: String,
}

/// Why a document is no longer this tab's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Another tab took it over.
    Taken,
    /// It was deleted for good.
    Gone,
}

/// Why a transaction wrote nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no space left.
    Full,
    /// What was to be written cannot be written, ever; the browser's reason.
    Never(String),
    /// Anything else; the browser's reason.
    Other(String),
}

/// What became of the writes that were sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They are kept, but for those of documents that were not this tab's.
    Kept(Vec<(String, Loss)>),
    /// None of them is.
    Failed(Failure),
}

/// What follows from an outcome.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// Documents that are no longer this tab's, with what was not written of them.
    pub lost: Vec<(String, Loss, Vec<Write>)>,
    /// A document that cannot be written any more, and why.
    pub parked: Option<(String, String)>,
    /// Why nothing could be written, where it is to be tried again in a while.
    pub trouble: Option<Failure>,
}

/// How it stands with one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// All of it is written.
    Clear,
    /// Something of it waits.
    Behind,
    /// It cannot be written; why.
    Parked(String),
}

/// Writes that are sent together at most: a folder of a thousand files is no single transaction.
const BATCH: usize = 64;
/// How often a write is tried that fails alone, for reasons that may pass.
const TRIES: u8 = 4;

/// The writes in line.
#[derive(Debug, Default)]
pub struct Line {
    waiting: VecDeque<Write>,
    /// Sent, and not answered yet.
    sent: Vec<Write>,
    /// Documents that cannot be written, with why and what was to be written.
    parked: BTreeMap<String, (String, Vec<Write>)>,
    /// True after a failure: it has to be found out whose it is.
    alone: bool,
    tries: u8,
    /// Documents for which there was no space since something was last kept.
    full: BTreeSet<String>,
}

impl Line {
    /// Puts a write in line.
    pub fn push(&mut self, write: Write) {
        match self.parked.get_mut(&write.document) {
            Some((_, after)) if write.what.is_work() => after.push(write),
            _ => self.waiting.push_back(write),
        }
    }

    /// The writes to send next, which are then on their way; empty where nothing waits, or some are on their way.
    pub fn send(&mut self) -> &[Write] {
        if !self.sent.is_empty() {
            return &[];
        }
        let number = self.waiting.len().min(if self.alone { 1 } else { BATCH });
        self.sent = self.waiting.drain(..number).collect();
        &self.sent
    }

    /// Takes in what became of the writes that were sent.
    pub fn settle(&mut self, outcome: Outcome) -> Settled {
        let sent = std::mem::take(&mut self.sent);
        match outcome {
            Outcome::Kept(lost) => {
                self.tries = 0;
                self.full.clear();
                self.alone &= !self.waiting.is_empty();
                let lost = lost.into_iter().map(|(id, loss)| {
                    // A document that was begun anew is not the one that was lost.
                    let mut writes: Vec<Write> = sent.iter().filter(|w| w.document == id && w.what.is_work()).cloned().collect();
                    writes.extend(self.take(&id));
                    (id, loss, writes)
                });
                Settled { lost: lost.collect(), ..Settled::default() }
            }
            Outcome::Failed(failure) => self.failed(sent, failure),
        }
    }

    fn failed(&mut self, mut sent: Vec<Write>, failure: Failure) -> Settled {
        let single = sent.len() == 1;
        self.alone = true;
        if single {
            self.tries += 1;
        }
        let reason = match &failure {
            Failure::Never(reason) if single => Some(reason.clone()),
            Failure::Other(reason) if single && self.tries >= TRIES => Some(reason.clone()),
            Failure::Full | Failure::Never(_) | Failure::Other(_) => None,
        };
        if let Some(reason) = reason
            && let Some(write) = sent.pop()
        {
            self.tries = 0;
            if !write.what.is_work() {
                return Settled::default();
            }
            let id = write.document.clone();
            let mut writes = vec![write];
            writes.extend(self.take(&id));
            self.parked.insert(id.clone(), (reason.clone(), writes));
            return Settled { parked: Some((id, reason)), ..Settled::default() };
        }
        if let (Failure::Full, [write]) = (&failure, sent.as_slice()) {
            // What is too large for the space that is left lets smaller documents pass.
            let id = write.document.clone();
            sent.extend(self.take(&id));
            self.waiting.extend(sent);
            self.full.insert(id);
            let passes = self.waiting.iter().any(|w| !self.full.contains(&w.document));
            if !passes {
                self.full.clear();
            }
            return Settled { trouble: (!passes).then_some(failure), ..Settled::default() };
        }
        for write in sent.into_iter().rev() {
            self.waiting.push_front(write);
        }
        // Of several, whose fault it is shows at once when each is tried by itself.
        Settled { trouble: single.then_some(failure), ..Settled::default() }
    }

    /// Takes the work of one document out of what waits.
    fn take(&mut self, id: &str) -> Vec<Write> {
        let (theirs, rest) = std::mem::take(&mut self.waiting).into_iter().partition(|w| w.document == id && w.what.is_work());
        self.waiting = rest;
        Vec::from(theirs)
    }

    /// Drops what waits of these documents, of all where `ids` is none: they are deleted for good. What is on its way is not
    /// tried again.
    pub fn forget(&mut self, ids: Option<&BTreeSet<String>>) {
        let goes = |id: &String| ids.is_none_or(|ids| ids.contains(id));
        self.waiting.retain(|w| !goes(&w.document));
        self.sent.retain(|w| !goes(&w.document));
        self.parked.retain(|id, _| !goes(id));
    }

    /// Tries again what was put aside: there may be space now.
    pub fn unpark(&mut self) {
        for (_, (_, writes)) in std::mem::take(&mut self.parked) {
            self.waiting.extend(writes);
        }
        self.alone = true;
    }

    /// Takes back all that was to be written of a document, which is not written now.
    pub fn recall(&mut self, id: &str) -> Vec<Write> {
        let mut writes = self.parked.remove(id).map(|(_, writes)| writes).unwrap_or_default();
        writes.extend(self.take(id));
        writes
    }

    /// What of a document is not in the database yet, in order, while nothing is on its way.
    pub fn pending(&self, id: &str) -> impl Iterator<Item = &Write> {
        let parked = self.parked.get(id).map(|(_, writes)| writes.iter()).into_iter().flatten();
        parked.chain(self.waiting.iter().filter(move |w| w.document == id))
    }

    /// `kept`, the records that the database has, as they are once everything in line is written: a list that was asked for
    /// before something was put in line, and answered after, does not show the past.
    #[must_use]
    pub fn over(&self, mut kept: Vec<Record>) -> Vec<Record> {
        let parked = self.parked.values().flat_map(|(_, writes)| writes);
        for write in parked.chain(&self.sent).chain(&self.waiting) {
            let there = kept.iter_mut().find(|r| r.id == write.document);
            match (&write.what, there) {
                (What::Begin { record, .. } | What::Go { record, .. } | What::Mended(record), Some(there)) => there.clone_from(record),
                (What::Begin { record, .. } | What::Go { record, .. } | What::Mended(record), None) => kept.push(record.clone()),
                (What::Counts(record), Some(there)) => *there = there.with_counts_of(record),
                (What::Binned(deleted), Some(there)) => there.deleted = *deleted,
                (What::Counts(_) | What::Binned(_), None) | (What::Hold | What::Cut { .. } | What::Aside(_), _) => {}
            }
        }
        kept
    }

    /// How it stands with a document.
    #[must_use]
    pub fn standing(&self, id: &str) -> Standing {
        if let Some((reason, _)) = self.parked.get(id) {
            return Standing::Parked(reason.clone());
        }
        let waits = self.sent.iter().chain(&self.waiting).any(|w| w.document == id && w.what.is_work());
        if waits { Standing::Behind } else { Standing::Clear }
    }

    /// The documents that cannot be written, and why.
    pub fn parked(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parked.iter().map(|(id, (reason, _))| (id.as_str(), reason.as_str()))
    }

    /// True while some work is in this tab alone.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        !self.parked.is_empty() || self.sent.iter().chain(&self.waiting).any(|w| w.what.is_work())
    }

    /// True where nothing is left to send.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.sent.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Write number `n` of a document.
    fn write(document: &str, n: usize) -> Write {
        let entry = if n.is_multiple_of(2) { Entry::Undo } else { Entry::Redo };
        let record = Record { words: n, ..Record::default() };
        Write { document: document.into(), token: String::new(), what: What::Go { entries: vec![entry], record } }
    }

    fn number(write: &Write) -> usize {
        if let What::Go { record, .. } = &write.what { record.words } else { 0 }
    }

    #[test]
    fn what_can_never_be_written_stops_its_own_document_alone() {
        let mut line = Line::default();
        for (document, n) in [("a", 1), ("b", 1), ("b", 2), ("c", 1), ("b", 3)] {
            line.push(write(document, n));
        }
        let mut kept = Vec::new();
        let mut parked = None;
        while !line.is_empty() {
            let sent = line.send().to_vec();
            let bad = sent.iter().any(|w| w.document == "b" && number(w) == 2);
            if !bad {
                kept.extend(sent.iter().map(|w| (w.document.clone(), number(w))));
            }
            let settled = line.settle(if bad { Outcome::Failed(Failure::Never("too large".into())) } else { Outcome::Kept(Vec::new()) });
            parked = parked.or(settled.parked);
        }
        assert_eq!(kept, [("a".into(), 1), ("b".into(), 1), ("c".into(), 1)]);
        assert_eq!(parked, Some(("b".into(), "too large".into())));
        line.push(write("b", 4));
        assert_eq!(line.pending("b").map(number).collect::<Vec<_>>(), [2, 3, 4], "in this tab, all of it");
        assert_eq!(line.standing("b"), Standing::Parked("too large".into()));
        assert!(line.is_behind() && line.is_empty());
        line.unpark();
        assert_eq!((line.standing("b"), line.send().len()), (Standing::Behind, 1));
    }

    #[test]
    fn a_full_disk_is_waited_for() {
        let mut line = Line::default();
        line.push(write("a", 1));
        for _ in 0..50 {
            line.send();
            let settled = line.settle(Outcome::Failed(Failure::Full));
            assert_eq!((settled.trouble, settled.parked), (Some(Failure::Full), None));
        }
        line.push(write("a", 2));
        assert_eq!(line.send().len(), 1, "each by itself, until all is well");
        line.settle(Outcome::Kept(Vec::new()));
        assert_eq!(line.send().iter().map(number).collect::<Vec<_>>(), [2]);
        line.settle(Outcome::Kept(Vec::new()));
        assert!(!line.is_behind());
    }

    #[test]
    fn what_is_too_large_for_the_space_that_is_left_lets_others_pass() {
        let mut line = Line::default();
        for (document, n) in [("large", 1), ("small", 1), ("large", 2)] {
            line.push(write(document, n));
        }
        let mut kept = Vec::new();
        let mut troubled = 0;
        for _ in 0..6 {
            let sent = line.send().to_vec();
            let full = sent.iter().any(|w| w.document == "large");
            if !full {
                kept.extend(sent.iter().map(|w| w.document.clone()));
            }
            let settled = line.settle(if full { Outcome::Failed(Failure::Full) } else { Outcome::Kept(Vec::new()) });
            troubled += usize::from(settled.trouble.is_some());
        }
        assert_eq!(kept, ["small"]);
        assert!(troubled > 0);
        assert_eq!(line.pending("large").map(number).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_document_that_was_lost_is_handed_back_and_never_written_again() {
        let mut line = Line::default();
        line.push(write("a", 1));
        line.push(write("b", 1));
        line.send();
        line.push(write("a", 2));
        let settled = line.settle(Outcome::Kept(vec![("a".into(), Loss::Taken)]));
        assert_eq!(settled.lost.len(), 1);
        assert_eq!(settled.lost[0].2.iter().map(number).collect::<Vec<_>>(), [1, 2]);
        assert!(line.is_empty());
    }

    #[test]
    fn a_list_that_was_asked_for_earlier_shows_what_is_in_line() {
        let record = |id: &str, words| Record { id: id.into(), title: id.into(), words, ..Record::default() };
        let put = |line: &mut Line, document: &str, what| line.push(Write { document: document.into(), token: String::new(), what });
        let mut line = Line::default();
        put(&mut line, "new", What::Begin { seed: Box::default(), record: Record { changed: 1, ..record("new", 1) } });
        put(&mut line, "new", What::Counts(Record { read: true, title: "not this".into(), ..record("new", 2) }));
        line.send();
        put(&mut line, "old", What::Binned(Some(7)));
        put(&mut line, "gone", What::Counts(record("gone", 3)));
        let mut listed = line.over(vec![record("old", 5)]);
        listed.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(listed, [Record { read: true, changed: 1, ..record("new", 2) }, Record { deleted: Some(7), ..record("old", 5) }]);
    }

    #[test]
    fn what_is_forgotten_is_not_tried_again() {
        let mut line = Line::default();
        line.push(write("a", 1));
        line.push(write("b", 1));
        line.send();
        line.push(write("a", 2));
        line.forget(Some(&BTreeSet::from(["a".to_owned()])));
        line.settle(Outcome::Failed(Failure::Full));
        assert_eq!(line.send().iter().map(|w| w.document.as_str()).collect::<Vec<_>>(), ["b"]);
        line.forget(None);
        line.settle(Outcome::Failed(Failure::Full));
        assert!(!line.is_behind());
    }

    proptest! {
        /// Whatever fails, each document's writes arrive in order, none twice, and none is missing but where it was said.
        #[test]
        fn nothing_is_lost_and_nothing_is_written_twice(
            pushes in prop::collection::vec((0u8..4, 0usize..3), 1..60),
            fates in prop::collection::vec(0u8..6, 1..40),
            poison in prop::collection::btree_set((0u8..4, 0usize..20), 0..3),
        ) {
            let mut line = Line::default();
            let mut given: BTreeMap<String, usize> = BTreeMap::new();
            let mut kept: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            let mut fates = fates.into_iter();
            let mut round = |line: &mut Line, fate: u8| {
                let sent = line.send().to_vec();
                let bad = sent.iter().any(|w| poison.contains(&(w.document.as_bytes()[0] - b'a', number(w))));
                let outcome = match fate {
                    1 => Outcome::Failed(Failure::Full),
                    2 => Outcome::Failed(Failure::Other("locked".into())),
                    _ if bad => Outcome::Failed(Failure::Never("too large".into())),
                    _ => Outcome::Kept(Vec::new()),
                };
                if outcome == Outcome::Kept(Vec::new()) {
                    sent.iter().for_each(|w| kept.entry(w.document.clone()).or_default().push(number(w)));
                }
                line.settle(outcome);
            };
            for (document, rounds) in pushes {
                let document = char::from(b'a' + document).to_string();
                let n = given.entry(document.clone()).or_default();
                line.push(write(&document, *n));
                *n += 1;
                for _ in 0..rounds {
                    if let Some(fate) = fates.next() {
                        round(&mut line, fate);
                    }
                }
            }
            for _ in 0..1_000 {
                if line.is_empty() {
                    break;
                }
                round(&mut line, 0);
            }
            prop_assert!(line.is_empty());
            for (document, n) in given {
                let mut all = kept.remove(&document).unwrap_or_default();
                all.extend(line.pending(&document).map(number));
                prop_assert_eq!(all, (0..n).collect::<Vec<_>>());
            }
        }
    }
}
