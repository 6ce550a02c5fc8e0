//! The state of the page: one struct of signals, shared by context.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::dom;
use super::find::Find;
use super::keep::Keeper;
use super::mark::caret::Caret;
use super::mark::handles::Drag;
use super::mark::{Chosen, Paint};
use crate::Analysis;
use crate::annotation::{Annotation, Changed, EditError, Filter, Layer, Seed, Status, Workspace};
use crate::app::blocks::{Block, block_at, blocks, opening, read_part};
use crate::app::labels::{Tag, tags};
use crate::app::{health, ingest};
use crate::formats::Article;
use crate::text::Span;
use crate::wire::Pass;
use crate::wire::client::{Engine, News};

/// Blocks that are drawn at first, and that are added when the end comes near.
const SHEAF: usize = 120;

/// How the engine is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum EngineState {
    /// It has said nothing yet about the text.
    #[default]
    Reading,
    /// It has read the text.
    Done {
        /// With what.
        pass: Pass,
        /// How long that took, in microseconds.
        micros: u32,
    },
    /// It stopped; why.
    Broken(String),
}

/// What the list at the right shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// Quotations by speaker.
    #[default]
    Quotations,
    /// Names by entity.
    Names,
    /// Findings by severity and family.
    Damage,
    /// What waits for a decision.
    Review,
}

/// A window over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    /// Who said what.
    Said,
    /// The text before and after the repairs.
    Compare,
    /// The keys.
    Keys,
    /// Files to take away.
    Export,
    /// The same, of all articles that the list shows.
    ExportList,
    /// How the article is set.
    Comfort,
    /// What a narrow bar has no room for.
    More,
    /// What was done.
    History,
    /// The same mark in all places.
    Everywhere,
    /// Marking by typing.
    ByText,
    /// Marking what a search found.
    Hits,
    /// Labels of a person's own.
    Labels,
}

/// Something the page says at its foot for a while.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Notice {
    /// A sentence or two.
    pub(super) text: String,
    /// True where "Undo" belongs to it.
    pub(super) undo: bool,
    /// True where something did not work.
    pub(super) bad: bool,
}

/// How much a screen reader hears of the marks while it reads the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Voice {
    /// The bare text.
    Off,
    /// Where quotations begin and end, and who speaks.
    #[default]
    Quotations,
    /// Names with their kind, too.
    Everything,
}

impl Voice {
    /// In settings and style classes.
    pub(super) fn name(self) -> &'static str {
        match self {
            Voice::Off => "off",
            Voice::Quotations => "quotations",
            Voice::Everything => "everything",
        }
    }
}

/// Everything that the components share.
#[derive(Clone, Copy)]
pub(super) struct AppState {
    /// The article in work; none on the start page.
    pub(super) desk: RwSignal<Option<Workspace>>,
    /// Its blocks.
    pub(super) blocks: Memo<Arc<Vec<Block>>>,
    /// How many blocks are drawn.
    pub(super) drawn: RwSignal<usize>,
    /// The id of the annotation that the card shows.
    pub(super) selected: RwSignal<Option<String>>,
    /// The groups that are switched off, by key.
    pub(super) hidden: RwSignal<BTreeSet<String>>,
    /// True while only the text shows.
    pub(super) clean: RwSignal<bool>,
    /// True while the text is edited.
    pub(super) editing: RwSignal<bool>,
    /// What the list shows.
    pub(super) tab: RwSignal<Tab>,
    /// The window over the page.
    pub(super) dialog: RwSignal<Option<Dialog>>,
    /// True where the panel at the right is open on a narrow screen.
    pub(super) sheet_open: RwSignal<bool>,
    /// The quotation whose speaker is being chosen.
    pub(super) choosing_speaker: RwSignal<Option<String>>,
    /// What the page says.
    pub(super) notice: RwSignal<Option<Notice>>,
    /// For screen readers alone.
    pub(super) spoken: RwSignal<String>,
    /// How the engine is.
    pub(super) engine_state: RwSignal<EngineState>,
    /// True where the single keys act.
    pub(super) keys_on: RwSignal<bool>,
    /// What keeps the articles.
    pub(super) keeper: Keeper,
    /// The words that are selected to be marked.
    pub(super) chosen: RwSignal<Option<Chosen>>,
    /// True where the card shows the tools for the mark.
    pub(super) tools_open: RwSignal<bool>,
    /// True where it shows all mentions together.
    pub(super) mentions_open: RwSignal<bool>,
    /// The labels that a hand can give.
    pub(super) tags: Memo<Arc<Vec<Tag>>>,
    /// The label in hand.
    pub(super) paint: RwSignal<Paint>,
    /// The caret, while it is on.
    pub(super) caret: RwSignal<Option<Caret>>,
    /// The edge of a mark that is being dragged.
    pub(super) drag: RwSignal<Option<Drag>>,
    /// The search.
    pub(super) find: Find,
    /// What the review shows.
    pub(super) filter: RwSignal<Filter>,
    /// How much a screen reader hears of the marks while it reads the article.
    pub(super) voice: RwSignal<Voice>,
    /// What points at the page now: "mouse", "touch".
    pub(super) pointing: StoredValue<Option<String>>,
    /// The mark from which stacked ones were gone through.
    pub(super) spot: StoredValue<Option<Span>>,
    /// Where the last click was.
    pub(super) picked: StoredValue<Option<usize>>,
    /// Makes a gesture of what is typed in the box of the text.
    typing: StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>,
    /// What the engine said while something was being selected.
    held: StoredValue<Option<News>, LocalStorage>,
    engine: StoredValue<Option<Engine>, LocalStorage>,
    /// The text that was last sent to the engine: its number there and the text's revision here.
    asked: StoredValue<(u32, u64)>,
}

impl AppState {
    /// An empty desk; starts the engine.
    pub(super) fn new() -> Self {
        let desk = RwSignal::new(None::<Workspace>);
        let text_revision = Memo::new(move |_| desk.with(|d| d.as_ref().map(|d| (d.seed().id.clone(), d.text_revision()))));
        let blocks = Memo::new(move |_| {
            // Read, not only tracked: a memo that nobody reads is not worked out.
            let _ = text_revision.get();
            Arc::new(desk.with_untracked(|d| d.as_ref().map_or_else(Vec::new, |d| blocks(d.text()))))
        });
        let state = Self {
            desk,
            blocks,
            drawn: RwSignal::new(SHEAF),
            selected: RwSignal::new(None),
            hidden: RwSignal::new(BTreeSet::new()),
            clean: RwSignal::new(false),
            editing: RwSignal::new(false),
            tab: RwSignal::new(Tab::Quotations),
            dialog: RwSignal::new(None),
            sheet_open: RwSignal::new(false),
            choosing_speaker: RwSignal::new(None),
            notice: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            engine_state: RwSignal::new(EngineState::Reading),
            keys_on: RwSignal::new(true),
            keeper: Keeper::new(),
            chosen: RwSignal::new(None),
            tools_open: RwSignal::new(false),
            mentions_open: RwSignal::new(false),
            tags: Memo::new(move |_| Arc::new(desk.with(|d| tags(d.iter().flat_map(|d| d.labels()))))),
            paint: RwSignal::new(Paint::Off),
            caret: RwSignal::new(None),
            drag: RwSignal::new(None),
            find: Find::new(),
            filter: RwSignal::new(super::review::everything()),
            voice: RwSignal::new(match dom::setting("voice").as_deref() {
                Some("off") => Voice::Off,
                Some("everything") => Voice::Everything,
                _ => Voice::Quotations,
            }),
            pointing: StoredValue::new(None),
            spot: StoredValue::new(None),
            picked: StoredValue::new(None),
            typing: StoredValue::new_local(None),
            held: StoredValue::new_local(None),
            engine: StoredValue::new_local(None),
            asked: StoredValue::new((0, 0)),
        };
        state.engine.set_value(Some(Engine::start(move |news| state.hear(news))));
        state
    }

    // Coming and going.

    /// Opens `text` as a new article.
    pub(super) fn open(self, text: &str, title: Option<String>, notes: Vec<String>) {
        if text.trim().is_empty() {
            self.say_bad("There is no text in it.");
            return;
        }
        let mut seed = Seed::of_text(&dom::fresh_id(), text);
        seed.title = title.unwrap_or_else(|| ingest::title(text));
        let desk = Workspace::new(seed);
        self.settle_typing();
        self.keeper.begin(self, &desk, true);
        self.put(desk);
        if !notes.is_empty() {
            self.say(notes.join(" "));
        }
    }

    /// Opens a sample: it is kept once something is done to it.
    pub(super) fn open_sample(self, text: &str) {
        let seed = Seed { title: ingest::title(text), ..Seed::of_text(&dom::fresh_id(), text) };
        let desk = Workspace::new(seed);
        self.settle_typing();
        self.keeper.begin(self, &desk, false);
        self.put(desk);
    }

    /// Opens a document that a file held, with all that was decided about it.
    pub(super) fn open_seed(self, seed: Seed) {
        let desk = Workspace::new(seed);
        self.settle_typing();
        self.keeper.begin(self, &desk, true);
        self.put(desk);
    }

    /// Puts a document on the desk, and has it read.
    pub(super) fn put(self, mut desk: Workspace) {
        desk.set_time(dom::now());
        self.selected.set(None);
        self.editing.set(false);
        self.choosing_speaker.set(None);
        self.notice.set(None);
        self.paint.set(Paint::Off);
        self.caret.set(None);
        self.find.open.set(false);
        self.find.hits.set(Vec::new());
        self.filter.set(super::review::everything());
        self.drawn.set(SHEAF);
        if let Some(proof) = dom::by_id("proof") {
            proof.set_scroll_top(0);
        }
        self.desk.set(Some(desk));
        self.read(true);
    }

    /// Clears the desk: back to the start page.
    pub(super) fn close(self) {
        self.settle_typing();
        self.keeper.leave();
        self.notice.set(None);
        self.clear();
    }

    /// Keeps the document on the desk as a new one, with all that was decided about it.
    pub(super) fn keep_anew(self) {
        self.settle_typing();
        let seed = self.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            Some(Seed { id: dom::fresh_id(), title: d.title().to_owned(), file: d.seed().file.clone(), ..Article::of_workspace(d).into_seed() })
        });
        if let Some(seed) = seed {
            self.open_seed(seed);
        }
    }

    /// Takes the document off the desk.
    pub(super) fn clear(self) {
        self.selected.set(None);
        self.editing.set(false);
        self.desk.set(None);
    }

    // The engine.

    /// Has the text as it is read; `other` for another document than before.
    fn read(self, other: bool) {
        let Some(engine) = self.engine.try_with_value(Clone::clone).flatten() else { return };
        let Some(revision) = self.desk.with_untracked(|d| d.as_ref().map(Workspace::text_revision)) else { return };
        if !matches!(self.engine_state.get_untracked(), EngineState::Done { .. }) {
            self.engine_state.set(EngineState::Reading);
        }
        self.asked.set_value((u32::MAX, revision));
        let number = self.desk.with_untracked(|d| {
            let desk = d.as_ref()?;
            Some(if other {
                let (pasted, edits) = opening(desk);
                engine.open(&pasted, edits)
            } else {
                engine.read(read_part(desk.text()))
            })
        });
        let Some(number) = number else { return };
        self.asked.set_value((number, revision));
    }

    /// Starts the engine again after it stopped.
    pub(super) fn retry(self) {
        self.engine_state.set(EngineState::Reading);
        if let Some(engine) = self.engine.try_with_value(Clone::clone).flatten() {
            engine.retry();
        }
    }

    fn hear(self, news: News) {
        // Drawing the sheet anew under a hand that selects would take the selection away.
        if matches!(news, News::Found { .. }) {
            let drawn = self.desk.with_untracked(|d| d.as_ref().is_some_and(|d| !d.annotations().is_empty()));
            if drawn && self.pointing.with_value(Option::is_some) {
                self.held.set_value(Some(news));
                return;
            }
            self.held.set_value(None);
        }
        match news {
            News::Found { revision, analysis, settled, pass, micros } => {
                if self.take(revision, analysis) && settled {
                    self.engine_state.set(EngineState::Done { pass, micros });
                }
            }
            News::ModelFailed { name, message } => {
                self.say_bad(format!("The model {name} could not be loaded ({message}). Galley goes on without it and finds less."))
            }
            News::Broken(reason) => self.engine_state.set(EngineState::Broken(reason)),
        }
    }

    /// Takes in what the engine said while something was being selected.
    pub(super) fn deliver_held(self) {
        let mut held = None;
        self.held.update_value(|h| held = h.take());
        if let Some(news) = held {
            self.hear(news);
        }
    }

    /// Takes an analysis in where it is of the text as it is.
    fn take(self, number: u32, analysis: Analysis) -> bool {
        let (asked, text_revision) = self.asked.get_value();
        if asked != number {
            return false;
        }
        let mut taken = false;
        self.desk.update(|d| taken = d.as_mut().is_some_and(|d| d.set_analysis(text_revision, analysis).is_some()));
        if taken {
            self.desk.with_untracked(|d| d.iter().for_each(|d| self.keeper.recount(d)));
        }
        self.forget_lost_selection();
        taken
    }

    // Gestures.

    /// What makes a gesture of what is typed, while the text is edited.
    pub(super) fn set_typing(self, settle: Option<Rc<dyn Fn()>>) {
        self.typing.set_value(settle);
    }

    /// Makes a gesture of what was typed and is none yet: whatever comes next is done to the text as it is seen.
    pub(super) fn settle_typing(self) {
        if let Some(settle) = self.typing.try_get_value().flatten() {
            settle();
        }
    }

    /// Does something to the document: one step of its history, spoken, and read again where the text changed.
    pub(super) fn gesture(self, act: impl FnOnce(&mut Workspace) -> Changed) -> Option<Changed> {
        self.settle_typing();
        let mut made = None;
        self.desk.maybe_update(|desk| {
            let Some(desk) = desk.as_mut() else { return false };
            desk.set_time(dom::now());
            let changed = act(desk);
            let log = desk.take_log();
            self.keeper.keep(desk, log);
            let happened = !changed.name.is_empty();
            made = Some(changed);
            happened
        });
        let changed = made.filter(|c| !c.name.is_empty())?;
        self.spoken.set(changed.name.clone());
        if !changed.edits.is_empty() {
            self.read(false);
        }
        self.forget_lost_selection();
        Some(changed)
    }

    /// A gesture that may not fit the text any more.
    pub(super) fn try_gesture(self, act: impl FnOnce(&mut Workspace) -> Result<Changed, EditError>) -> Option<Changed> {
        let mut failed = None;
        let changed = self.gesture(|desk| {
            act(desk).unwrap_or_else(|error| {
                failed = Some(error.to_string());
                Changed::default()
            })
        });
        if let Some(error) = failed {
            self.say_bad(error);
        }
        changed
    }

    /// Takes the last gesture back.
    pub(super) fn undo(self) {
        self.gesture(|desk| desk.undo().unwrap_or_default());
        self.notice.set(None);
    }

    /// Makes it again.
    pub(super) fn redo(self) {
        self.gesture(|desk| desk.redo().unwrap_or_default());
    }

    /// Goes back or on until `standing` steps of the history stand.
    pub(super) fn go_to(self, standing: usize) {
        self.gesture(|desk| desk.go_to(standing).unwrap_or_default());
        // Several steps may have changed the text; only the last one's edits are known.
        self.read(false);
    }

    /// Repairs what is selected and goes on to the next finding.
    pub(super) fn repair_selected(self) {
        let Some(id) = self.selected.get_untracked() else { return };
        let next = self.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            let after = d.annotations().iter().skip_while(|a| a.id != id).skip(1);
            after
                .filter(|a| a.layer == Layer::Artifact && a.status == Status::Suggested && !a.is_verdict() && !crate::app::runs::is_structure(a))
                .map(|a| a.id.clone())
                .next()
        });
        if self.repair(&[id]).is_some()
            && let Some(next) = next
        {
            self.select(&next);
        }
    }

    /// Applies the repairs of these findings.
    pub(super) fn repair(self, ids: &[String]) -> Option<Changed> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let changed = self.try_gesture(|desk| desk.repair(&ids))?;
        if ids.len() > 1 {
            self.notice.set(Some(Notice { text: format!("{}.", changed.name), undo: true, bad: false }));
        }
        Some(changed)
    }

    /// Dismisses these findings.
    pub(super) fn dismiss(self, ids: &[String]) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        if let Some(changed) = self.gesture(|desk| desk.reject(&ids))
            && ids.len() > 1
        {
            self.notice.set(Some(Notice { text: format!("{}.", changed.name), undo: true, bad: false }));
        }
    }

    /// The ids of the findings whose repair is certain.
    pub(super) fn certain(self) -> Vec<String> {
        self.desk
            .with_untracked(|d| d.as_ref().map_or_else(Vec::new, |d| d.annotations().iter().filter(|a| health::is_certain(a)).map(|a| a.id.clone()).collect()))
    }

    /// The ids of the waiting findings with the label of finding `id`; with a repair alone where `repairable`.
    pub(super) fn alike(self, id: &str, repairable: bool) -> Vec<String> {
        self.desk.with_untracked(|d| {
            let Some(d) = d.as_ref() else { return Vec::new() };
            let Some(this) = d.annotation(id) else { return Vec::new() };
            let alike = |a: &&Arc<Annotation>| {
                a.layer == Layer::Artifact && a.label == this.label && a.status == Status::Suggested && (!repairable || !a.edits.is_empty())
            };
            d.annotations().iter().filter(alike).map(|a| a.id.clone()).collect()
        })
    }

    // Saying things.

    /// Says something at the foot of the page.
    pub(super) fn say(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), undo: false, bad: false }));
    }

    /// Says what was done, and offers to undo it.
    pub(super) fn say_with_undo(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), undo: true, bad: false }));
    }

    /// Says that something did not work.
    pub(super) fn say_bad(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), undo: false, bad: true }));
    }

    /// Draws as much of a long text as byte `at` needs.
    pub(super) fn draw_up_to(self, at: usize) {
        let block = self.blocks.with_untracked(|b| block_at(b, at).unwrap_or(0));
        if block + 2 > self.drawn.get_untracked() {
            self.drawn.set(block + SHEAF);
        }
    }

    /// Draws more of a long text.
    pub(super) fn draw_more(self) {
        if self.drawn.get_untracked() < self.blocks.with_untracked(|b| b.len()) {
            self.drawn.update(|n| *n += SHEAF);
        }
    }
}

/// The state of the page, from context.
pub(super) fn use_app() -> AppState {
    expect_context()
}
