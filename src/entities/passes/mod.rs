//! What is made of the names that the recogniser found. Each pass is one file and knows no other; what several of them need is in [`known`] and in the
//! word lists. [`PASSES`] is their order.

mod agreement;
mod ampersand;
mod clubs;
mod coined;
mod context;
mod dateline;
mod edges;
mod headline;
mod heads;
mod joins;
mod known;
mod missed;
mod nickname;
mod party;
mod possessives;
mod schools;
mod series;
mod small;
mod speakers;
mod vessels;

use super::label::{EntityLabel, PlaceKind};
use super::model::{EntityModel, Page};
use super::name::Name;
use super::reading::Reading;

/// What a pass reads beside the names.
struct Scene<'s> {
    r: &'s Reading<'s>,
    page: &'s Page<'s>,
    model: &'s EntityModel,
}

/// Changes names, which are in order and stay so.
type Pass = fn(&Scene<'_>, &mut Vec<Name>);

/// The passes, in order.
const PASSES: &[Pass] = &[
    // Where a name begins and ends.
    |s, names| edges::settle(s.r, s.page, s.model, names),
    // Names in pieces, and two in one.
    |s, names| joins::settle(s.r, names),
    // "Johnson & Johnson".
    |s, names| ampersand::join(s.r, names),
    // "Anthony “Little Tony” Ferro".
    |s, names| nickname::join(s.r, s.page, names),
    // "the Crow’s Nest".
    |s, names| possessives::settle(s.r, names),
    // "Storm Hedda", "the trawler Mary Lind".
    |s, names| vessels::name(s.r, s.page, names),
    // "DeepMere".
    |s, names| coined::add(s.r, names),
    // What its own words say of its label.
    |s, names| heads::relabel(s.r, s.page, s.model, names),
    // Where the article was written.
    |s, names| dateline::settle(s.r, s.page, names),
    // What the clear names of the document say of the others.
    |s, names| agreement::relabel(s.r, s.page, s.model, names),
    // Names in a series are of one kind.
    |s, names| series::agree(s.r, names),
    // Names that the recogniser passed over.
    |s, names| missed::add(s.r, s.page, s.model, names),
    // "Nordvik Buys Selby Motors".
    |s, names| headline::settle(s.r, names),
    // What stands around a name.
    |s, names| context::relabel(s.r, s.page, names),
    // "Will said".
    |s, names| speakers::add(s.r, s.page, names),
    // "a sophomore at Columbia".
    |s, names| schools::relabel(s.r, names),
    // "Boston beat New York 4-2".
    |s, names| clubs::relabel(s.r, s.page, names),
    // "(R-Fla.)".
    |s, names| party::cut(s.r, names),
    // What kind of place it is.
    |s, names| name_places(s.r, names),
];

/// `names` after every pass.
pub(super) fn run(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, mut names: Vec<Name>) -> Vec<Name> {
    let scene = Scene { r, page, model };
    for pass in PASSES {
        pass(&scene, &mut names);
    }
    names
}

/// The list of regions holds lakes and squares too; their own word is more exact.
fn name_places(r: &Reading<'_>, names: &mut [Name]) {
    for name in names.iter_mut().filter(|n| n.label == EntityLabel::Loc) {
        if matches!(name.place_kind, None | Some(PlaceKind::Region)) {
            name.place_kind = heads::kind_of_place(name.span.of(r.text)).or(name.place_kind);
        }
    }
}
