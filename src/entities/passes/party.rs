//! "(R-[Fla.])": a member's party and state.

use crate::entities::label::{EntityLabel, PlaceKind};
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::text::Span;

/// Cuts every name of a party and a state to the state.
pub(super) fn cut(r: &Reading<'_>, names: &mut [Name]) {
    names.iter_mut().for_each(|name| cut_party(r, name));
}

/// "(R-[Fla.])": a member's party and state, where only the state is a name.
fn cut_party(r: &Reading<'_>, name: &mut Name) {
    let text = name.span.of(r.text);
    if let Some(state) = ["D-", "R-", "I-"].iter().find_map(|party| text.strip_prefix(party))
        && state.starts_with(|c: char| c.is_ascii_uppercase())
        && state.len() <= 6
        && state.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.')
    {
        *name = Name { span: Span::new(name.span.end() - state.len(), name.span.end()), label: EntityLabel::Loc, rule: "entities.party_state", ..name.clone() };
        name.place_kind = Some(PlaceKind::Region);
    }
}
