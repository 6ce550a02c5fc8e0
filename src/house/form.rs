//! The form of one rule: what it looks for, what that is, and how often it is found.

use super::article::Article;
use super::tally::{Sample, Tally};
use super::tree::{Node, button, el};
use super::{Act, Field, count, told};
use crate::rules::{Draft, Pattern, PatternError, Proposal, Rule, RuleFile, Switches, name_for, proposals};
use crate::text::Span;
use crate::together::Recurring;

/// A rule that is being written.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// Which of the file's rules; none for a new one.
    pub(super) number: Option<usize>,
    pub(super) draft: Draft,
    /// Ways to look for more of what was selected.
    proposals: Vec<Proposal>,
    /// The proposal that was chosen; none once what it said was changed.
    picked: Option<usize>,
    /// True where it began with words that were selected.
    pub(super) selected: bool,
    /// True once saving was tried: what is missing is told from then on.
    pub(super) tried: bool,
}

impl Form {
    /// Rule `number` of the file.
    pub(super) fn of_rule(number: usize, draft: Draft) -> Self {
        Self { number: Some(number), draft, ..Self::default() }
    }

    /// A new rule from `span` of `article`.
    pub(super) fn of_words(article: &Article, span: Span) -> Self {
        let proposals = proposals(&article.text, span);
        let words = article.text.get(span.range()).unwrap_or_default();
        let mut form = Self { proposals, selected: true, ..Self::default() };
        form.draft.name = name_for(words);
        form.pick(0);
        form
    }

    /// A new rule that removes what recurs.
    pub(super) fn of_recurring(line: &Recurring) -> Self {
        // A sentence is no whole line: something stands beside it.
        let text = if line.line { line.words.clone() } else { format!("{} .", line.words) };
        let article = Article { text, ..Article::default() };
        let mut form = Self::of_words(&article, Span::new(0, line.words.len()));
        form.selected = false;
        form.draft.replace = Some(String::new());
        if !line.exact {
            // Names, numbers and dates are left open, and nothing else.
            let open = form.proposals.iter().rposition(|p| !p.what.ends_with(".*"));
            form.pick(open.unwrap_or_default());
        }
        form
    }

    /// Takes a proposal.
    pub(super) fn pick(&mut self, number: usize) {
        let Some(p) = self.proposals.get(number) else { return };
        self.picked = Some(number);
        self.draft.what.clone_from(&p.what);
        self.draft.pattern = p.pattern;
        self.draft.place = if p.lines { "lines".to_owned() } else { String::new() };
    }

    /// Takes what was typed.
    pub(super) fn take(&mut self, field: Field, value: &str) {
        let draft = &mut self.draft;
        let on = value == "true";
        match field {
            Field::Name => value.clone_into(&mut draft.name),
            Field::What => {
                self.picked = None;
                value.clone_into(&mut draft.what);
            }
            Field::Kind => {
                self.picked = None;
                draft.pattern = value == "pattern";
            }
            Field::IgnoreCase => draft.ignore_case = on,
            Field::WholeWords => draft.whole_words = on,
            Field::Place => value.clone_into(&mut draft.place),
            Field::First => value.clone_into(&mut draft.first_lines),
            Field::Last => value.clone_into(&mut draft.last_lines),
            Field::Mark => value.clone_into(&mut draft.mark),
            Field::Severity => value.clone_into(&mut draft.severity),
            Field::Message => value.clone_into(&mut draft.message),
            Field::Label => draft.label = value.trim().to_uppercase().replace(' ', "_"),
            Field::Of => value.clone_into(&mut draft.of),
            Field::Replacing => draft.replace = (!value.is_empty()).then(String::new).map(|r| if value == "put" { draft.what.clone() } else { r }),
            Field::Replace => draft.replace = Some(value.to_owned()),
        }
    }

    /// What keeps it from being saved, in words; `file` has the other rules.
    pub(super) fn missing(&self, file: &RuleFile) -> Vec<String> {
        let mut missing = Vec::new();
        if self.draft.what.trim().is_empty() {
            missing.push("Say what it looks for.".to_owned());
        } else if let Err(error) = self.pattern() {
            missing.push(format!("Not a pattern: {}.", told(&self.draft.what, &error)));
        }
        if self.draft.mark == "entity" && self.draft.label.trim().is_empty() {
            missing.push("Give the names that it finds a label.".to_owned());
        }
        if self.draft.name.trim().is_empty() {
            missing.push("Give the rule a name.".to_owned());
        }
        if !missing.is_empty() {
            return missing;
        }
        let read = RuleFile::read(&self.draft.to_toml());
        missing.extend(read.problems.iter().map(|p| format!("{}.", p.message.trim_end_matches('.'))));
        if let Some(rule) = read.rules.first()
            && file.rules.iter().any(|r| Some(r.number) != self.number && r.category() == rule.category())
        {
            missing.push(format!("There is a rule “{}” already: give this one another name.", self.draft.name.trim()));
        }
        missing
    }

    fn pattern(&self) -> Result<Pattern, PatternError> {
        let d = &self.draft;
        let switches = Switches { ignore_case: d.ignore_case, whole_words: d.whole_words, whole_line: d.place == "lines" };
        if d.pattern { Pattern::new(&d.what, switches) } else { Pattern::of_words(&d.what, switches) }
    }

    /// The rule as it would look for places now, then each proposal.
    pub(super) fn tally(&self) -> Tally {
        let rule = |draft: Draft| -> Option<Rule> { RuleFile::read(&draft.to_toml()).rules.pop() };
        let plain = Draft { name: "x".into(), mark: String::new(), replace: None, severity: String::new(), ..self.draft.clone() };
        let Some(first) = rule(plain.clone()) else { return Tally::default() };
        let others = self.proposals.iter().filter_map(|p| {
            let place = if p.lines { "lines" } else { "" };
            rule(Draft { what: p.what.clone(), pattern: p.pattern, place: place.to_owned(), ..plain.clone() })
        });
        Tally::new(std::iter::once(first).chain(others))
    }

    /// What the form shows.
    pub(super) fn view(&self, file: &RuleFile, tally: &Tally, counting: bool, articles: (bool, usize)) -> Vec<Node> {
        let missing = self.missing(file);
        let mut left = Vec::new();
        if self.proposals.len() > 1 {
            left.push(self.choices(tally));
        }
        left.push(self.looks_for(&missing));
        left.push(self.marks());
        left.push(
            el("label").class("house-row").kid(el("span").text("Name of the rule")).kid(
                el("input")
                    .with("type", "text")
                    .with("id", "house-name")
                    .with("autocomplete", "off")
                    .with("value", self.draft.name.clone())
                    .on("input", Act::Typed(Field::Name)),
            ),
        );
        let told = if self.tried { missing.join(" ") } else { String::new() };
        left.push(
            el("div")
                .class("row house-end")
                .kid(button("Save the rule", Act::Save).class("btn primary"))
                .kid(button(if self.selected { "Cancel" } else { "Back" }, Act::Leave))
                .kid(el("span").class("house-missing").with("role", "alert").text(told)),
        );
        vec![el("div").class("house-form").kid(el("div").kids(left)).kid(self.hits(tally, counting, articles))]
    }

    fn choices(&self, tally: &Tally) -> Node {
        let mut set = el("fieldset").kid(el("legend").text("How much it takes"));
        for (n, p) in self.proposals.iter().enumerate() {
            let found = tally.counts.get(n + 1).map_or(String::new(), |c| count(c.here + c.kept, "place", "places"));
            let radio = el("input").with("type", "radio").with("name", "house-pick").when("checked", self.picked == Some(n)).on("change", Act::Pick(n));
            let what = if p.pattern { el("code").text(p.what.clone()) } else { el("span").text(format!("“{}”", short(&p.what))) };
            set = set.kid(
                el("label")
                    .class("house-pick")
                    .kid(radio)
                    .kid(el("span").kid(el("strong").text(p.says)).text(" ").kid(el("span").class("hint").text(found)).kid(el("br")).kid(what)),
            );
        }
        set
    }

    fn looks_for(&self, missing: &[String]) -> Node {
        let d = &self.draft;
        let bad = missing.iter().find(|m| m.starts_with("Not a pattern") && !d.what.trim().is_empty());
        let what = el("textarea")
            .with("id", "house-what")
            .with("rows", if d.what.len() > 60 { "3" } else { "1" })
            .with("spellcheck", "false")
            .with("aria-label", if d.pattern { "The pattern" } else { "The words" })
            .with("class", if bad.is_some() { "mono bad" } else { "mono" })
            .with("aria-describedby", "house-mistake")
            .with("value", d.what.clone())
            .on("input", Act::Typed(Field::What));
        let kinds = [("text", "words as they stand"), ("pattern", "a pattern")];
        let kind =
            el("label").class("house-row").kid(el("span").text("It looks for")).kid(select(&kinds, if d.pattern { "pattern" } else { "text" }, Field::Kind));
        let places = [("", "anywhere"), ("lines", "as a whole line"), ("quotations", "in quotations"), ("outside quotations", "outside quotations")];
        let place = el("label").class("house-row").kid(el("span").text("Where")).kid(select(&places, &d.place, Field::Place));
        let number = |name: &'static str, value: &str, field| {
            el("label").kid(el("input").with("type", "number").with("min", "1").with("value", value).on("input", Act::Typed(field))).text(name)
        };
        let near = el("details")
            .when("open", !d.first_lines.is_empty() || !d.last_lines.is_empty())
            .kid(el("summary").text("Only near the head or the foot"))
            .kid(el("div").class("row").kid(number(" first lines", &d.first_lines, Field::First)).kid(number(" last lines", &d.last_lines, Field::Last)));
        let mut set = el("fieldset").kid(el("legend").text("What it looks for")).kid(kind).kid(what);
        set = set.kid(el("p").class("house-bad").with("id", "house-mistake").with("role", "status").text(bad.cloned().unwrap_or_default()));
        if d.pattern {
            set = set.kid(
                el("p")
                    .class("hint")
                    .kid(el("code").text("\\d+"))
                    .text(" a number, ")
                    .kid(el("code").text("\\w+"))
                    .text(" a word, ")
                    .kid(el("code").text("\\p{Lu}\\w+"))
                    .text(" a word with a capital, ")
                    .kid(el("code").text("(a|b)"))
                    .text(" one or the other, ")
                    .kid(el("code").text(".*"))
                    .text(" anything. Looking ahead and referring back are not known."),
            );
        }
        set.kid(el("div").class("row").kid(switch("Capitals do not matter", d.ignore_case, Field::IgnoreCase)).kid(switch(
            "Whole words",
            d.whole_words,
            Field::WholeWords,
        )))
        .kid(place)
        .kid(near)
    }

    fn marks(&self) -> Node {
        let d = &self.draft;
        let kinds = [("", "something to put right, or to look at"), ("entity", "a name"), ("never", "never to be marked")];
        let mut set = el("fieldset")
            .kid(el("legend").text("What it finds is"))
            .kids(kinds.map(|(value, words)| radio("house-mark", value, words, d.mark == value, Field::Mark)));
        let field = |name: &'static str, value: &str, hint: &'static str, field| {
            el("label")
                .class("house-row")
                .kid(el("span").text(name))
                .kid(el("input").with("type", "text").with("autocomplete", "off").with("placeholder", hint).with("value", value).on("input", Act::Typed(field)))
        };
        match d.mark.as_str() {
            "entity" => {
                let known = ["PERSON", "ORG", "LOC", "NORP", "DATE", "TIME", "MONEY", "PERCENT", "MISC"];
                let label = field("Label", &d.label, "PERSON, ORG, or one of your own", Field::Label);
                let label = Node { kids: label.kids.into_iter().map(with_list).collect(), ..label };
                set = set.kid(label).kid(el("datalist").with("id", "house-labels").kids(known.map(|l| el("option").with("value", l))));
            }
            "never" => {
                set = set.kid(field("What is not to be marked there", &d.of, "all damage; or word.misspelling, PERSON, entity…", Field::Of));
            }
            _ => {
                let levels = [("info", "for information"), ("", "low"), ("medium", "medium"), ("high", "high"), ("critical", "critical")];
                set = set.kid(el("label").class("house-row").kid(el("span").text("How bad")).kid(select(&levels, &d.severity, Field::Severity))).kid(field(
                    "What a person reads",
                    &d.message,
                    "the rule’s name",
                    Field::Message,
                ));
                let way = match &d.replace {
                    None => "",
                    Some(with) if with.is_empty() => "remove",
                    Some(_) => "put",
                };
                let ways = [("", "nothing"), ("remove", "it is removed"), ("put", "it is replaced")];
                set = set.kid(el("label").class("house-row").kid(el("span").text("What a repair does")).kid(select(&ways, way, Field::Replacing)));
                if way == "put" {
                    let hint = if d.pattern { "$1 is the first group of the pattern" } else { "" };
                    set = set.kid(field("What stands there then", d.replace.as_deref().unwrap_or_default(), hint, Field::Replace));
                }
            }
        }
        set
    }

    fn hits(&self, tally: &Tally, counting: bool, articles: (bool, usize)) -> Node {
        let mut told = match tally.counts.first() {
            Some(found) => format!("{}.", found.told(articles)),
            None if self.draft.what.trim().is_empty() => "Nothing to look for yet.".to_owned(),
            None => "Nothing can be found so.".to_owned(),
        };
        if counting {
            told.push_str(" Counting…");
        }
        let quoted = self
            .draft
            .place
            .contains("quotations")
            .then(|| el("p").class("hint").text("Counted without looking whether a place is quoted: that is known when an article is read."));
        let samples = tally.samples.iter().map(|Sample { title, words: [before, words, behind] }| {
            let line = el("span").class("house-words").with("dir", "auto").text(before.clone()).kid(el("mark").text(words.clone())).text(behind.clone());
            el("li").kids(title.iter().map(|t| el("small").text(t.clone()))).kid(line)
        });
        el("section")
            .class("house-hits")
            .with("aria-label", "What it finds")
            .kid(el("p").with("role", "status").class("house-count").text(told))
            .kids(quoted)
            .kid(el("ul").class("places").kids(samples))
    }
}

fn with_list(kid: super::Kid) -> super::Kid {
    match kid {
        super::Kid::Node(node) if node.tag == "input" => node.with("list", "house-labels").into(),
        other => other,
    }
}

fn select(options: &[(&str, &str)], value: &str, field: Field) -> Node {
    let options = options.iter().map(|(v, words)| el("option").with("value", *v).when("selected", *v == value).text(*words));
    el("select").with("value", value).kids(options).on("change", Act::Typed(field))
}

fn switch(words: &str, on: bool, field: Field) -> Node {
    el("label").class("check").kid(el("input").with("type", "checkbox").when("checked", on).on("change", Act::Typed(field))).text(words)
}

fn radio(name: &'static str, value: &str, words: &str, on: bool, field: Field) -> Node {
    el("label")
        .class("check")
        .kid(el("input").with("type", "radio").with("name", name).with("value", value).when("checked", on).on("change", Act::Typed(field)))
        .text(words)
}

/// As much of some words as a line has room for.
pub(super) fn short(words: &str) -> String {
    let mut short: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = short.char_indices().nth(90) {
        short.truncate(cut);
        short.push('…');
    }
    short
}
