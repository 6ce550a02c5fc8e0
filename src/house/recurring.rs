//! What the kept articles say together: lines that recur, and articles that are copies of one another.

use super::article::Article;
use super::form::short;
use super::tree::{Node, button, el};
use super::{Act, count};
use crate::together::{ARTICLES, Gathering, Kind, Recurring, Together};

/// Lines that are shown at most.
const SHOWN: usize = 200;

/// What recurs in a number of articles.
#[derive(Debug, Default)]
pub(super) struct Recurrence {
    articles: usize,
    pub(super) lines: Vec<Recurring>,
    /// Copies, a sentence each.
    copies: Vec<String>,
}

impl Recurrence {
    /// Looks through the articles.
    pub(super) fn of<'a>(articles: impl Iterator<Item = &'a Article> + Clone) -> Self {
        let mut gathering = Gathering::default();
        articles.clone().for_each(|a| gathering.add(&a.title, &a.text));
        let together = gathering.finish();
        let copies = together.copies().iter().map(|copy| {
            let named = |n| format!("“{}”", short(together.id(n)));
            let (first, second) = (named(copy.first), named(copy.second));
            match copy.kind {
                Kind::Same => format!("{second} says word for word what {first} says."),
                Kind::Cut => format!("{second} is a cut of {first}."),
                Kind::Version => format!("{second} is another version of {first}."),
            }
        });
        Self { articles: articles.clone().count(), copies: copies.collect(), lines: lines(&together, articles) }
    }

    /// What the window shows.
    pub(super) fn view(&self, counting: bool, undo: Option<&str>, told: &str) -> Vec<Node> {
        let about = match (self.lines.len(), counting) {
            (_, true) => "The kept articles are still coming: look again in a moment.".to_owned(),
            (0, _) => format!("No line stands in {ARTICLES} or more of {}.", count(self.articles, "article", "articles")),
            (n, _) => format!(
                "{} in {ARTICLES} or more of {}. Quotations and bylines are left out. Heads of a series and background that a newsroom writes once may be wanted: look before you remove them.",
                count(n, "line stands", "lines stand"),
                count(self.articles, "article", "articles")
            ),
        };
        let mut bar = el("div").class("row house-bar").kid(button("Back to the rules", Act::Back));
        if let Some(name) = undo {
            bar = bar.kid(button("Undo", Act::Undo).with("title", format!("Undo: {name}")).with("aria-label", format!("Undo: {name}")));
        }
        let rows = self.lines.iter().take(SHOWN).enumerate().map(|(n, line)| row(n, line));
        let more = (self.lines.len() > SHOWN).then(|| el("p").class("hint").text(format!("and {} more", self.lines.len() - SHOWN)));
        let mut nodes = vec![bar, el("p").class("house-told").with("role", "status").text(told), el("p").text(about), el("ul").class("house-rules").kids(rows)];
        nodes.extend(more);
        if !self.copies.is_empty() {
            nodes.push(el("h3").text("Copies"));
            nodes.push(el("ul").kids(self.copies.iter().take(SHOWN).map(|c| el("li").text(c.clone()))));
        }
        nodes
    }
}

fn lines<'a>(together: &Together, articles: impl Iterator<Item = &'a Article>) -> Vec<Recurring> {
    together.lines(articles.map(|a| a.text.as_str()))
}

fn row(n: usize, line: &Recurring) -> Node {
    let name = short(&line.words);
    let how = if line.exact { "" } else { ", with other names, numbers or dates" };
    let more = if line.articles > line.first.len() { ", …" } else { "" };
    let named: Vec<String> = line.first.iter().map(|id| format!("“{}”", short(id))).collect();
    let told = format!("{}{how}: {}{more}", count(line.articles, "article", "articles"), named.join(", "));
    let tool = |words: &str, act| button(words, act).class("btn small").with("aria-label", format!("{words} {name}"));
    el("li")
        .with("data-key", name.clone())
        .class("house-rule plain-row")
        .kid(el("div").kid(el("div").class("house-words").with("dir", "auto").text(name.clone())).kid(el("small").class("hint").text(told)))
        .kid(el("div").class("house-tools").kid(tool("Make it a rule…", Act::Take(n))).kid(tool("Remove everywhere", Act::Remove(n))))
}
