//! The window's state, and what its buttons do to it.

use super::article::Article;
use super::form::Form;
use super::list::{self, Chosen};
use super::recurring::Recurrence;
use super::tally::Tally;
use super::{Act, Kid};
use crate::rules::{Draft, RuleFile, joined, moved, without};
use crate::text::Span;

/// Changes that can be taken back.
const PAST: usize = 100;

/// What the window shows, and what is to be done beside.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub tree: Vec<Kid>,
    /// The file of the rules, where it changed.
    pub save: Option<String>,
    /// A file to take away.
    pub give: Option<(String, String)>,
    /// True where the window closes.
    pub close: bool,
}

#[derive(Debug, Default)]
enum View {
    #[default]
    List,
    Form(Box<Form>),
    Text(String, RuleFile),
    Recurring(Recurrence),
}

/// The window of a person's own rules.
#[derive(Debug, Default)]
pub struct Room {
    file: String,
    read: RuleFile,
    /// The file before each change, and what was done.
    past: Vec<(String, String)>,
    view: View,
    here: Option<Article>,
    kept: Vec<Article>,
    /// How many kept articles are still to come.
    awaited: usize,
    tally: Tally,
    told: String,
    chosen: Option<Chosen>,
    save: bool,
    give: Option<(String, String)>,
    close: bool,
}

impl Room {
    /// The window opens: with the list, or with a form for the words at `chosen` of the article `here`. `kept` articles are to come.
    pub fn open(&mut self, file: String, here: Option<Article>, chosen: Option<Span>, kept: usize) {
        *self = Self { read: RuleFile::read(&file), file, here, awaited: kept, ..Self::default() };
        let words = |article: &Article, span: Span| article.text.get(span.range()).is_some_and(|w| !w.trim().is_empty());
        if let (Some(article), Some(span)) = (&self.here, chosen)
            && words(article, span)
        {
            self.view = View::Form(Box::new(Form::of_words(article, span)));
        }
        self.recount();
    }

    /// A kept article comes; none where it cannot be read. The one on the desk is there already.
    pub fn add(&mut self, article: Option<Article>) {
        self.awaited = self.awaited.saturating_sub(1);
        let known = |a: &Article| self.here.as_ref().is_some_and(|h| h.id == a.id);
        self.kept.extend(article.filter(|a| !known(a)));
    }

    /// True once all kept articles have come.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.awaited == 0
    }

    /// Counts one article more; false where there is none left.
    pub fn count(&mut self) -> bool {
        self.tally.step(self.here.as_ref(), &self.kept)
    }

    fn recount(&mut self) {
        self.tally = match &self.view {
            View::List => Tally::new(self.read.rules.iter().cloned()),
            View::Form(form) => form.tally(),
            View::Text(..) | View::Recurring(_) => Tally::default(),
        };
        // What can be counted at once is there at once.
        self.count();
    }

    fn change(&mut self, file: String, done: String) {
        if file == self.file {
            return;
        }
        self.read = RuleFile::read(&file);
        let before = std::mem::replace(&mut self.file, file);
        self.past.push((before, done.clone()));
        if self.past.len() > PAST {
            self.past.remove(0);
        }
        self.told = format!("{done}.");
        self.save = true;
    }

    fn name(&self, number: usize) -> String {
        self.read.rules.iter().find(|r| r.number == number).map_or_else(|| "a rule".to_owned(), |r| format!("“{}”", r.name))
    }

    /// Does what was asked for; `value` is what stands in the field that was used.
    pub fn act(&mut self, act: Act, value: &str) {
        let list = matches!(self.view, View::List);
        match act {
            Act::New => self.view = View::Form(Box::default()),
            Act::Edit(n) => match Draft::of(&self.file, n) {
                Some(draft) => self.view = View::Form(Box::new(Form::of_rule(n, draft))),
                None => self.view = self.as_text(),
            },
            Act::Toggle(n) => {
                if let Some(draft) = Draft::of(&self.file, n) {
                    let off = value != "true";
                    let done = format!("{} is {}", self.name(n), if off { "off" } else { "on" });
                    self.change(Draft { off, ..draft }.into_file(&self.file, Some(n)), done);
                }
            }
            Act::Up(n) | Act::Down(n) => {
                let done = format!("{} moved {}", self.name(n), if act == Act::Up(n) { "up" } else { "down" });
                self.change(moved(&self.file, n, act == Act::Up(n)), done);
            }
            Act::Delete(n) => {
                let done = format!("{} deleted", self.name(n));
                self.change(without(&self.file, n), done);
            }
            Act::Undo => {
                self.undo();
                if matches!(self.view, View::Recurring(_)) {
                    self.act(Act::Recurring, "");
                }
            }
            Act::Read => self.take_file(value),
            Act::Add | Act::Replace => {
                if let Some(Chosen { text, read }) = self.chosen.take() {
                    let file = if act == Act::Add { joined(&self.file, &text) } else { text };
                    self.change(file, format!("{} from the file", super::count(read.rules.len(), "rule", "rules")));
                }
            }
            Act::Decline => self.chosen = None,
            Act::Give => self.give = Some(("house-rules.toml".to_owned(), self.file.clone())),
            Act::AsText => self.view = self.as_text(),
            Act::Text => self.view = View::Text(value.to_owned(), RuleFile::read(value)),
            Act::KeepText => {
                if let View::Text(text, _) = std::mem::take(&mut self.view) {
                    self.change(text, "The file was changed".to_owned());
                }
            }
            Act::Typed(field) => {
                if let View::Form(form) = &mut self.view {
                    form.take(field, value);
                }
            }
            Act::Pick(n) => {
                if let View::Form(form) = &mut self.view {
                    form.pick(n);
                }
            }
            Act::Save => self.save_form(),
            Act::Leave if !list && !self.is_of_selection() => self.view = View::List,
            Act::Leave | Act::Close => self.close = true,
            Act::Back => self.view = View::List,
            Act::Recurring => self.view = View::Recurring(Recurrence::of(self.here.iter().chain(&self.kept))),
            Act::Take(n) | Act::Remove(n) => self.take_line(n, act == Act::Remove(n)),
        }
        self.recount();
    }

    /// A rule of line `number` that recurs: in a form, or at once.
    fn take_line(&mut self, number: usize, at_once: bool) {
        let View::Recurring(found) = &mut self.view else { return };
        if number >= found.lines.len() {
            return;
        }
        let mut form = Form::of_recurring(&found.lines[number]);
        if !at_once {
            self.view = View::Form(Box::new(form));
            return;
        }
        let name = form.draft.name.clone();
        let mut n = 1;
        // Lines that begin alike have names that do not.
        while !form.missing(&self.read).is_empty() && n < 100 {
            n += 1;
            form.draft.name = format!("{name} {n}");
        }
        found.lines.remove(number);
        let done = format!("The rule “{}” removes it from every article", form.draft.name);
        self.change(form.draft.into_file(&self.file, None), done);
    }

    fn as_text(&self) -> View {
        View::Text(self.file.clone(), RuleFile::read(&self.file))
    }

    fn is_of_selection(&self) -> bool {
        matches!(&self.view, View::Form(form) if form.selected)
    }

    fn undo(&mut self) {
        if let Some((before, done)) = self.past.pop() {
            self.read = RuleFile::read(&before);
            self.file = before;
            self.told = format!("Taken back: {done}.");
            self.save = true;
        }
    }

    fn take_file(&mut self, text: &str) {
        let read = RuleFile::read(text);
        if read.rules.is_empty() && read.problems.is_empty() {
            self.told = "There is no rule in that file.".to_owned();
        } else if self.file.trim().is_empty() {
            let done = format!("{} from the file", super::count(read.rules.len(), "rule", "rules"));
            self.change(text.to_owned(), done);
        } else {
            self.chosen = Some(Chosen { text: text.to_owned(), read });
        }
    }

    fn save_form(&mut self) {
        let View::Form(form) = &mut self.view else { return };
        form.tried = true;
        if !form.missing(&self.read).is_empty() {
            return;
        }
        let (file, name) = (form.draft.into_file(&self.file, form.number), form.draft.name.trim().to_owned());
        self.view = View::List;
        self.change(file, format!("“{name}” is saved"));
    }

    /// What the window shows now. What is to be done beside is told once.
    pub fn shown(&mut self) -> Shown {
        let counting = self.awaited > 0 || self.tally.counted < self.kept.len();
        let here = self.here.is_some();
        let (title, tree) = match &self.view {
            View::List => {
                let undo = self.past.last().map(|(_, done)| done.as_str());
                let shown = list::Shown {
                    file: &self.file,
                    read: &self.read,
                    tally: &self.tally,
                    counting,
                    here,
                    articles: self.kept.len() + usize::from(here),
                    undo,
                    told: &self.told,
                    chosen: self.chosen.as_ref(),
                };
                ("House rules".to_owned(), list::view(&shown))
            }
            View::Form(form) => {
                let title = match form.number {
                    _ if form.selected => "Mark everywhere".to_owned(),
                    Some(n) => format!("Rule {}", self.name(n)),
                    None => "New rule".to_owned(),
                };
                (title, form.view(&self.read, &self.tally, counting, (here, self.kept.len())))
            }
            View::Recurring(found) => {
                let undo = self.past.last().map(|(_, done)| done.as_str());
                ("What recurs".to_owned(), found.view(self.awaited > 0, undo, &self.told))
            }
            View::Text(text, read) => ("The file of the rules".to_owned(), list::text(text, read)),
        };
        Shown {
            title,
            tree: tree.into_iter().map(Kid::Node).collect(),
            save: std::mem::take(&mut self.save).then(|| self.file.clone()),
            give: self.give.take(),
            close: std::mem::take(&mut self.close),
        }
    }
}
