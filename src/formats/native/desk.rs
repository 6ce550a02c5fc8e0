//! The desk in a native document: what it started from, and every gesture.

use std::collections::{BTreeMap, BTreeSet};

use super::document::NativeDesk;
use crate::annotation::{Annotation, Relation, RelationKind, Seed, Status, Workspace};
use crate::formats::article::Article;

/// For the person who imports.
pub(super) const CHANGED: &str = "Another program has changed the file: its annotations are taken as they stand, and undo begins anew";

/// The desk of `article`, which leads back to the text `original`, as it stands in a file; none where it says no more than
/// the annotations do.
pub(super) fn written(article: &Article, original: &str) -> Option<NativeDesk> {
    let mut seed = Seed::clone(article.desk.as_deref()?);
    let shown: BTreeMap<&str, &Annotation> = article.annotations.iter().map(|a| (a.id.as_str(), a)).collect();
    let told = |a: &Annotation| {
        let shown = shown.get(a.id.as_str()).filter(|_| !article.in_hand.contains_key(&a.id));
        shown.is_some_and(|s| s.status != Status::Accepted && same(&Annotation { status: a.status, ..Annotation::clone(s) }, a))
    };
    seed.suggestions.retain(|a| !told(a));
    let untouched = seed.history.steps.is_empty() && seed.items.is_empty() && seed.links.is_empty() && seed.edits.is_empty() && seed.labels.is_empty();
    if untouched && seed.suggestions.is_empty() {
        return None;
    }
    if seed.text == original {
        seed.text.clear();
    }
    Some(NativeDesk { offsets: "byte".into(), seed })
}

/// True where the two differ at most in what files do not keep to the last: scores, pieces of one piece, repairs, which say
/// what is found and are found again.
fn same(a: &Annotation, b: &Annotation) -> bool {
    let parts = |a: &Annotation| if a.parts.len() > 1 { a.parts.clone() } else { Vec::new() };
    a.parts.len().max(1) == b.parts.len().max(1)
        && Annotation { score: b.score, edits: Vec::new(), parts: parts(a), ..a.clone() } == Annotation { edits: Vec::new(), parts: parts(b), ..b.clone() }
}

/// The desk that `written` is; none where it does not lead to `article`, which another program has changed then.
pub(super) fn read(written: NativeDesk, article: &Article) -> Option<Seed> {
    let NativeDesk { offsets, mut seed } = written;
    if offsets != "byte" {
        return None;
    }
    if seed.text.is_empty() {
        seed.text = article.original();
    }
    let bare = Workspace::new(seed.clone());
    if bare.history().0.len() != seed.history.steps.len() || bare.history().1 != seed.history.standing {
        return None;
    }
    let items: BTreeSet<&str> = bare.items().map(|i| i.annotation.id.as_str()).collect();
    let standing = article.annotations.iter().filter(|a| !items.contains(a.id.as_str()));
    seed.suggestions.extend(standing.map(|a| Annotation { status: Status::Suggested, ..a.clone() }));
    seed.suggestions.sort_by(Workspace::in_order);
    leads_to(&Workspace::new(seed.clone()), article).then_some(seed)
}

/// True where `desk` shows what `article` says.
fn leads_to(desk: &Workspace, article: &Article) -> bool {
    let relation = |r: &Relation| -> (String, RelationKind, String) { (r.from.clone(), r.kind, r.to.clone()) };
    let relations = |list: &[Relation]| list.iter().map(relation).collect::<BTreeSet<_>>();
    let told: BTreeMap<&str, &Annotation> = article.annotations.iter().map(|a| (a.id.as_str(), a)).collect();
    desk.text() == article.text
        && desk.title() == article.title
        && desk.labels().eq(&article.labels)
        && desk.annotations().len() == told.len()
        && desk.annotations().iter().all(|a| told.get(a.id.as_str()).is_some_and(|b| same(a, b)))
        && relations(desk.relations()) == relations(&article.relations)
}
