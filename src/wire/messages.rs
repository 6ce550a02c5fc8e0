//! The messages.

use serde::{Deserialize, Serialize};

use crate::annotation::{Annotation, Relation};

/// The version of the messages. A page and a worker of different versions do not talk: one of them is an old copy.
pub const PROTOCOL: u32 = 1;

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToWorker {
    /// Read `text`; all answers carry `revision`.
    Read {
        /// Larger than that of every text before.
        revision: u32,
        /// The whole text.
        text: String,
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
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromWorker {
    /// The worker listens.
    Ready {
        /// [`PROTOCOL`] of the worker.
        protocol: u32,
    },
    /// The next annotations of a pass over the text, in order of place.
    Part {
        /// Of the text that was read.
        revision: u32,
        /// True for the first part of a pass: what came before belongs to an earlier one.
        first: bool,
        /// In bytes of the text.
        annotations: Vec<Annotation>,
    },
    /// A pass over the text is complete.
    Done {
        /// Of the text that was read.
        revision: u32,
        /// With what it was read.
        pass: Pass,
        /// Between the annotations of this pass.
        relations: Vec<Relation>,
        /// How long the engine took, in microseconds.
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
        let message = ToWorker::Read { revision: 7, text: "A “b”".into() };
        let json = serde_json::to_string(&message).unwrap();
        assert_eq!(json, r#"{"type":"read","revision":7,"text":"A “b”"}"#);
        assert_eq!(serde_json::from_str::<ToWorker>(&json).unwrap(), message);
    }

    #[test]
    fn an_analysis_survives_the_border() {
        let text = "“We will rebuild ,” said Lena Ortiz.";
        let analysis = crate::analyse(text, &crate::Models::default(), crate::Layers::ALL);
        let part = FromWorker::Part { revision: 1, first: true, annotations: analysis.annotations };
        let json = serde_json::to_string(&part).unwrap();
        assert_eq!(serde_json::from_str::<FromWorker>(&json).unwrap(), part);
    }
}
