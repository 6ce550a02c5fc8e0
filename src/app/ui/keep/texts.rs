//! The list is searched by what stands in the texts, too: each is fetched once, and kept while the page is open.

use std::rc::Rc;

use leptos::prelude::*;

use super::Keeper;
use crate::app::shelf::{SOUGHT, found_in};

/// Texts that are kept while the page is open hold at most this many bytes together.
const MOST: usize = 40_000_000;

impl Keeper {
    /// Looks for `search` in the texts on the shelf; what is found comes one by one.
    pub(super) fn look_for(self, search: &str) {
        let search: Rc<str> = search.trim().into();
        self.sought.update_value(|n| *n = n.wrapping_add(1));
        self.in_texts.set(Vec::new());
        if search.chars().count() < SOUGHT {
            return;
        }
        let shelf = self.records.with_untracked(|all| all.iter().filter(|r| r.deleted.is_none()).map(|r| (r.id.clone(), r.changed)).collect::<Vec<_>>());
        self.look_on(search, self.sought.get_value(), shelf);
    }

    /// Goes on with the articles that are left, until one has to be fetched.
    fn look_on(self, search: Rc<str>, sought: u32, mut left: Vec<(String, u64)>) {
        while let Some((id, changed)) = left.pop() {
            if self.sought.try_get_value() != Some(sought) {
                return;
            }
            let known = self.texts.with_value(|all| all.iter().find(|(i, time, _)| *i == id && *time == changed).map(|(.., text)| Rc::clone(text)));
            if let Some(text) = known {
                self.tell_found(&search, &id, &text);
                continue;
            }
            let wanted = id.clone();
            self.fetch()(
                &wanted,
                Box::new(move |opened| {
                    if let Ok(opened) = opened {
                        let text: Rc<str> = opened.desk.text().into();
                        self.texts.update_value(|all| {
                            all.retain(|(i, ..)| *i != id);
                            if all.iter().map(|(.., t)| t.len()).sum::<usize>() + text.len() < MOST {
                                all.push((id.clone(), changed, Rc::clone(&text)));
                            }
                        });
                        if self.sought.try_get_value() == Some(sought) {
                            self.tell_found(&search, &id, &text);
                        }
                    }
                    self.look_on(search, sought, left);
                }),
            );
            return;
        }
    }

    fn tell_found(self, search: &str, id: &str, text: &str) {
        if let Some(around) = found_in(text, search) {
            self.in_texts.update(|all| all.push((id.to_owned(), around)));
        }
    }
}
