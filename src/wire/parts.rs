//! A long update goes in several messages.

use crate::session::{Splice, Update};

/// How many annotations go in one message: each is a few milliseconds of the page's time.
const PART: usize = 250;

/// An update as several, none with many annotations. Their splices follow one another as in the whole.
pub(super) fn parts(update: Update) -> Vec<Update> {
    let Update { revision, settled, annotations, relations } = update;
    let empty = || Update { revision, settled, ..Update::default() };
    let mut parts = vec![empty()];
    let mut room = PART;
    for Splice { at, mut remove, insert } in annotations {
        let mut insert = insert.into_iter();
        loop {
            if room == 0 {
                parts.push(empty());
                room = PART;
            }
            let some: Vec<_> = insert.by_ref().take(room).collect();
            room -= some.len().max(1);
            let finished = insert.len() == 0;
            if let Some(last) = parts.last_mut() {
                // What is removed goes with the last piece: all pieces before it stand before it.
                let gone = if finished { std::mem::take(&mut remove) } else { 0 };
                last.annotations.push(Splice { at, remove: gone, insert: some });
            }
            if finished {
                break;
            }
        }
    }
    if let Some(last) = parts.last_mut() {
        last.relations = relations;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Mirror;
    use crate::wire::whole::Parts;
    use crate::{Analysis, Layers, Models, analyse};

    #[test]
    fn parts_make_the_whole() {
        let Analysis { annotations, relations } =
            analyse(&"“We go,” said Lena Ortiz in Port Avelle on Monday.\n\n".repeat(80), &Models::default(), Layers::ALL);
        assert!(annotations.len() > PART);
        let insert = |at, insert| vec![Splice { at, remove: 0, insert }];
        let update =
            Update { revision: 1, settled: true, annotations: insert(0, annotations), relations: vec![Splice { at: 0, remove: 0, insert: relations }] };
        let mut whole = Mirror::new();
        whole.update(update.clone());
        let several = parts(update);
        assert!(several.len() > 1 && several.iter().all(|p| p.annotations.iter().map(|s| s.insert.len()).sum::<usize>() <= PART));
        let mut come = Parts::default();
        let last = several.len() - 1;
        let joined: Vec<Update> = several.into_iter().enumerate().filter_map(|(n, part)| come.take(part, n == last)).collect();
        let mut heard = Mirror::new();
        assert_eq!(joined.len(), 1);
        heard.update(joined.into_iter().next().unwrap());
        assert_eq!(heard, whole);
    }
}
