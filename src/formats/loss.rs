//! What an export would lose, counted for one article before it is written.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::article::Article;
use super::tiles::{self, COLUMNS};
use crate::annotation::{Annotation, Layer, Status};
use crate::text::Span;

/// What a format can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeps {
    /// Which annotations of one place it can hold.
    pub overlap: Overlap,
    /// Annotations of several pieces.
    pub parts: bool,
    /// Speakers, cues and addressees of quotations.
    pub relations: bool,
    /// Kinds, names, messages, notes.
    pub attributes: bool,
    /// Whether a person has accepted or rejected an annotation, or nobody has looked at it.
    pub status: bool,
    /// Notes, in a format that holds no other attribute.
    pub notes_alone: bool,
    /// What a person rejected.
    pub rejected: bool,
    /// Relations between an annotation that was accepted and one that waits.
    pub mixed_relations: bool,
    /// Every space and line end of the text.
    pub spaces: bool,
    /// Ends inside a word.
    pub inside_words: bool,
    /// The pasted text behind the repairs.
    pub original: bool,
    /// Layers other than entities.
    pub layers: bool,
}

/// Which annotations of one place a format can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// All.
    All,
    /// One in each column of a layer.
    OneALayer,
    /// One.
    One,
}

impl Keeps {
    /// A format that holds all but the pasted text behind the repairs.
    pub(super) const ALL: Keeps = Keeps {
        overlap: Overlap::All,
        parts: true,
        relations: true,
        attributes: true,
        status: true,
        notes_alone: false,
        rejected: true,
        mixed_relations: true,
        spaces: true,
        inside_words: true,
        original: false,
        layers: true,
    };
}

/// One thing that an export would lose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// How many are lost; 0 where it cannot be counted.
    pub count: usize,
    /// What, for a person: "relations between quotations and their speakers".
    pub what: String,
}

/// What `article` would lose in a format that holds `keeps`.
pub(super) fn count(article: &Article, keeps: Keeps) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut lose = |count: usize, what: &str| {
        if count > 0 {
            losses.push(Loss { count, what: what.to_owned() });
        }
    };
    let standing: Vec<&Annotation> = article.standing().collect();
    if !keeps.status || !keeps.rejected {
        lose(article.annotations.len() - standing.len(), "rejected suggestions are left out");
    }
    if !keeps.status {
        lose(standing.iter().filter(|a| a.status == Status::Suggested).count(), "suggestions that nobody has reviewed are not told apart from accepted ones");
    }
    let held: Vec<&Annotation> = if keeps.layers { standing } else { standing.into_iter().filter(|a| a.layer == Layer::Entity).collect() };
    if !keeps.layers {
        lose(article.standing().count() - held.len(), "quotations, cues, speakers and findings are left out");
    }
    let tokens = !keeps.inside_words || !keeps.spaces || keeps.overlap != Overlap::All;
    let tiles = if tokens { tiles::tiles(&article.text) } else { Vec::new() };
    let left_out = |layers: &[Layer]| tiles::tags(&article.text, &tiles, held.iter().copied().filter(|a| layers.contains(&a.layer) && !a.is_verdict())).1;
    match keeps.overlap {
        Overlap::All => {}
        Overlap::OneALayer => {
            lose(held.iter().filter(|a| a.is_verdict()).count(), "findings on the whole document are left out");
            lose(COLUMNS.iter().map(|(_, layers)| left_out(layers)).sum(), "annotations under a longer one of the same layer are left out");
        }
        Overlap::One => lose(left_out(&[Layer::Entity]), "annotations under a longer one are left out"),
    }
    if !keeps.parts {
        lose(held.iter().filter(|a| a.parts.len() > 1).count(), "annotations in several pieces become one from first to last");
    }
    if !keeps.relations {
        lose(article.standing_relations().count(), "relations (speaker, cue, addressee) are left out");
    } else if !keeps.mixed_relations {
        let accepted: BTreeSet<&str> = held.iter().filter(|a| a.status == Status::Accepted).map(|a| a.id.as_str()).collect();
        let mixed = |from: &str, to: &str| accepted.contains(from) != accepted.contains(to);
        lose(
            article.standing_relations().filter(|r| mixed(&r.from, &r.to)).count(),
            "relations between an accepted annotation and one that nobody has reviewed are left out",
        );
    }
    if !keeps.attributes {
        let (others, what) = match keeps.notes_alone {
            true => ("note", "annotations lose their attributes (kind, name, message)"),
            false => ("", "annotations lose their attributes (kind, name, message, note)"),
        };
        lose(held.iter().filter(|a| a.attributes.keys().any(|name| name != others)).count(), what);
    }
    if !keeps.inside_words {
        let edge = |at: usize, start: bool| {
            let place = |t: &tiles::Tile| if start { t.span.start() } else { t.span.end() };
            tiles.binary_search_by_key(&at, place).is_ok()
        };
        let blank = |a: &Annotation| tiles::words(&article.text, &tiles, a.span).is_empty();
        if keeps.overlap == Overlap::All {
            lose(held.iter().filter(|a| blank(a)).count(), "annotations of white space alone are left out");
        }
        lose(
            held.iter().filter(|a| !blank(a)).filter(|a| !edge(a.span.start(), true) || !edge(a.span.end(), false)).count(),
            "annotations that begin or end inside a word take all of it",
        );
    }
    if !keeps.spaces {
        let odd = tiles.iter().filter(|t| blank(&article.text, t.span)).count();
        lose(odd, "places where the white space is other than one space");
    }
    desk(article, keeps, &mut lose);
    if !keeps.original {
        lose(article.edits.len(), "repairs: the text is written as it stands, not as it was pasted");
    }
    losses
}

/// What of the desk itself is lost: only Galley's own files, which hold everything, hold it.
fn desk(article: &Article, keeps: Keeps, lose: &mut impl FnMut(usize, &str)) {
    let everything = keeps.original && keeps.layers;
    if !everything || article.desk.is_none() {
        lose(article.gestures, "steps of the history are left out: undo begins anew");
    }
    if !everything {
        lose(article.labels.len(), "labels of your own lose their name, key and colour");
    }
    if !keeps.attributes {
        lose(article.edited().count(), "suggestions that you renamed or changed lose that");
    }
    lose(article.left_out, "repairs are left out: the text is as it was pasted");
}

fn blank(text: &str, span: Span) -> bool {
    span.of(text).trim().is_empty()
}
