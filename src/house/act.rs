//! What can be done in the window.

use serde::{Deserialize, Serialize};

/// Something that was used in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A new rule.
    New,
    /// Change rule so and so of the file.
    Edit(usize),
    /// Use it, or do not.
    Toggle(usize),
    /// One place up.
    Up(usize),
    /// One place down.
    Down(usize),
    /// Take it out.
    Delete(usize),
    /// Take the last change back.
    Undo,
    /// A file was chosen.
    Read,
    /// It takes the place of all rules.
    Replace,
    /// Its rules come behind those that there are.
    Add,
    /// It is not wanted.
    Decline,
    /// Take the file away.
    Give,
    /// Change the file as text.
    AsText,
    /// The text of the file was changed.
    Text,
    /// The text of the file is to hold.
    KeepText,
    /// A field of the form was changed.
    Typed(Field),
    /// One of the proposals was chosen.
    Pick(usize),
    /// The form is to hold.
    Save,
    /// Back to the list.
    Back,
    /// Escape: back, or out.
    Leave,
    /// Out.
    Close,
    /// What recurs in the kept articles.
    Recurring,
    /// Make a rule of line so and so that recurs.
    Take(usize),
    /// A rule that removes it.
    Remove(usize),
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The rule's name.
    Name,
    /// What it looks for.
    What,
    /// "pattern" or "text".
    Kind,
    /// Large and small letters are the same.
    IgnoreCase,
    /// Whole words alone.
    WholeWords,
    /// Where.
    Place,
    /// In so many lines at the head.
    First,
    /// At the foot.
    Last,
    /// "", "entity", "never".
    Mark,
    /// Of a finding.
    Severity,
    /// Of a finding.
    Message,
    /// Of a name.
    Label,
    /// What is never marked.
    Of,
    /// "", "remove", "put".
    Replacing,
    /// What is put there.
    Replace,
}
