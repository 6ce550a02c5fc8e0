//! The messages: objects with one field, which is named as the message. (A tag inside would make every message be read
//! into a buffer first, which costs time and 30 KB of the page's download.)

use serde::{Deserialize, Serialize};

use crate::annotation::Edits;
use crate::session::Update;

/// The version of the messages. A page and a worker of different versions do not talk: one of them is an old copy.
pub const PROTOCOL: u32 = 2;

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToWorker {
    /// Read a new document; all answers carry `revision`.
    Open {
        /// Larger than that of every text before.
        revision: u32,
        /// The whole text as it was pasted.
        text: String,
        /// What was done to it since, one batch after the other.
        edits: Vec<Edits>,
    },
    /// The text changed.
    Edit {
        /// Of the text after all edits.
        revision: u32,
        /// What was done to the text that the worker has.
        edits: Edits,
    },
}

/// With what the worker read the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pass {
    /// Rules and small lists; the models are still on their way.
    Rules,
    /// Some models too, others are still on their way.
    Models,
    /// Everything that can be had.
    Full,
}

/// What the worker says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromWorker {
    /// The worker listens.
    Ready {
        /// [`PROTOCOL`] of the worker.
        protocol: u32,
    },
    /// What the text of a revision holds, beside what was known of the one before: see [`Mirror`](crate::session::Mirror).
    /// A long update comes in parts, so that taking one in is a few milliseconds of the page's time.
    Found {
        /// What changed; of an update in parts, the next splices.
        update: Update,
        /// True for the last part.
        last: bool,
        /// With what the text was read.
        pass: Pass,
        /// How long the engine has taken over this text, in microseconds.
        micros: u32,
    },
    /// A model could not be loaded; the engine goes on without it.
    ModelFailed {
        /// Its name among [`models`](super::models).
        name: String,
        /// Why.
        message: String,
    },
    /// The engine stopped; the worker must be replaced.
    Failed {
        /// What it said last.
        message: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_tagged_objects() {
        let message = ToWorker::Open { revision: 7, text: "A “b”".into(), edits: Vec::new() };
        let json = serde_json::to_string(&message).unwrap();
        assert_eq!(json, r#"{"open":{"revision":7,"text":"A “b”","edits":[]}}"#);
        assert_eq!(serde_json::from_str::<ToWorker>(&json).unwrap(), message);
    }

    #[test]
    fn an_analysis_and_an_edit_survive_the_border() {
        let text = "“We will rebuild ,” said Lena Ortiz on Monday.";
        let mut session = crate::session::Session::open(1, text.into(), crate::Models::default(), crate::Layers::ALL);
        let update = std::iter::from_fn(|| if session.is_settled() { None } else { Some(session.settle()) }).flatten().last().unwrap();
        let found = FromWorker::Found { update, last: true, pass: Pass::Rules, micros: 5 };
        let json = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<FromWorker>(&json).unwrap(), found);
        let edit = ToWorker::Edit { revision: 2, edits: crate::annotation::between(text, "“We will rebuild,” said Lena Ortiz.") };
        let json = serde_json::to_string(&edit).unwrap();
        assert_eq!(serde_json::from_str::<ToWorker>(&json).unwrap(), edit);
    }
}
