//! What of a web page was left out when its article was taken from it, and where each piece would stand.

use serde::{Deserialize, Serialize};

/// One piece that was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Its text.
    pub text: String,
    /// The paragraph of the article that stands before it; empty at the front.
    pub after: String,
    /// The element of the page that it stood in, "nav"; empty where that says nothing.
    #[serde(default)]
    pub place: String,
}

impl LeftOut {
    /// What it stood in, for people.
    #[must_use]
    pub fn place_name(&self) -> &'static str {
        const NAMES: &[(&str, &str)] = &[
            ("nav", "Navigation"),
            ("header", "Head of the page"),
            ("footer", "Foot of the page"),
            ("aside", "Beside the article"),
            ("form", "Form"),
            ("button", "Button"),
            ("figure", "Picture"),
            ("figcaption", "Caption"),
            ("li", "List"),
            ("table", "Table"),
        ];
        match self.place.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "Heading",
            place => NAMES.iter().find(|(element, _)| *element == place).map_or("Text", |(_, name)| name),
        }
    }

    /// True where `text` has it as a paragraph.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        paragraphs(text).any(|(_, paragraph)| same(paragraph, &self.text))
    }
}

/// The byte of `text` at which piece `n` of `left` would stand, and what to put there: after the paragraph that stood before it in the
/// page, and after pieces of the same place that were brought back already. Where that paragraph was changed, after the nearest before
/// it that was not.
#[must_use]
pub fn insertion(left: &[LeftOut], n: usize, text: &str) -> (usize, String) {
    let piece = left.get(n).map_or("", |l| l.text.as_str());
    let mut end = 0;
    let mut before: Option<&str> = None;
    for one in left.iter().take(n + 1) {
        if before != Some(one.after.as_str()) {
            before = Some(&one.after);
            end = next(text, end, &one.after).unwrap_or(end);
        }
    }
    let after = left.get(n).map(|l| l.after.as_str());
    for one in left.iter().take(n).filter(|l| Some(l.after.as_str()) == after) {
        end = next(text, end, &one.text).unwrap_or(end);
    }
    if end == 0 { (0, format!("{piece}\n\n")) } else { (end, format!("\n\n{piece}")) }
}

/// The end of the first paragraph from byte `from` on that is `wanted`.
fn next(text: &str, from: usize, wanted: &str) -> Option<usize> {
    paragraphs(text).filter(|(start, _)| *start >= from).find(|(_, paragraph)| same(paragraph, wanted)).map(|(start, paragraph)| start + paragraph.len())
}

/// The paragraphs of a text, each with its first byte.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split("\n\n").map(move |paragraph| {
        let start = at;
        at += paragraph.len() + 2;
        (start, paragraph)
    })
}

/// True of the same letters, whatever the white space.
fn same(a: &str, b: &str) -> bool {
    let letters = |text| str::chars(text).filter(|c| !c.is_whitespace());
    !a.is_empty() && letters(a).eq(letters(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left() -> Vec<LeftOut> {
        let one = |text: &str, after: &str| LeftOut { text: text.into(), after: after.into(), place: "nav".into() };
        vec![one("Home\nNews", ""), one("Share", "Ferry late."), one("Photo: J. Ames", "Ferry late."), one("More stories", "Nobody spoke.")]
    }

    fn back(text: &str, n: usize) -> String {
        let (at, insert) = insertion(&left(), n, text);
        format!("{}{insert}{}", &text[..at], &text[at..])
    }

    #[test]
    fn pieces_come_back_where_they_stood_in_any_order() {
        let text = "Ferry late.\n\nNobody\nspoke.";
        assert_eq!(back(text, 0), "Home\nNews\n\nFerry late.\n\nNobody\nspoke.");
        assert_eq!(back(text, 3), "Ferry late.\n\nNobody\nspoke.\n\nMore stories");
        let both = "Ferry late.\n\nShare\n\nPhoto: J. Ames\n\nNobody\nspoke.";
        assert_eq!(back(&back(text, 1), 2), both);
        assert_eq!(back(&back(text, 2), 1), both);
        assert!(left()[1].stands_in(both) && !left()[3].stands_in(both));
    }

    #[test]
    fn a_changed_paragraph_leaves_the_nearest_before_it() {
        assert_eq!(back("Ferry late.\n\nNobody said a word.", 3), "Ferry late.\n\nMore stories\n\nNobody said a word.");
        assert_eq!(back("All new.", 3), "More stories\n\nAll new.");
    }
}
