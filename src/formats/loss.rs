//! What an export would lose, counted for one article before it is written.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::article::Article;
use super::catalogue::{Characters, Keeps, Overlap, Slots};
use super::links::Links;
use super::tiles::{self, COLUMNS, Tile};
use super::xml;
use crate::annotation::{Annotation, Layer, Relation, RelationKind, Status};

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
    let mut losses = Losses::default();
    let standing: Vec<&Annotation> = article.standing().collect();
    if !keeps.status || !keeps.rejected {
        losses.add(article.annotations.len() - standing.len(), "rejected suggestions are left out");
    }
    if !keeps.status {
        let waiting = standing.iter().filter(|a| a.status == Status::Suggested).count();
        losses.add(waiting, "suggestions that nobody has reviewed are not told apart from accepted ones");
    }
    let all = standing.len();
    let held: Vec<&Annotation> = if keeps.layers { standing } else { standing.into_iter().filter(|a| a.layer == Layer::Entity).collect() };
    losses.add(all - held.len(), "quotations, cues, speakers and findings are left out");
    let on_tokens = !keeps.inside_words || !keeps.spaces || keeps.overlap != Overlap::All;
    let tiles = if on_tokens { tiles::tiles(&article.text) } else { Vec::new() };
    overlaps(article, keeps, &held, &tiles, &mut losses);
    if !keeps.parts {
        losses.add(held.iter().filter(|a| a.parts.len() > 1).count(), "annotations in several pieces become one from first to last");
    }
    relations(article, keeps, &held, &mut losses);
    if !keeps.attributes {
        let (others, what) = match keeps.notes_alone {
            true => ("note", "annotations lose their attributes (kind, name, message)"),
            false => ("", "annotations lose their attributes (kind, name, message, note)"),
        };
        losses.add(held.iter().filter(|a| a.attributes.keys().any(|name| name != others)).count(), what);
    }
    if !keeps.blanks {
        let held = stored(article, keeps, &held);
        losses.add(held.iter().filter(|a| is_blank(article, keeps, a)).count(), BLANK);
        let trimmed = |a: &Annotation| a.span.of(&article.text).trim().len();
        let outer = held.iter().filter(|a| !is_blank(article, keeps, a) && trimmed(a) < a.span.len()).count();
        losses.add(outer, "annotations lose the white space at their ends");
    }
    if !keeps.returns {
        losses.add(article.text.matches('\r').count(), "line ends of other systems become line feeds");
    }
    if !keeps.inside_words {
        words(article, keeps, &held, &tiles, &mut losses);
    }
    if !keeps.spaces {
        let odd = tiles.iter().filter(|t| t.span.of(&article.text).trim().is_empty()).count();
        losses.add(odd, "places where the white space is other than one space");
    }
    if keeps.characters != Characters::All {
        let known = article.annotations.iter().flat_map(|a| a.attributes.iter().filter_map(|(_, v)| v.as_str()).chain([a.label.as_str()]));
        let known = known.filter(|_| keeps.characters == Characters::NoControls);
        let count = known.chain([article.text.as_str(), &article.title]).map(xml::replaced).sum();
        losses.add(count, "characters that XML cannot hold (controls) are replaced by �");
    }
    desk(article, keeps, &mut losses);
    if !keeps.original {
        losses.add(article.edits.len(), "repairs: the text is written as it stands, not as it was pasted");
    }
    losses.0
}

const BLANK: &str = "annotations of white space alone are left out";

/// What of the desk itself is lost: only Galley's own files, which hold everything, hold it.
fn desk(article: &Article, keeps: Keeps, losses: &mut Losses) {
    let everything = keeps.original && keeps.layers;
    if !everything || article.desk.is_none() {
        losses.add(article.gestures, "steps of the history are left out: undo begins anew");
    }
    if !everything {
        losses.add(article.labels.len(), "labels of your own lose their name, key and colour");
    }
    if !keeps.attributes {
        losses.add(article.edited().count(), "suggestions that you renamed or changed lose that");
    }
    losses.add(article.left_out, "repairs are left out: the text is as it was pasted");
}

#[derive(Default)]
struct Losses(Vec<Loss>);

impl Losses {
    fn add(&mut self, count: usize, what: &str) {
        if count > 0 {
            self.0.push(Loss { count, what: what.to_owned() });
        }
    }
}

/// The annotations that the format has a place for: `held`, and what was rejected where it holds that too.
fn stored<'a>(article: &'a Article, keeps: Keeps, held: &[&'a Annotation]) -> Vec<&'a Annotation> {
    if keeps.status && keeps.rejected { article.annotations.iter().collect() } else { held.to_vec() }
}

/// True for an annotation without a word that the format could hold.
fn is_blank(article: &Article, keeps: Keeps, a: &Annotation) -> bool {
    let pieces = if keeps.parts { a.pieces() } else { std::slice::from_ref(&a.span) };
    pieces.iter().all(|p| p.of(&article.text).trim().is_empty())
}

/// Annotations of one place.
fn overlaps(article: &Article, keeps: Keeps, held: &[&Annotation], tiles: &[Tile], losses: &mut Losses) {
    let left_out = |layers: &[Layer]| tiles::tags(&article.text, tiles, held.iter().copied().filter(|a| layers.contains(&a.layer) && !a.is_verdict())).1;
    if !keeps.verdicts {
        losses.add(held.iter().filter(|a| a.is_verdict()).count(), "findings on the whole document are left out");
    }
    match keeps.overlap {
        Overlap::All => {}
        Overlap::OneALayer => {
            losses.add(COLUMNS.iter().map(|(_, layers)| left_out(layers)).sum(), "annotations under a longer one of the same layer are left out");
        }
        Overlap::One => losses.add(left_out(&[Layer::Entity]), "annotations under a longer one are left out"),
    }
}

fn relations<'a>(article: &'a Article, keeps: Keeps, held: &[&'a Annotation], losses: &mut Losses) {
    // A format that holds what was rejected holds the relations of it too.
    let mut all: Vec<&Relation> = if keeps.status && keeps.rejected { article.relations.iter().collect() } else { article.standing_relations().collect() };
    if !keeps.relations {
        losses.add(all.len(), "relations (speaker, cue, addressee) are left out");
        return;
    }
    if !keeps.blanks || !keeps.inside_words {
        let blank: BTreeSet<&str> = stored(article, keeps, held).iter().filter(|a| is_blank(article, keeps, a)).map(|a| a.id.as_str()).collect();
        let before = all.len();
        all.retain(|r| !blank.contains(r.from.as_str()) && !blank.contains(r.to.as_str()));
        losses.add(before - all.len(), "relations of annotations that are left out are left out too");
    }
    if !keeps.mixed_relations {
        let accepted: BTreeSet<&str> = held.iter().filter(|a| a.status == Status::Accepted).map(|a| a.id.as_str()).collect();
        let mixed = |r: &&&Relation| accepted.contains(r.from.as_str()) != accepted.contains(r.to.as_str());
        losses.add(all.iter().filter(mixed).count(), "relations between an accepted annotation and one that nobody has reviewed are left out");
    }
    if keeps.slots == Slots::Any {
        return;
    }
    let links = Links::of(article);
    let mut taken: BTreeSet<(&str, RelationKind)> = BTreeSet::new();
    let mut kept = 0;
    for r in &all {
        let layer = if r.kind == RelationKind::Cue { Layer::Cue } else { Layer::Speaker };
        let of = |id: &str, layer| links.annotation(id).is_some_and(|a| a.layer == layer);
        let fits = of(&r.from, Layer::Quote) && of(&r.to, layer);
        kept += usize::from(fits && (keeps.slots == Slots::Quotation || taken.insert((&r.from, r.kind))));
    }
    let what = match keeps.slots {
        Slots::OneAKind => "relations are left out: a quotation has one speaker, one cue and one addressee here",
        _ => "relations are left out: only quotations have speakers, cues and addressees here",
    };
    losses.add(all.len() - kept, what);
}

/// Annotations that do not lie on words.
fn words(article: &Article, keeps: Keeps, held: &[&Annotation], tiles: &[Tile], losses: &mut Losses) {
    let edge = |at: usize, start: bool| {
        let place = |t: &Tile| if start { t.span.start() } else { t.span.end() };
        tiles.binary_search_by_key(&at, place).is_ok()
    };
    let blank = |a: &Annotation| tiles::words(&article.text, tiles, a.span).is_empty();
    let held: Vec<&&Annotation> = held.iter().filter(|a| keeps.verdicts || !a.is_verdict()).collect();
    if keeps.overlap == Overlap::All {
        losses.add(held.iter().filter(|a| blank(a)).count(), BLANK);
    }
    let inside = held.iter().filter(|a| !blank(a)).filter(|a| !edge(a.span.start(), true) || !edge(a.span.end(), false));
    losses.add(inside.count(), "annotations that begin or end inside a word take all of it");
}
