//! A document from its log: all that was done to it is done again, as far as the log can be followed.

use super::{Seed, Workspace};
use crate::annotation::fit::{Misfit, changes_fit};
use crate::annotation::{Change, Entry, ids};

/// A document that was done again.
#[derive(Debug)]
pub struct Replayed {
    /// As it stands after every entry that could be followed.
    pub desk: Workspace,
    /// How many entries that are, from the first on.
    pub followed: usize,
    /// Why the next one could not be followed; none where all were.
    pub stopped: Option<Misfit>,
}

impl Workspace {
    /// Starts from `seed` and does again all that `log` says, up to the first entry that does not fit what was done before
    /// it: one that was damaged, or that another writer put in between. Takes any log and never panics.
    #[must_use]
    pub fn replay(seed: Seed, log: impl IntoIterator<Item = Entry>) -> Replayed {
        let mut desk = Self::new(seed);
        let mut followed = 0;
        let mut stopped = None;
        for entry in log {
            if let Err(why) = desk.follow(entry) {
                stopped = Some(why);
                break;
            }
            followed += 1;
        }
        desk.merge();
        Replayed { desk, followed, stopped }
    }

    /// Starts from `seed` and does again all that `log` says.
    ///
    /// # Errors
    /// If an entry does not fit what was done before it; [`replay`](Self::replay) goes as far as it can instead.
    pub fn restore(seed: Seed, log: impl IntoIterator<Item = Entry>) -> Result<Self, Misfit> {
        let replayed = Self::replay(seed, log);
        replayed.stopped.map_or(Ok(replayed.desk), Err)
    }

    /// Does one entry of the log again; nothing of it where it does not fit.
    fn follow(&mut self, entry: Entry) -> Result<(), Misfit> {
        match entry {
            Entry::Step(step) => {
                changes_fit(&step.changes, &self.text)?;
                self.now = step.time;
                self.undone.clear();
                for change in &step.changes {
                    if let Change::Item { id, .. } = change {
                        self.next_id = self.next_id.max(ids::number(id));
                    }
                    self.make(change);
                }
                self.done.push(step);
                Ok(())
            }
            // A step that stands was checked both ways when it was made, and the text is the one that it left.
            Entry::Undo => self.step_back().map(|_| ()).ok_or(Misfit::Step),
            Entry::Redo => self.step_forward().map(|_| ()).ok_or(Misfit::Step),
        }
    }
}
