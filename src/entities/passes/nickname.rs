//! A nickname in marks inside a name: "Anthony “Little Tony” Ferro" is one person.

use super::known::{is_capital_word, name_at, put};
use crate::entities::label::EntityLabel;
use crate::entities::model::Page;
use crate::entities::model::lexicon::Lists;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::text::TokenKind;

/// The most words of a nickname.
const MOST: usize = 3;

/// Makes one name of a first name, a nickname in marks and a family name.
pub(super) fn join(r: &Reading<'_>, page: &Page<'_>, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    for open in 1..r.len().saturating_sub(2) {
        if r.kind(open) != Some(TokenKind::QuoteMark) || !r.token(open).is_some_and(|t| t.spaced) {
            continue;
        }
        if let Some(end) = family(r, open)
            && let Some(first) = first_name(r, page, names, open, end)
        {
            found.push(Name::new(r.span(first, end), EntityLabel::Person, 0.9, "entities.nickname", None));
        }
    }
    put(names, found);
}

/// Where the family name after the nickname that opens at `open` ends.
fn family(r: &Reading<'_>, open: usize) -> Option<usize> {
    let close = (open + 2..open + 2 + MOST).find(|n| r.kind(*n) == Some(TokenKind::QuoteMark))?;
    let nick = (open + 1..close).all(|n| r.kind(n) == Some(TokenKind::Word)) && is_capital_word(r, close - 1);
    let glued = !r.token(close)?.spaced && r.token(close + 1)?.spaced;
    (nick && glued && is_capital_word(r, close + 1)).then(|| {
        let more = (close + 2..close + 4).take_while(|n| is_capital_word(r, *n) && r.token(*n).is_some_and(|t| t.spaced)).count();
        close + 2 + more
    })
}

/// Where the first name before the mark at `open` begins. What stands before it, or after the mark, is known for a name of people.
fn first_name(r: &Reading<'_>, page: &Page<'_>, names: &[Name], open: usize, end: usize) -> Option<usize> {
    let before = open - 1;
    if !is_capital_word(r, before) || r.sentence_end(before) != r.sentence_end(open) && r.sentence_end(before) != open {
        return None;
    }
    let person_at = |at: usize, end: usize| name_at(r, names, at).map(|n| &names[n]).filter(|n| n.label == EntityLabel::Person && n.tokens(r).end == end);
    let person = person_at(before, open).map(|n| n.tokens(r).start);
    let listed = page.lists(before).has(Lists::FIRST) && !page.lists(before).has(Lists::TITLE);
    let family = person_at(end - 1, end).is_some() || page.lists(end - 1).has(Lists::FAMILY);
    person.filter(|_| listed || family).or_else(|| listed.then_some(before))
}
