//! What the window of the rules and its worker say to one another.

use serde::{Deserialize, Serialize};

use crate::annotation::{Entry, Seed};
use crate::house::{Act, Kid};

/// The article on the desk.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Here {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its text, as it stands.
    pub text: String,
    /// Where the selected words begin, in bytes; equal to the end where nothing is selected.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

/// What the page says.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ToHouse {
    /// The window opens.
    Open {
        /// The file of the rules.
        rules: String,
        /// The article on the desk.
        here: Option<Here>,
        /// How many kept articles will come.
        kept: usize,
    },
    /// A kept article: what it began with, and all that was done to it.
    Kept {
        /// Its title.
        title: String,
        /// What it began with.
        seed: Box<Seed>,
        /// What was done to it.
        log: Vec<Entry>,
    },
    /// A kept article that cannot be read.
    Lost,
    /// Something in the window was used.
    Act {
        /// What.
        act: Act,
        /// What stands in the field now; "true" and "false" of a box.
        value: String,
    },
    /// Find a pattern.
    Find {
        /// Where.
        text: String,
        /// The pattern.
        pattern: String,
        /// True where capitals matter.
        case: bool,
        /// True for whole words alone.
        whole: bool,
    },
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FromHouse {
    /// It listens.
    Ready {},
    /// What the window shows.
    Show {
        /// Its heading.
        title: String,
        /// What stands in it.
        tree: Vec<Kid>,
        /// The file of the rules, where it changed.
        save: Option<String>,
        /// A file to take away: its name and what is in it.
        give: Option<(String, String)>,
        /// True where the window closes.
        close: bool,
    },
    /// Where a pattern was found.
    Found {
        /// Starts and ends in bytes, one after the other.
        places: Vec<u32>,
        /// What there is to say beside it.
        note: Option<String>,
        /// True where the pattern is none.
        bad: bool,
    },
}
