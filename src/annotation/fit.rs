//! Whether what was stored lies in the text that it is said to lie in: a database and a file can hold anything.

use super::{Annotation, Change, EditError, Edits, Item, Value};
use crate::text::Span;

/// True where `span` has its ends in order and on character borders of `text`.
#[must_use]
pub fn span_fits(span: Span, text: &str) -> bool {
    text.get(span.range()).is_some()
}

/// True where all that `annotation` says about places lies in `text`: its span, pieces, quoted parts and repairs.
#[must_use]
pub fn annotation_fits(annotation: &Annotation, text: &str) -> bool {
    let quoted = match annotation.attributes.get("quoted") {
        Some(Value::List(pairs)) => pairs.iter().all(|pair| pair_fits(pair, text)),
        _ => true,
    };
    quoted
        && span_fits(annotation.span, text)
        && annotation.parts.iter().all(|part| span_fits(*part, text))
        && annotation.edits.iter().all(|repair| span_fits(repair.span, text))
}

/// True where `pair` is the two ends of a span of `text`, or no pair of numbers, which nothing takes for a place.
fn pair_fits(pair: &Value, text: &str) -> bool {
    let Value::List(ends) = pair else { return true };
    let [Value::Number(start), Value::Number(end)] = ends.as_slice() else { return true };
    let whole = |n: f64| n >= 0.0 && n <= text.len() as f64 && n.fract() == 0.0;
    whole(*start) && whole(*end) && text.get(*start as usize..*end as usize).is_some()
}

/// True where `item` and the suggestions that it answers lie in `text`.
#[must_use]
pub fn item_fits(item: &Item, text: &str) -> bool {
    annotation_fits(&item.annotation, text) && item.anchors.iter().all(|anchor| span_fits(anchor.span, text))
}

/// Why what a log says cannot be done to the text that it is said to be about.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// An edit of other words.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// An annotation that is not in the text.
    #[error("the mark {id} lies outside the text, or inside a character")]
    Mark {
        /// The annotation.
        id: String,
    },
    /// An annotation under another's name.
    #[error("the mark {id} is stored under another name")]
    Name {
        /// The annotation.
        id: String,
    },
    /// Undo where nothing stands, redo where nothing was undone.
    #[error("it takes back or repeats a step that is not there")]
    Step,
}

/// Whether `changes`, made one after the other to `text`, and taken back again, never leave it.
///
/// # Errors
/// Says what does not fit.
pub(super) fn changes_fit(changes: &[Change], text: &str) -> Result<(), Misfit> {
    let mut after: Option<String> = None;
    for (n, change) in changes.iter().enumerate() {
        let now = after.as_deref().unwrap_or(text);
        match change {
            Change::Item { id, before, after } => [before, after].into_iter().flatten().try_for_each(|item| named_item_fits(item, id, now))?,
            Change::Text { edits, before } => {
                edits_fit(edits, now)?;
                before.iter().try_for_each(|item| named_item_fits(item, &item.annotation.id, now))?;
                if n + 1 < changes.len() {
                    after = Some(edits.apply(now));
                }
            }
            Change::Link { .. } | Change::Label { .. } | Change::Title { .. } => {}
        }
    }
    Ok(())
}

fn named_item_fits(item: &Item, id: &str, text: &str) -> Result<(), Misfit> {
    if item.annotation.id != id {
        return Err(Misfit::Name { id: id.to_owned() });
    }
    if item_fits(item, text) { Ok(()) } else { Err(Misfit::Mark { id: id.to_owned() }) }
}

/// Whether `edits` are as [`Edits::new`] makes them for `text`.
fn edits_fit(edits: &Edits, text: &str) -> Result<(), EditError> {
    let mut free = 0;
    for (n, edit) in edits.as_slice().iter().enumerate() {
        if n > 0 && edit.at <= free {
            return Err(EditError::Overlap { at: edit.at });
        }
        let deleted = edit.at.checked_add(edit.delete.len()).and_then(|end| text.get(edit.at..end));
        if deleted != Some(edit.delete.as_str()) {
            return Err(EditError::Mismatch { at: edit.at, delete: edit.delete.clone() });
        }
        free = edit.end();
    }
    Ok(())
}
