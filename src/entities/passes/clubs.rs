//! Clubs that are called by their city: "Liverpool drew 1-1 with Sunderland", "the striker joined Barcelona from Valencia".

use crate::entities::label::EntityLabel;
use crate::entities::model::Page;
use crate::entities::model::lexicon::Lists;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// What one club does to another before a result.
const PLAYED: WordSet =
    WordSet::new("beat beats crushed defeated downed drew edged hammered hosted lost outplayed overcame stunned thrashed thumped trounced won");

/// Who goes from one club to another.
const PLAYERS: WordSet = WordSet::new("defender forward fullback goalkeeper keeper left-back midfielder pitcher quarterback right-back striker winger");

/// How a player goes.
const MOVES: WordSet = WordSet::new("joined joins left rejoined signed");

/// The longest stretch between two clubs of one result, in tokens.
const REACH: usize = 9;

/// Makes clubs of cities that play or that players go to.
pub(super) fn relabel(r: &Reading<'_>, page: &Page<'_>, names: &mut [Name]) {
    let city = |n: &Name| {
        let tokens = n.tokens(r);
        n.label == EntityLabel::Loc && tokens.len() <= 2 && tokens.clone().all(|t| !page.lists(t).has(Lists::COUNTRY))
    };
    let side = |n: &Name| city(n) || n.label == EntityLabel::Org;
    let mut clubs = vec![false; names.len()];
    for at in 1..names.len() {
        let (first, second) = (&names[at - 1], &names[at]);
        if side(first) && side(second) && (is_match(r, first, second) || is_transfer(r, first, second)) {
            clubs[at - 1] |= city(first);
            clubs[at] |= city(second);
        }
    }
    for (name, _) in names.iter_mut().zip(clubs).filter(|(_, club)| *club) {
        (name.label, name.rule, name.place_kind) = (EntityLabel::Org, "entities.club", None);
    }
}

/// "Boston beat New York 4-2", "Liverpool drew 1-1 with Sunderland".
fn is_match(r: &Reading<'_>, first: &Name, second: &Name) -> bool {
    let (from, to, end) = (first.tokens(r).end, second.tokens(r).start, second.tokens(r).end);
    let limit = r.sentence_end(from.saturating_sub(1));
    if to <= from || to - from > REACH || end > limit {
        return false;
    }
    let score = |n: usize| {
        n + 2 < limit
            && r.kind(n) == Some(TokenKind::Number)
            && matches!(r.word(n + 1), "-" | "–")
            && r.kind(n + 2) == Some(TokenKind::Number)
            && r.word(n).len() <= 3
            && r.word(n + 2).len() <= 3
            && !r.token(n + 1).is_some_and(|t| t.spaced)
    };
    PLAYED.has(r.word(from)) && ((from + 1..to).any(score) || (end..limit.min(end + 2)).any(score))
}

/// "the striker joined Barcelona from Valencia".
fn is_transfer(r: &Reading<'_>, first: &Name, second: &Name) -> bool {
    let (start, end, to) = (first.tokens(r).start, first.tokens(r).end, second.tokens(r).start);
    let verb = r.before(start).map(|b| if r.is_one(b, &["for", "with"]) { b.saturating_sub(1) } else { b });
    let player = |verb: usize| (verb.saturating_sub(5)..verb).any(|n| r.sentence_end(n) == r.sentence_end(verb) && PLAYERS.has(&r.word(n).to_lowercase()));
    to == end + 1 && r.is_one(end, &["from", "for"]) && verb.is_some_and(|v| MOVES.has(r.word(v)) && player(v))
}
