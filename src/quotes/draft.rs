//! Quotations in the making, and the passes that find them in order of certainty.

use super::cues::{Flags, PAST, SPEECH, THIRD, VERB};
use super::lexicon::AUXILIARY;
use super::marks::Level;
use super::pairing::Marked;
use super::phrase::{Range, Row};
use super::report::{Content, Report, SubjectRule, reports, subject_of};
use super::units::{Kind, Unit, units};
use super::{QuoteKind, clause, kind, labels};
use crate::text::{Layout, Span};

/// Where the words that name a source stand, and how they were found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    pub span: Span,
    pub how: How,
}

/// The rule by which a source was given to a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// A cue with its subject.
    Cue(SubjectRule),
    /// A verb that no list has, beside the mark.
    UnknownVerb,
    /// "ORTIZ: …".
    Label,
    /// "— Lena Ortiz" below.
    Signature,
    /// It goes on with the quotation before.
    Continued,
    /// It stands alone after a quotation.
    Floating,
    /// The subject of the sentence it stands in.
    Governing,
}

/// A quotation before its speaker is resolved.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub span: Span,
    pub kind: QuoteKind,
    pub group: usize,
    pub quoted: Vec<Span>,
    pub cue: Option<Span>,
    pub class: Flags,
    pub source: Option<Source>,
    pub addressee: Option<Span>,
    /// Where the verb's frame alone shows that it reports something: the share of such uses that do, in hundredths.
    pub rate: Option<u8>,
}

/// Sentences that may stand between two pieces of one utterance.
const MERGE: usize = 1;

/// All drafts of a text, in the order in which the passes made them.
pub(super) fn drafts(text: &str, layout: &Layout, marked: &[Marked]) -> Vec<Draft> {
    let mut maker = Maker { text, marked, out: Vec::new(), owner: vec![None; marked.len()], groups: 0, pending: None, whole: None, last: None };
    let mut first = 0;
    for n in 0..layout.paragraphs.len() {
        let end = first + marked[first..].iter().take_while(|m| m.paragraph == n).count();
        let row = units(text, layout, n, marked, first..end);
        let headline = is_headline(n, &row);
        maker.paragraph(Row { text, units: &row, headline });
        first = end;
    }
    maker.out
}

/// One use of a verb that may report something by its frame, for counting how often that is so.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The verb's lemma.
    pub verb: &'static str,
    /// The form it stands in: "finite".
    pub form: &'static str,
    /// Its frame: "to".
    pub frame: &'static str,
    /// True for a verb of speech, writing or thought.
    pub reports: bool,
    /// The complement in its pieces, in bytes of the view.
    pub spans: Vec<Span>,
}

/// Every verb with a complement that no other rule takes for a report or lies in one.
pub(super) fn candidates(text: &str, layout: &Layout, marked: &[Marked]) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut first = 0;
    for n in 0..layout.paragraphs.len() {
        let end = first + marked[first..].iter().take_while(|m| m.paragraph == n).count();
        let units = units(text, layout, n, marked, first..end);
        first = end;
        let row = Row { text, units: &units, headline: is_headline(n, &units) };
        let (candidates, reports) = super::report::candidates(row);
        let mut taken = Taken { by_unit: vec![0; units.len()], ranges: Vec::new() };
        for report in &reports {
            for content in report.contents.iter().filter(|_| !report.inner) {
                if let Content::Clause(range) = content {
                    taken.take(range, false);
                }
            }
        }
        for report in candidates {
            let Some((form, frame)) = report.pattern else { continue };
            let clauses = || report.contents.iter().filter_map(|c| if let Content::Clause(range) = c { Some(range) } else { None });
            if !taken.clashes(row, &report.cue) && !clauses().any(|r| taken.clashes(row, r) || r.clone().any(|u| row.is_quote(u))) {
                out.push(Candidate {
                    verb: super::lexicon::verb(units[report.cue.start].verb),
                    form: form.as_str(),
                    frame: frame.as_str(),
                    reports: units[report.cue.start].has(super::cues::CUE),
                    spans: clauses().map(|range| span_of(row, range)).collect(),
                });
            }
        }
    }
    out
}

/// The first paragraph is a headline where it has no full stop and mostly capitals.
fn is_headline(n: usize, units: &[Unit]) -> bool {
    if units.len() > 30 {
        return false;
    }
    let words: Vec<&Unit> = units.iter().filter(|u| u.kind == Kind::Word).collect();
    let long: Vec<&&Unit> = words.iter().filter(|u| u.span.len() > 3).collect();
    let capitals = long.iter().filter(|u| u.capital).count();
    long.len() >= 2 && capitals * 10 >= long.len() * if n > 1 { 9 } else { 7 } && (n <= 1 || long.len() >= 4)
}

/// The units of a paragraph that lie in a reported clause already.
struct Taken {
    /// By unit: one more than the index of the clause it lies in, or 0.
    by_unit: Vec<u32>,
    /// The clauses, and whether "according to" reports them.
    ranges: Vec<(Range, bool)>,
}

impl Taken {
    /// True where `range` meets a clause that was told before. A clause inside another is told too only where a paper
    /// relays it: "According to the Post, Ames said that".
    fn clashes(&self, row: Row<'_>, range: &Range) -> bool {
        range.clone().any(|unit| match self.by_unit[unit] {
            0 => false,
            id => {
                let (outer, relays) = &self.ranges[id as usize - 1];
                !(*relays && outer.start < range.start && range.end <= outer.end && row.is(range.start, "that"))
            }
        })
    }

    fn take(&mut self, range: &Range, relays: bool) {
        self.ranges.push((range.clone(), relays));
        let id = self.ranges.len() as u32;
        self.by_unit[range.clone()].fill(id);
    }
}

struct Maker<'a> {
    text: &'a str,
    marked: &'a [Marked],
    out: Vec<Draft>,
    /// The draft that a marked stretch went into.
    owner: Vec<Option<usize>>,
    groups: usize,
    /// A report whose content opens the next paragraph: cue, class, source, addressee.
    pending: Option<(Span, Flags, Option<Source>, Option<Span>)>,
    /// The draft of the paragraph before, where that paragraph is one quotation without a speaker and nothing else.
    whole: Option<usize>,
    /// The last draft of the paragraph before, where that paragraph held an attributed quotation.
    last: Option<usize>,
}

impl Maker<'_> {
    fn paragraph(&mut self, row: Row<'_>) {
        // A transcript's lines are the very words; nothing in them is a report of the reporter's.
        let transcript = labels::label(row).is_some_and(|(label, _)| labels::is_shouted(row, &label));
        let tweet = labels::tweet(row);
        let found = if transcript || tweet.is_some() { Vec::new() } else { reports(row) };
        let before = self.out.len();
        let mut taken = Taken { by_unit: vec![0; row.units.len()], ranges: Vec::new() };
        // "According to X, Y said that": the outer report comes first; what a frame alone shows comes last.
        let (outer, inner): (Vec<&Report>, Vec<&Report>) = found.iter().partition(|r| r.is_according());
        let (framed, inner): (Vec<&Report>, Vec<&Report>) = inner.into_iter().partition(|r| r.is_late());
        for report in outer.into_iter().chain(inner).chain(framed) {
            self.report(row, report, &mut taken);
        }
        if let Some((body, author)) = tweet {
            self.tweet(row, &body, &author);
        }
        self.labelled(row);
        self.signed(row);
        self.distant_verbs(row);
        self.unknown_verbs(row);
        self.pending_content(row);
        self.continued(row);
        self.floating(row);
        self.governed(row);
        self.rest(row);
        self.pending = found
            .iter()
            .rev()
            .find(|r| r.contents.contains(&Content::NextParagraph))
            .map(|r| (span_of(row, &r.cue), r.class, source_of(row, r), r.addressee.as_ref().map(|a| span_of(row, a))));
        if self.pending.is_none()
            && let Some(name) = labels::announced(row)
        {
            let colon = row.units[name.end].span;
            self.pending = Some((colon, 0, Some(Source { span: span_of(row, &name), how: How::Label }), None));
        }
        self.whole = (self.out.len() == before + 1 && row.units.len() == 1 && self.out[before].source.is_none()).then_some(before);
        self.last = (before..self.out.len())
            .rev()
            .filter(|d| self.out[*d].source.is_some() && (self.out[*d].kind != QuoteKind::Indirect || self.closes(row, &self.out[*d])))
            .max_by_key(|d| self.out[*d].span.start());
    }

    /// True where what was said without marks is the last thing that a paragraph tells.
    fn closes(&self, row: Row<'_>, draft: &Draft) -> bool {
        let last = row.units.iter().rev().find(|u| u.kind != Kind::Stop);
        draft.class & SPEECH != 0 && draft.rate.is_none() && last.is_some_and(|u| u.span.end() == draft.span.end())
    }

    fn new_group(&mut self) -> usize {
        self.groups += 1;
        self.groups - 1
    }

    fn report(&mut self, row: Row<'_>, report: &Report, taken: &mut Taken) {
        let group = self.groups;
        let mut used = false;
        // What only a frame shows is told whole or not at all.
        let clash = |c: &Content| matches!(c, Content::Clause(range) if taken.clashes(row, range));
        if report.rate.is_some() && report.contents.iter().any(clash) {
            return;
        }
        for content in &report.contents {
            let draft = Draft {
                span: Span::empty(0),
                kind: QuoteKind::Direct,
                group,
                quoted: Vec::new(),
                cue: Some(span_of(row, &report.cue)),
                class: report.class,
                source: source_of(row, report),
                addressee: report.addressee.as_ref().map(|a| span_of(row, a)),
                rate: report.rate,
            };
            match content {
                Content::Quote(unit) => {
                    let Kind::Quote(m) = row.units[*unit].kind else { continue };
                    if self.owner[m].is_some() {
                        continue;
                    }
                    self.owner[m] = Some(self.out.len());
                    let mut draft = Draft { span: row.units[*unit].span, ..draft };
                    // The paragraph before left it open: both are pieces of one utterance.
                    if let Some(before) = self.continued_from(m).filter(|_| *unit == 0) {
                        draft.group = self.out[before].group;
                        if self.out[before].source.is_none() {
                            self.out[before].source.clone_from(&draft.source);
                            self.out[before].cue = draft.cue;
                        }
                    }
                    self.out.push(draft);
                    used = true;
                }
                Content::Clause(range) => {
                    if taken.clashes(row, range) {
                        continue;
                    }
                    if let Some(made) = self.clause(row, range, draft) {
                        taken.take(range, report.is_according());
                        self.out.push(made);
                        used = true;
                    }
                }
                Content::NextParagraph => {}
            }
        }
        if used {
            self.groups += 1;
        }
    }

    /// The draft of a reported clause: mixed where it holds marked words that are not mere mentions.
    fn clause(&mut self, row: Row<'_>, range: &Range, mut draft: Draft) -> Option<Draft> {
        draft.span = span_of(row, range);
        for unit in range.clone() {
            let Kind::Quote(m) = row.units[unit].kind else { continue };
            if self.owner[m].is_some() || kind::mentioned(row, unit, self.marked[m].inner).is_some() {
                continue;
            }
            draft.quoted.push(row.units[unit].span);
            self.owner[m] = Some(self.out.len());
        }
        draft.kind = if draft.quoted.is_empty() { QuoteKind::Indirect } else { QuoteKind::Mixed };
        if range.len() == 1 && !draft.quoted.is_empty() {
            draft.kind = QuoteKind::Direct;
            draft.quoted.clear();
        }
        Some(draft)
    }

    fn direct(&mut self, row: Row<'_>, unit: usize, group: usize, cue: Option<Span>, source: Option<Source>) {
        let Kind::Quote(m) = row.units[unit].kind else { return };
        self.owner[m] = Some(self.out.len());
        self.out.push(Draft {
            span: row.units[unit].span,
            kind: QuoteKind::Direct,
            group,
            quoted: Vec::new(),
            cue,
            class: 0,
            source,
            addressee: None,
            rate: None,
        });
    }

    /// Unowned marked stretches of the row, as units.
    fn unowned(&self, row: Row<'_>) -> Vec<(usize, usize)> {
        row.units
            .iter()
            .enumerate()
            .filter_map(|(u, unit)| match unit.kind {
                Kind::Quote(m) if self.owner[m].is_none() => Some((u, m)),
                _ => None,
            })
            .collect()
    }

    /// "…,” Ortiz sputtered.": a comma inside the mark, a name, a verb that no list has, and the end of the clause.
    fn unknown_verbs(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner.of(self.text);
            let mut next = unit + 1;
            let outside = row.kind(next) == Some(Kind::Comma);
            if outside {
                next += 1;
            }
            if !outside && !inner.ends_with([',', '?', '!', '—', '-', '–']) || kind::words(self.text, self.marked[m].inner) < 2 && outside {
                continue;
            }
            // "On the station's “Good Morning,” Ortiz was asked about it": a title.
            if !row.starts(unit, true) && kind::is_title_case(self.text, self.marked[m].inner) && kind::words(self.text, self.marked[m].inner) <= 6 {
                continue;
            }
            let end = row.sentence_end(unit, false);
            let verb_like = |u: usize| {
                row.kind(u) == Some(Kind::Word)
                    && !row.units[u].capital
                    && (row.has(u, PAST | THIRD) && row.has(u, VERB) || row.word(u).ends_with("ed") && row.word(u).len() > 4)
            };
            let (verb, source) = if verb_like(next) && !row.has(next, AUXILIARY) {
                let Some(phrase) = row.phrase_at(next + 1, end, true) else { continue };
                (next, phrase)
            } else {
                let Some(mut phrase) = row.phrase_at(next, end, true) else { continue };
                // An -ed word after a name is the verb that no list has.
                if let Some(split) = (phrase.start + 1..phrase.end).find(|u| row.units[u - 1].capital && verb_like(*u)) {
                    phrase.end = split;
                }
                let mut verb = phrase.end;
                while verb < end && (row.is_adverb(verb) || row.has(verb, AUXILIARY)) {
                    verb += 1;
                }
                if !verb_like(verb) {
                    continue;
                }
                (verb, phrase)
            };
            if outside && !row.units[source.start].capital && !row.is_pronoun(source.start) {
                continue;
            }
            let group = self.new_group();
            let lead = clause::lead_start(row, row.sentence_start(unit, true));
            let source = Source { span: span_of(row, &source), how: How::UnknownVerb };
            let cue = Some(row.units[verb].span);
            if outside && lead < unit {
                continue;
            }
            self.direct(row, unit, group, cue, Some(source));
        }
    }

    /// "…,” Lena Ortiz, 47, of Rome, who was among those asked, said by telephone.": a comma inside the mark, whoever speaks,
    /// and further on the verb of speech with nothing left to report.
    fn distant_verbs(&mut self, row: Row<'_>) {
        /// Units between the speaker and the verb.
        const FARTHEST: usize = 40;
        for (unit, m) in self.unowned(row) {
            if !row.starts(unit, true) || !self.marked[m].inner.of(self.text).ends_with([',', '?', '!']) {
                continue;
            }
            let end = row.sentence_end(unit + 1, true);
            let Some(phrase) = row.phrase_at(unit + 1, end, true) else { continue };
            if !(row.units[phrase.start].capital || row.has(phrase.start, super::lexicon::DETERMINER)) {
                continue;
            }
            let verb = (phrase.end..end.min(phrase.end + FARTHEST)).take_while(|v| !row.is_quote(*v)).find(|v| {
                let next = row.past_adverbials(v + 1, end);
                row.has(*v, SPEECH | super::cues::WRITING)
                    && row.has(*v, PAST | THIRD)
                    && row.kind(*v) == Some(Kind::Word)
                    && !row.units[*v].capital
                    && !row.has(v - 1, super::lexicon::WH | super::lexicon::DETERMINER | super::lexicon::BE)
                    && (next >= end || matches!(row.kind(next), Some(Kind::Stop)) || row.is_quote(next))
            });
            let Some(verb) = verb else { continue };
            let source = Source { span: span_of(row, &phrase), how: How::Cue(SubjectRule::PastAside) };
            let group = self.new_group();
            self.direct(row, unit, group, Some(row.units[verb].span), Some(source));
        }
    }

    /// "ORTIZ: We will appeal.", and in a headline "Ortiz: City ‘will appeal’".
    fn labelled(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let span = row.units[unit].span;
            if let Some(label) = labels::inside(span.of(row.text))
                && self.owner[m].is_none()
            {
                let source = Source { span: Span::new(span.start() + label.start, span.start() + label.end), how: How::Label };
                let group = self.new_group();
                self.direct(row, unit, group, None, Some(source));
            }
        }
        let Some((label, from)) = labels::label(row) else { return };
        let source = || Some(Source { span: span_of(row, &label), how: How::Label });
        let colon = Some(row.units[from - 1].span);
        if row.is_quote(from) {
            if let Kind::Quote(m) = row.units[from].kind
                && self.owner[m].is_none()
            {
                let group = self.new_group();
                self.direct(row, from, group, colon, source());
            }
            return;
        }
        let shouted = labels::is_shouted(row, &label);
        if !shouted && !row.headline || row.units.len() - from < 2 {
            return;
        }
        let mut end = row.units.len();
        while end > from + 1 && row.kind(end - 1) == Some(Kind::Stop) && !shouted {
            end -= 1;
        }
        let range = from..end;
        let span = span_of(row, &range);
        if self.out.iter().rev().take_while(|d| d.span.start() >= row.units[0].span.start()).any(|d| d.span.overlaps(span)) {
            return;
        }
        let group = self.new_group();
        let draft =
            Draft { span, kind: QuoteKind::Indirect, group, quoted: Vec::new(), cue: colon, class: SPEECH, source: source(), addressee: None, rate: None };
        if let Some(mut made) = self.clause(row, &range, draft) {
            // A transcript gives the very words.
            if shouted && made.kind == QuoteKind::Indirect {
                made.kind = QuoteKind::Direct;
            }
            self.out.push(made);
        }
    }

    /// "“…” — Lena Ortiz", and a paragraph "— Lena Ortiz" below a quotation.
    fn signed(&mut self, row: Row<'_>) {
        if let Some(name) = labels::signature(row, 0)
            && let Some(owner) = self.whole
        {
            self.out[owner].source = Some(Source { span: span_of(row, &name), how: How::Signature });
            return;
        }
        for (unit, m) in self.unowned(row) {
            if let Some(name) = labels::signature(row, unit + 1)
                && self.owner[m].is_none()
            {
                let group = self.new_group();
                self.direct(row, unit, group, None, Some(Source { span: span_of(row, &name), how: How::Signature }));
            }
        }
    }

    /// "The roof leaks. — Lena Ortiz (@lenaortiz) June 29": the very words, with or without marks.
    fn tweet(&mut self, row: Row<'_>, body: &Range, author: &Range) {
        let group = self.new_group();
        let source = Some(Source { span: span_of(row, author), how: How::Signature });
        let cue = Some(row.units[author.start - 1].span);
        for unit in 0..body.end {
            if let Kind::Quote(m) = row.units[unit].kind {
                self.owner[m] = Some(self.out.len());
            }
        }
        self.out.push(Draft {
            span: span_of(row, body),
            kind: QuoteKind::Direct,
            group,
            quoted: Vec::new(),
            cue,
            class: SPEECH,
            source,
            addressee: None,
            rate: None,
        });
    }

    /// What the paragraph before announced with a colon or comma.
    fn pending_content(&mut self, row: Row<'_>) {
        let Some((cue, class, source, addressee)) = self.pending.take() else { return };
        let Some(Kind::Quote(m)) = row.units.first().map(|u| u.kind) else { return };
        if self.owner[m].is_some() {
            return;
        }
        let group = self.new_group();
        self.direct(row, 0, group, Some(cue), source);
        if let Some(draft) = self.out.last_mut() {
            draft.class = class;
            draft.addressee = addressee;
        }
    }

    /// The draft of the quotation that stretch `m` goes on with.
    fn continued_from(&self, m: usize) -> Option<usize> {
        let before = (0..m).rev().take(64).find(|k| self.marked[*k].parent.is_none() && self.marked[*k].level == Level::Double)?;
        self.owner[before].filter(|_| self.marked[m].continues)
    }

    /// A marked stretch that follows an attributed one: in the same sentence, or as the next one.
    fn continued(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            // The quotation goes on from the paragraph before.
            if self.marked[m].continues
                && unit == 0
                && let Some(before) = self.continued_from(m)
            {
                let Draft { group, cue, source, .. } = self.out[before].clone();
                self.direct(row, unit, group, cue, source.map(|s| Source { how: How::Continued, ..s }));
                continue;
            }
            // The last quotation before it, past marked words that nobody owns.
            let previous = (0..unit).rev().take(200).find_map(|u| match row.units[u].kind {
                Kind::Quote(p) => self.owner[p].map(|owner| (u, owner)),
                _ => None,
            });
            let Some((previous, owner)) = previous else { continue };
            let draft = self.out[owner].clone();
            if draft.source.is_none() || draft.kind == QuoteKind::Scare || draft.kind == QuoteKind::Title {
                continue;
            }
            let cue_end = draft.cue.map_or(row.units[previous].span.end(), |c| c.end().max(row.units[previous].span.end()));
            let from = row.units.partition_point(|u| u.span.end() <= cue_end);
            let breaks = (from..unit).filter(|u| row.starts(*u, true) && *u != from).count();
            let inner = self.marked[m].inner.of(self.text);
            let short_sentence = inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?', ',']);
            let whole = clause::is_sentence(row, unit) || short_sentence || kind::words(self.text, self.marked[m].inner) >= 4;
            let after_comma = unit > 0 && row.kind(unit - 1) == Some(Kind::Comma);
            if !(whole || after_comma) {
                continue;
            }
            let tight = breaks == 0
                && (row.starts(unit, true)
                    || clause::lead_start(row, row.sentence_start(unit, true)) == unit
                    || unit > 0 && matches!(row.kind(unit - 1), Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Colon | Kind::Other | Kind::Quote(_))));
            // "“…,” she said. But “…”"
            let led = breaks == 1 && !row.starts(unit, true) && whole && clause::lead_start(row, row.sentence_start(unit, true)) == unit;
            if tight || led {
                self.direct(row, unit, draft.group, draft.cue, draft.source.map(|s| Source { how: How::Continued, ..s }));
            } else if row.starts(unit, true) && breaks <= 2 && clause::is_sentence(row, unit) {
                let group = if breaks <= MERGE { draft.group } else { self.new_group() };
                self.direct(row, unit, group, draft.cue, draft.source.map(|s| Source { how: How::Floating, ..s }));
            }
        }
    }

    /// A paragraph that is one quotation and nothing else, after an attributed one.
    fn floating(&mut self, row: Row<'_>) {
        let Some(last) = self.last else { return };
        if row.units.len() > 1 || !row.is_quote(0) {
            return;
        }
        let Kind::Quote(m) = row.units[0].kind else { return };
        // In capitals only it is a heading.
        if self.owner[m].is_some() || !self.marked[m].inner.of(self.text).contains(char::is_lowercase) {
            return;
        }
        let Draft { source, cue, group, .. } = self.out[last].clone();
        self.direct(row, 0, group, cue, source.map(|s| Source { how: How::Floating, ..s }));
    }

    /// A fragment in a sentence whose verb reports nothing by itself: "ranged from hostile to “polite but cold”".
    fn governed(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner;
            let count = kind::words(self.text, inner);
            let colon = unit > 0 && row.kind(unit - 1) == Some(Kind::Colon);
            // "Ames said he was thinking: “…”": pieces of one utterance.
            if colon
                && let Some(before) = self.out.iter().rev().take(8).find(|d| d.source.is_some() && unit > 1 && d.span.end() == row.units[unit - 2].span.end())
            {
                let Draft { group, cue, source, .. } = before.clone();
                self.direct(row, unit, group, cue, source.map(|s| Source { how: How::Continued, ..s }));
                continue;
            }
            if count < 3 || kind::mentioned(row, unit, inner).is_some() || row.starts(unit, true) {
                continue;
            }
            if kind::is_title_case(self.text, inner) && count < 7 {
                continue;
            }
            let first = row.sentence_start(unit, true);
            let verb = (first..unit).rev().take(25).find(|v| {
                let finite = row.has(*v, PAST | THIRD) && row.has(*v, VERB) && !row.units[*v].capital;
                finite || row.kind(*v) == Some(Kind::Word) && row.word(*v).ends_with("ed") && row.word(*v).len() > 4 && !row.units[*v].capital
            });
            let Some(verb) = verb else { continue };
            let Some(subject) = subject_of(row, verb) else { continue };
            let group = self.new_group();
            let source = Some(Source { span: span_of(row, &subject), how: How::Governing });
            let cue = Some(row.units[verb].span);
            if colon || clause::is_sentence(row, unit) && row.kind(unit - 1) == Some(Kind::Comma) {
                self.direct(row, unit, group, cue, source);
                continue;
            }
            let mut start = unit;
            let near = unit - verb <= 12;
            while near && start > verb + 1 && !matches!(row.kind(start - 1), Some(Kind::Comma | Kind::Dash | Kind::Semicolon)) && unit - start < 12 {
                start -= 1;
            }
            let joined = row.is(unit + 1, "and") || row.is(unit + 1, "or");
            let last = if joined && row.is_quote(unit + 2) { unit + 3 } else { unit + 1 };
            let range = clause::object(row, start..last);
            let draft =
                Draft { span: span_of(row, &range), kind: QuoteKind::Mixed, group, quoted: Vec::new(), cue, class: 0, source, addressee: None, rate: None };
            if let Some(made) = self.clause(row, &range, draft) {
                self.out.push(made);
            }
        }
    }

    /// What is left: direct without a speaker, scare quotes, titles.
    fn rest(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner;
            if inner.is_empty() {
                continue;
            }
            let Some(kind) = kind::unclaimed(row, unit, inner) else { continue };
            let group = self.new_group();
            self.direct(row, unit, group, None, None);
            if let Some(draft) = self.out.last_mut() {
                draft.kind = kind;
            }
        }
    }
}

fn span_of(row: Row<'_>, range: &Range) -> Span {
    row.units[range.start].span.cover(row.units[range.end - 1].span)
}

fn source_of(row: Row<'_>, report: &Report) -> Option<Source> {
    let subject = report.subject.as_ref()?;
    let mut units = subject.units.clone();
    // A possessive ending at the end is no part of the name.
    while units.len() > 1 && row.kind(units.end - 1) == Some(Kind::Clitic) {
        units.end -= 1;
    }
    Some(Source { span: span_of(row, &units), how: How::Cue(subject.rule) })
}
