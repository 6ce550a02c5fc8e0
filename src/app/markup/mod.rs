//! What there is to read in a piece of HTML: its text in paragraphs, its title.
//!
//! It is read here, not by the browser's parser: a page that nests a hundred thousand elements stops that for a minute, and
//! names that a page gives to its fields hide what is asked of the elements around them. Here nothing runs, nothing is
//! loaded, and the time is in proportion to the length. [`tokens`] cuts the source into tags and text as the HTML Living
//! Standard, section 13.2.5, does; [`open`] follows its section 13.2.6 as far as that decides what is inside what; and
//! [`references`] reads character references.

mod open;
mod references;
mod tokens;

use open::Open;
use references::References;
use tokens::{Token, Tokens};

/// Elements that are no part of what can be read. The text of scripts, styles and frames is cut off with their tags.
const UNREAD: &[&str] = &["template", "noscript", "svg", "object", "video", "audio", "canvas"];
/// Elements that stand beside an article more often than in it.
const ASIDE: &[&str] = &["nav", "aside", "figcaption", "button", "form", "footer", "select", "textarea"];
/// Elements that begin a paragraph of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "main",
    "figure",
    "table",
    "tr",
    "hr",
    "address",
    "details",
    "summary",
    "nav",
    "aside",
    "figcaption",
    "footer",
    "form",
    "body",
];

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Paragraphs, a blank line between any two.
    pub text: String,
    /// As the page calls itself, on one line.
    pub title: Option<String>,
    /// How many pieces were left out because they stand beside an article.
    pub aside: usize,
    /// Of which kinds those were: "nav", "form".
    pub kinds: Vec<String>,
}

/// Reads `html`. `named` gives what a named character reference stands for, `&eacute;` or `&eacute`, where it is none of
/// the most common ones.
///
/// A page that stands beside an article in all its parts (one that is a single form, say) is read with them.
#[must_use]
pub fn read(html: &str, named: impl FnMut(&str) -> Option<String>) -> Page {
    let mut references = References::new(named);
    let page = Reader::new(ASIDE).run(html, &mut references);
    if page.text.is_empty() && page.aside > 0 {
        return Reader::new(&[]).run(html, &mut references);
    }
    page
}

/// Reads all of `html`, what stands beside an article too: for what was cut already.
#[must_use]
pub fn read_all(html: &str, named: impl FnMut(&str) -> Option<String>) -> Page {
    Reader::new(&[]).run(html, &mut References::new(named))
}

/// True where a file is markup by how it begins, whatever it is called.
#[must_use]
pub fn begins(text: &str) -> bool {
    let start = text.trim_start().as_bytes();
    ["<?xml", "<!doctype", "<html"].into_iter().any(|tag| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag.as_bytes())))
}

/// What is left out, at which depth of the open elements it began.
struct Skipped {
    depth: usize,
    /// The element that it began with: those of its name in it are followed, whatever they are.
    name: String,
    /// The kind that is told, where it is.
    kind: Option<&'static str>,
    /// True where there is text in it.
    spoken: bool,
}

struct Reader {
    page: Page,
    aside: &'static [&'static str],
    open: Open,
    skipped: Option<Skipped>,
    /// The depth at which text begins to keep its line breaks.
    preformatted: Option<usize>,
    /// True right after a tag that swallows a line feed.
    swallow: bool,
}

impl Reader {
    fn new(aside: &'static [&'static str]) -> Self {
        Self { page: Page::default(), aside, open: Open::default(), skipped: None, preformatted: None, swallow: false }
    }

    fn run<F: FnMut(&str) -> Option<String>>(mut self, html: &str, references: &mut References<F>) -> Page {
        for token in Tokens::new(html) {
            match token {
                Token::Start { name, hidden, empty } => self.start(&name, hidden, empty),
                Token::End { name } => self.end(&name),
                Token::Title(raw) if self.page.title.is_none() && self.skipped.is_none() => {
                    let title = references.decode(raw);
                    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                    self.page.title = (!title.is_empty()).then_some(title);
                }
                Token::Title(_) => {}
                Token::Text(raw) => self.text(raw, references),
            }
        }
        self.closed_to(0);
        let trimmed = self.page.text.trim().len();
        let from = self.page.text.len() - self.page.text.trim_start().len();
        self.page.text.drain(..from);
        self.page.text.truncate(trimmed);
        self.page
    }

    fn start(&mut self, name: &str, hidden: bool, empty: bool) {
        self.swallow = false;
        let opens = self.open.make_way(name);
        self.closed_to(self.open.depth());
        // Only elements of other languages than HTML can be closed by their own tag.
        if !opens || (empty && name == "svg") {
            return;
        }
        if let Some(skipped) = &self.skipped {
            if skipped.name == name {
                self.open.push_always(name);
            } else {
                self.open.push(name);
            }
            return;
        }
        if name == "br" {
            let kept = self.page.text.trim_end_matches(' ').len();
            self.page.text.truncate(kept);
            self.page.text.push('\n');
            return;
        }
        let depth = self.open.depth();
        let known = |list: &[&'static str]| list.iter().copied().find(|n| *n == name);
        let aside = known(self.aside);
        if hidden || aside.is_some() || known(UNREAD).is_some() {
            if self.open.push_always(name) {
                let kind = aside.filter(|_| !hidden);
                self.skipped = Some(Skipped { depth, name: name.to_owned(), kind, spoken: false });
                // What stands before it and after it does not run together.
                if known(BLOCKS).is_some() {
                    self.paragraph();
                }
            }
            return;
        }
        if known(BLOCKS).is_some() {
            self.paragraph();
        } else if matches!(name, "td" | "th") && !self.page.text.ends_with(['\n', ' ']) {
            self.page.text.push(' ');
        }
        self.open.push(name);
        if name == "pre" {
            self.preformatted.get_or_insert(depth);
            self.swallow = true;
        }
    }

    fn end(&mut self, name: &str) {
        self.swallow = false;
        if name == "br" {
            return self.start("br", false, false);
        }
        self.open.close(name);
        self.closed_to(self.open.depth());
        if self.skipped.is_none() && BLOCKS.contains(&name) {
            self.paragraph();
        }
    }

    /// Takes note that the elements from `depth` on are closed.
    fn closed_to(&mut self, depth: usize) {
        if self.preformatted.is_some_and(|d| d >= depth) {
            self.preformatted = None;
        }
        if let Some(Skipped { kind: Some(kind), spoken: true, .. }) = self.skipped.take_if(|s| s.depth >= depth) {
            self.page.aside += 1;
            if !self.page.kinds.iter().any(|k| k == kind) {
                self.page.kinds.push(kind.to_owned());
            }
        }
    }

    fn text<F: FnMut(&str) -> Option<String>>(&mut self, raw: &str, references: &mut References<F>) {
        if let Some(skipped) = &mut self.skipped {
            skipped.spoken |= !raw.trim().is_empty();
            return;
        }
        let raw = if std::mem::take(&mut self.swallow) { raw.strip_prefix("\r\n").or(raw.strip_prefix('\n')).unwrap_or(raw) } else { raw };
        let text = references.decode(raw);
        if self.preformatted.is_some() {
            self.page.text.push_str(&text);
        } else {
            self.flow(&text);
        }
    }

    /// Text as it flows: white space in the source is one space, and none at the start of a line. A no-break space is text.
    fn flow(&mut self, text: &str) {
        let out = &mut self.page.text;
        for c in text.chars() {
            if matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}') {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            } else {
                out.push(c);
            }
        }
    }

    /// A blank line, unless there is one already.
    fn paragraph(&mut self) {
        let kept = self.page.text.trim_end_matches([' ', '\n']).len();
        if kept > 0 {
            self.page.text.truncate(kept);
            self.page.text.push_str("\n\n");
        }
    }
}

#[cfg(test)]
mod tests;
