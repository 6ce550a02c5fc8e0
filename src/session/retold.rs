//! What stands between a session and its listener: it hears the one, makes something else of every analysis, and tells the
//! other, in updates as small as the session's own.

use super::reconcile::{self, Ids};
use super::{Mirror, Update};
use crate::Analysis;
use crate::annotation::Edits;

/// What a listener was told last, with ids that stay while what they name does.
#[derive(Debug, Default)]
pub struct Retold {
    mirror: Mirror,
    ids: Ids,
}

impl Retold {
    /// Nothing was told yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Carries what was told over `edits` of the text `before`, as the listener does with the next update.
    pub fn edit(&mut self, before: &str, edits: &Edits) {
        self.mirror.edit(before, edits);
    }

    /// The update that makes `analysis` of what was told last, both of the same text. Its ids become others.
    pub fn tell(&mut self, revision: u32, settled: bool, analysis: Analysis) -> Update {
        let known = self.mirror.analysis();
        let (annotations, renamed) = reconcile::annotations(&known.annotations, 0, analysis.annotations, &mut self.ids, |_, _| None);
        let mut relations = analysis.relations;
        relations.retain_mut(|r| reconcile::rename(r, |id| renamed.annotations.get(id).cloned()));
        let relations = reconcile::relations(&known.relations, relations, &mut self.ids);
        let update = Update { revision, settled, annotations, relations };
        self.mirror.update(update.clone());
        update
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::between;
    use crate::{Layers, Models, analyse};

    #[test]
    fn a_listener_knows_what_it_was_told_and_ids_stay() {
        let (first, second) = ("“We go,” said Lena Ortiz. Tom Hale left.", "Now “we go,” said Lena Ortiz. Tom Hale left on Monday.");
        let read = |text: &str| analyse(text, &Models::default(), Layers::ALL);
        let mut retold = Retold::new();
        let mut heard = Mirror::new();
        heard.update(retold.tell(1, true, read(first)));
        assert_eq!(heard.analysis().annotations.len(), read(first).annotations.len());
        let ids = |heard: &Mirror| {
            let named = heard.analysis().annotations.iter().filter(|a| a.label == "PERSON");
            named.map(|a| a.id.clone()).collect::<Vec<_>>()
        };
        let before = ids(&heard);
        assert!(!before.is_empty() && !heard.analysis().relations.is_empty());
        let edits = between(first, second);
        retold.edit(first, &edits);
        heard.edit(first, &edits);
        heard.update(retold.tell(2, true, read(second)));
        assert_eq!(ids(&heard), before);
        let (told, wanted) = (heard.analysis(), read(second));
        let say = |a: &Analysis| a.annotations.iter().map(|a| (a.span, a.label.clone())).collect::<Vec<_>>();
        assert_eq!((say(told), told.relations.len()), (say(&wanted), wanted.relations.len()));
        assert!(retold.tell(2, true, read(second)).is_empty());
    }
}
