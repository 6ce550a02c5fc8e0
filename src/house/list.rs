//! The list of the rules, and the file as text.

use super::form::short;
use super::tally::{Count, Tally};
use super::tree::{Node, button, el};
use super::{Act, count};
use crate::rules::{Draft, Marks, Problem, Rule, RuleFile, pieces};

/// A file that was chosen, before it is decided what to do with it.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) text: String,
    pub(super) read: RuleFile,
}

/// What the list has to show.
pub(super) struct Shown<'r> {
    pub(super) file: &'r str,
    pub(super) read: &'r RuleFile,
    pub(super) tally: &'r Tally,
    pub(super) counting: bool,
    /// True where an article is on the desk.
    pub(super) here: bool,
    /// How many articles there are, that one too.
    pub(super) articles: usize,
    /// The name of what can be undone.
    pub(super) undo: Option<&'r str>,
    pub(super) told: &'r str,
    pub(super) chosen: Option<&'r Chosen>,
}

/// The list.
pub(super) fn view(shown: &Shown<'_>) -> Vec<Node> {
    let rules = &shown.read.rules;
    let file = el("label")
        .class("btn file")
        .kid(el("input").class("unseen").with("type", "file").with("accept", ".toml,.txt,text/plain").on("change", Act::Read))
        .text("From a file…");
    let any = !shown.file.trim().is_empty();
    let mut bar = el("div").class("row house-bar").kid(button("New rule", Act::New).class("btn primary")).kid(file);
    if any {
        bar = bar.kid(button("Save as a file", Act::Give)).kid(button("As text…", Act::AsText));
    }
    if shown.articles > 2 {
        bar = bar.kid(button("What recurs…", Act::Recurring).with("title", "Lines that stand in three or more of the kept articles"));
    }
    if let Some(name) = shown.undo {
        bar = bar.kid(button("Undo", Act::Undo).with("aria-label", format!("Undo: {name}")).with("title", format!("Undo: {name}")));
    }
    let mut nodes = vec![bar, el("p").class("house-told").with("role", "status").text(shown.told)];
    if let Some(chosen) = shown.chosen {
        nodes.push(decide(chosen));
    }
    if !shown.read.problems.is_empty() {
        nodes.push(problems(&shown.read.problems, true));
    }
    if rules.is_empty() && shown.read.problems.is_empty() {
        nodes.push(el("p").text("Junk and names of your own, which no detector knows: the same prompt in every article, docket numbers, a sign-off, a style. A rule finds them in every article that is read in this browser."));
        nodes.push(el("p").class("hint").text("The quickest way to one: select some words in an article and choose “Mark everywhere…” (Shift G)."));
    }
    let last = pieces(shown.file).len();
    let rows = rules.iter().zip(&shown.tally.counts).map(|(rule, found)| row(rule, *found, shown, last));
    nodes.push(el("ul").class("house-rules").kids(rows));
    if !rules.is_empty() {
        nodes.push(el("p").class("hint").text(if shown.counting { "Counting…" } else { "Of two rules that find the same place, the upper one holds." }));
    }
    nodes
}

fn row(rule: &Rule, found: Count, shown: &Shown<'_>, last: usize) -> Node {
    let n = rule.number;
    let name = &rule.name;
    let what = Draft::of(shown.file, n).map(|d| if d.pattern { el("code").text(short(&d.what)) } else { el("span").text(format!("“{}”", short(&d.what))) });
    let kind = match &rule.marks {
        Marks::Finding { .. } => match rule.replace.as_deref() {
            Some("") => "removed".to_owned(),
            Some(with) => format!("replaced by “{}”", short(with)),
            None => "pointed out".to_owned(),
        },
        Marks::Entity { label } => format!("marked as {label}"),
        Marks::Never { .. } => "never marked".to_owned(),
    };
    let places = found.told((shown.here, shown.articles - usize::from(shown.here)));
    let tool = |sign: &str, what: &str, act| button(sign, act).class("btn small").with("aria-label", format!("{what}: {name}")).with("title", what);
    let on = el("input").with("type", "checkbox").with("aria-label", format!("Use the rule: {name}")).when("checked", rule.on).on("change", Act::Toggle(n));
    el("li")
        .with("data-key", name.clone())
        .class(if rule.on { "house-rule" } else { "house-rule off" })
        .kid(on)
        .kid(
            el("div")
                .kid(el("strong").text(name.clone()))
                .text(" ")
                .kid(el("span").class("hint").text(kind))
                .kid(el("div").class("house-what").with("dir", "auto").kids(what))
                .kid(el("small").class("hint").text(places)),
        )
        .kid(
            el("div")
                .class("house-tools")
                .kid(tool("Edit", "Edit", Act::Edit(n)))
                .kid(tool("↑", "One place up", Act::Up(n)).when("disabled", n == 0))
                .kid(tool("↓", "One place down", Act::Down(n)).when("disabled", n + 1 >= last))
                .kid(tool("Delete", "Delete", Act::Delete(n))),
        )
}

fn decide(chosen: &Chosen) -> Node {
    let mut told = format!("The file has {}", count(chosen.read.rules.len(), "rule", "rules"));
    if !chosen.read.problems.is_empty() {
        told.push_str(&format!(" and {}", count(chosen.read.problems.len(), "mistake", "mistakes")));
    }
    el("div")
        .class("trouble")
        .with("role", "alert")
        .kid(el("p").text(format!("{told}.")))
        .kid(button("Add them to mine", Act::Add))
        .kid(button("Put them in place of mine", Act::Replace))
        .kid(button("Leave it", Act::Decline))
}

/// The mistakes of a file, with their places.
fn problems(problems: &[Problem], edit: bool) -> Node {
    const SHOWN: usize = 20;
    let told = format!("{} in the file. The rules without one work.", count(problems.len(), "mistake", "mistakes"));
    let lines = problems
        .iter()
        .take(SHOWN)
        .map(|p| el("li").kid(el("strong").text(format!("Line {}, column {}", p.line, p.column))).text(format!(": {}.", p.message.trim_end_matches('.'))));
    let more = (problems.len() > SHOWN).then(|| el("li").text(format!("and {} more", problems.len() - SHOWN)));
    let node =
        el("div").class("trouble").with("role", "status").kid(el("p").kid(el("strong").text(told))).kid(el("ul").class("refused").kids(lines).kids(more));
    if edit { node.kid(button("Mend the file…", Act::AsText)) } else { node }
}

/// The file as text.
pub(super) fn text(file: &str, read: &RuleFile) -> Vec<Node> {
    let about = el("p").class("hint").text("The file as it is kept, with your comments. Each rule begins with [[rule]]; the command line takes the same file.");
    let area = el("textarea")
        .with("id", "house-text")
        .with("class", "mono")
        .with("rows", "18")
        .with("spellcheck", "false")
        .with("aria-label", "The file of the rules")
        .with("value", file)
        .on("input", Act::Text);
    let told = if read.problems.is_empty() {
        el("p").with("role", "status").text(format!("{}, no mistake.", count(read.rules.len(), "rule", "rules")))
    } else {
        problems(&read.problems, false)
    };
    vec![about, area, told, el("div").class("row house-end").kid(button("Keep it so", Act::KeepText).class("btn primary")).kid(button("Back", Act::Leave))]
}
