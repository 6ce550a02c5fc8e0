//! A text with every certain repair made, until nothing certain is left.

use std::collections::BTreeMap;

use crate::annotation::{Analysis, Annotation};
use crate::text::{Document, View};
use crate::{Layers, Models, analyse};

/// One reading finds all certain repairs of nearly every article. Where two kinds of damage lie on one another, the second
/// shows when the first is gone.
pub(crate) const ROUNDS: usize = 6;

/// What [`repair`] makes of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    /// The text.
    pub text: String,
    /// How many edits were made, by the label of what they repair.
    pub counts: BTreeMap<String, usize>,
    /// How many readings found something to repair.
    pub rounds: usize,
}

/// Makes every certain repair of `text`, reads the result, and goes on while there is more to repair: of what it gives
/// nothing more is to be repaired.
#[must_use]
pub fn repair(text: &str, models: &Models) -> Repaired {
    repair_with(text, models, |_, _, _| {})
}

/// The same with more than the engine finds: `also` is called with each text, its analysis, which it may change, and the number
/// of the reading, from 0.
#[must_use]
pub fn repair_with(text: &str, models: &Models, also: impl Fn(&str, &mut Analysis, usize)) -> Repaired {
    let mut repaired = Repaired { text: text.to_owned(), ..Repaired::default() };
    while repaired.rounds < ROUNDS {
        // Of all that was found nothing else is held on to while the text is made anew.
        let mut analysis = analyse(&repaired.text, models, Layers::ALL);
        also(&repaired.text, &mut analysis, repaired.rounds);
        let mut certain = analysis.annotations;
        certain.retain(Annotation::is_certain);
        certain.shrink_to_fit();
        let edits = certain.iter().flat_map(|a| a.edits.iter().cloned()).collect();
        let document = Document::new(&repaired.text);
        let view = View::through(&document, edits);
        if view.is_plain() {
            break;
        }
        for annotation in certain {
            *repaired.counts.entry(annotation.label).or_default() += annotation.edits.len();
        }
        let better = view.text().to_owned();
        repaired.text = better;
        repaired.rounds += 1;
    }
    repaired
}
