//! The elements that are open at a place of a page, as the HTML Living Standard, section 13.2.6, opens and closes them.
//!
//! What is neither a block nor left out does not matter to what is read, so most inline elements are not followed at all. Nothing here
//! is bounded by depth; searches that find nothing are bounded in number, so that no page takes more than time in proportion.

use std::collections::BTreeMap;

/// Elements that are followed beside those of [`ENDS_P`], sorted: those that others end in, and those that are left out.
const FOLLOWED: &[&str] = &[
    "applet",
    "audio",
    "button",
    "canvas",
    "caption",
    "foreignobject",
    "marquee",
    "noscript",
    "object",
    "select",
    "svg",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tr",
    "video",
];
/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "body", "br", "col", "embed", "frame", "frameset", "head", "hr", "html", "image", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
];
/// Start tags that end an open paragraph, sorted.
const ENDS_P: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
    "xmp",
];
/// What no end tag reaches beyond.
const SCOPE: &[&str] = &["applet", "caption", "foreignobject", "marquee", "object", "table", "td", "template", "th"];
/// What no tag of a table reaches beyond.
const TABLE: &[&str] = &["table", "template"];
/// How many elements are passed in vain, in all, before it is no longer tried.
const PATIENCE: usize = 1_000_000;

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_followed(name: &str) -> bool {
    FOLLOWED.binary_search(&name).is_ok() || ENDS_P.binary_search(&name).is_ok() && VOID.binary_search(&name).is_err()
}

/// The open elements, outermost first.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// Each a number of `names`.
    elements: Vec<u32>,
    /// For each number a name and how many of it are open.
    names: Vec<(String, usize)>,
    numbers: BTreeMap<String, u32>,
    passed: usize,
}

impl Open {
    /// How many there are.
    pub(super) fn depth(&self) -> usize {
        self.elements.len()
    }

    /// Closes what a start tag of `name` closes. False where the tag itself is to be ignored.
    pub(super) fn make_way(&mut self, name: &str) -> bool {
        if ENDS_P.binary_search(&name).is_ok() {
            // A block ends a drawing that was never closed.
            self.close_within("svg", &["foreignobject"]);
            self.close_within_all("p", SCOPE, &["button"]);
        }
        match name {
            "li" => self.close_item(&["li"]),
            "dd" | "dt" => self.close_item(&["dd", "dt"]),
            _ if is_heading(name) && self.elements.last().is_some_and(|e| is_heading(self.name(*e))) => self.pop_to(self.depth() - 1),
            "button" => self.close_within("button", SCOPE),
            "form" => return self.count("form") == 0,
            "td" | "th" => {
                self.close_within("td", TABLE);
                self.close_within("th", TABLE);
            }
            "tr" => self.close_within("tr", TABLE),
            "tbody" | "thead" | "tfoot" | "caption" => {
                for part in ["tbody", "thead", "tfoot", "caption", "tr"] {
                    self.close_within(part, TABLE);
                }
            }
            _ => {}
        }
        true
    }

    /// Opens `name`, if it is one that is followed.
    pub(super) fn push(&mut self, name: &str) {
        if is_followed(name) {
            self.push_always(name);
        }
    }

    /// Opens `name`, whatever it is; false where it has no content.
    pub(super) fn push_always(&mut self, name: &str) -> bool {
        if VOID.binary_search(&name).is_ok() {
            return false;
        }
        let number = match self.numbers.get(name) {
            Some(number) => *number,
            None => {
                let number = self.names.len() as u32;
                self.names.push((name.to_owned(), 0));
                self.numbers.insert(name.to_owned(), number);
                number
            }
        };
        self.names[number as usize].1 += 1;
        self.elements.push(number);
        true
    }

    /// Closes the innermost `name` that an end tag reaches, and what is in it.
    pub(super) fn close(&mut self, name: &str) {
        match name {
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "table" | "caption" => self.close_within(name, TABLE),
            "li" => self.close_within_all("li", SCOPE, &["ol", "ul"]),
            "p" => self.close_within_all("p", SCOPE, &["button"]),
            "template" => self.close_within("template", &[]),
            _ if is_followed(name) => self.close_within(name, SCOPE),
            // An inline element that is followed because it is hidden, or in something that is.
            _ if self.count(name) > 0 => self.close_first(|open| open == name, is_followed),
            _ => {}
        }
    }

    fn name(&self, number: u32) -> &str {
        &self.names[number as usize].0
    }

    fn count(&self, name: &str) -> usize {
        self.numbers.get(name).map_or(0, |n| self.names[*n as usize].1)
    }

    fn close_within(&mut self, name: &str, ends: &[&str]) {
        self.close_within_all(name, ends, &[]);
    }

    /// Closes the innermost `name`, unless one of `ends` or `more` is open within it. The element itself may be one of them.
    fn close_within_all(&mut self, name: &str, ends: &[&str], more: &[&str]) {
        if self.count(name) > 0 {
            self.close_first(|open| open == name, |open| ends.contains(&open) || more.contains(&open));
        }
    }

    /// Closes the item of a list that is open, one of `names`: any other block hides it.
    fn close_item(&mut self, names: &[&str]) {
        if names.iter().any(|n| self.count(n) > 0) {
            self.close_first(|open| names.contains(&open), |open| is_followed(open) && !matches!(open, "address" | "div" | "p"));
        }
    }

    /// Closes the innermost element that is `wanted`, unless one that `ends` the search is open within it.
    fn close_first(&mut self, wanted: impl Fn(&str) -> bool, ends: impl Fn(&str) -> bool) {
        if self.passed > PATIENCE {
            return;
        }
        let mut inner = self.elements.iter().rev().map(|e| self.name(*e)).enumerate();
        match inner.find(|(_, open)| wanted(open) || ends(open)) {
            Some((passed, open)) if wanted(open) => self.pop_to(self.depth() - 1 - passed),
            Some((passed, _)) => self.passed += passed,
            None => self.passed += self.depth(),
        }
    }

    fn pop_to(&mut self, depth: usize) {
        for number in self.elements.drain(depth..) {
            self.names[number as usize].1 -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_are_sorted() {
        for list in [FOLLOWED, VOID, ENDS_P] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
