//! Repairs of a damaged article from the words of another one: certain where the words on both sides agree, none where no other article has the passage.

mod aligned;
mod confirmed;
mod draft;
mod frames;
mod phrase;
mod sites;

use super::article::Article;
use super::model::{Certainty, Place, Proposal, Utterance};
use super::reading::Reading;
use super::words::Keys;
use draft::{Desk, Draft};

/// The repairs that other articles support, in order of their place.
pub(super) fn find(articles: &[Article<'_>], readings: &[Reading], keys: &Keys, utterances: &[Utterance]) -> Vec<Proposal> {
    let desk = Desk { articles, readings, utterances };
    let mut drafts = aligned::find(&desk);
    drafts.extend(frames::find(&desk));
    let mut proposals = settle(&desk, drafts);
    for proposal in confirmed::find(articles, readings, keys) {
        if !proposals.iter().any(|p| p.place.doc == proposal.place.doc && p.place.span.overlaps(proposal.place.span)) {
            proposals.push(proposal);
        }
    }
    proposals.sort_by(|x, y| (x.place, &x.insert).cmp(&(y.place, &y.insert)));
    proposals
}

/// One proposal a place: that which most support; none where two are as good.
fn settle(desk: &Desk<'_>, mut drafts: Vec<Draft>) -> Vec<Proposal> {
    drafts.sort_by(|x, y| {
        (x.doc, x.words.start, x.words.end, &x.insert, x.certainty, x.support).cmp(&(y.doc, y.words.start, y.words.end, &y.insert, y.certainty, y.support))
    });
    drafts.dedup_by(|x, y| x.doc == y.doc && x.words == y.words && x.insert == y.insert && x.support == y.support);
    let mut proposals: Vec<Proposal> = Vec::new();
    let mut at = 0;
    while at < drafts.len() {
        let mut end = at + 1;
        let mut reach = drafts[at].words.end.max(drafts[at].words.start + 1);
        while end < drafts.len() && drafts[end].doc == drafts[at].doc && drafts[end].words.start < reach {
            reach = reach.max(drafts[end].words.end);
            end += 1;
        }
        proposals.extend(best(desk, &drafts[at..end]));
        at = end;
    }
    proposals
}

/// The best of the drafts that touch one another.
fn best(desk: &Desk<'_>, drafts: &[Draft]) -> Option<Proposal> {
    let mut readings: Vec<(&Draft, Vec<Place>)> = Vec::new();
    for draft in drafts {
        match readings.iter_mut().find(|(d, _)| d.words == draft.words && d.insert.to_lowercase() == draft.insert.to_lowercase()) {
            Some((first, support)) => {
                support.push(draft.support);
                if draft.certainty < first.certainty {
                    *first = draft;
                }
            }
            None => readings.push((draft, vec![draft.support])),
        }
    }
    let rank = |(draft, support): &(&Draft, Vec<Place>)| {
        let mut docs: Vec<usize> = support.iter().map(|p| p.doc).collect();
        docs.sort_unstable();
        docs.dedup();
        (draft.certainty == Certainty::Certain, docs.len())
    };
    let top = readings.iter().map(rank).max()?;
    let mut winners = readings.into_iter().filter(|r| rank(r) == top);
    let (draft, mut support) = winners.next()?;
    // Two readings that are as good: nobody knows.
    if winners.any(|(other, _)| other.insert.to_lowercase() != draft.insert.to_lowercase()) {
        return None;
    }
    support.sort_unstable();
    support.dedup();
    let (place, insert) = sites::edit(&desk.readings[draft.doc], desk.articles[draft.doc].text, draft.doc, &draft.words, &draft.insert);
    Some(Proposal { place, insert, certainty: draft.certainty, support })
}
