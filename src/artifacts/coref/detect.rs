//! From what the model and the signs say to findings.

use super::judge::{Judged, choose, judge};
use super::model::DamageModel;
use super::overwriting::Overwriting;
use super::reading::{Class, Reading};
use super::signs::{self, Kind, Sign};
use super::verdict;
use crate::artifacts::{Category, Context, Family, Finding, Severity};
use crate::lexicon::WordSet;
use crate::text::{Span, SpanSet, View};

/// Longer documents, in tokens, are not looked at.
const LONGEST: usize = 20_000;
/// What follows the number of places in a verdict's sentence.
const FOUND: &str = " places were found";
/// Log odds from which a place is marked in a document that was overwritten.
const MARKED: f32 = 0.25;
/// Log odds below which a marked place is a hint.
const SURE: f32 = 0.4;

impl Overwriting {
    /// Looks for it in `view`, which reads a document through its mechanical repairs; none where there is no verdict.
    ///
    /// That these were made or not must make no difference: whoever repairs the blanks has not brought back a single word.
    #[must_use]
    pub fn of(view: &View<'_>, model: Option<&DamageModel>) -> Option<Self> {
        let (look, mut places) = damage(view, model)?;
        for place in &mut places {
            place.span = view.to_source(place.span);
            place.edits.iter_mut().for_each(|edit| edit.span = view.to_source(edit.span));
        }
        Some(Self { verdict: summary(&places, &look), places })
    }

    /// `message`, a verdict's sentence, where it rests on `places` places.
    #[must_use]
    pub fn message_with(message: &str, places: usize) -> String {
        let Some((before, after)) = message.split_once(FOUND) else { return message.to_owned() };
        format!("{}{places}{FOUND}{after}", before.trim_end_matches(|c: char| c.is_ascii_digit()))
    }
}

/// Tells that the document was overwritten, and marks the places.
pub(in crate::artifacts) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(Overwriting { verdict, places }) = context.overwriting else { return };
    keep_doubles(context.document.text(), places, findings);
    findings.push(Finding::new(Category::CorefOverwrittenDocument, context.whole(), verdict.clone()));
    findings.extend_from_slice(places);
}

/// The damaged places, in bytes of the view, where the verdict falls, with what it rests on.
fn damage(view: &View<'_>, model: Option<&DamageModel>) -> Option<(Look, Vec<Finding>)> {
    // A pipeline overwrites one article; in a file of hundreds there is no one verdict, and aligning takes the square of the length.
    if view.layout().tokens.len() > LONGEST {
        return None;
    }
    let look = Look::at(view);
    if look.shows_nothing() {
        return None;
    }
    let mut all = match model {
        Some(model) => {
            let reading = Reading::of(view);
            let judged = judge(&reading, model);
            if !look.is_overwritten(&judged) {
                return None;
            }
            places(&reading, &choose(&judged, MARKED), look.tail)
        }
        None if look.signs_suffice() => look.signs.iter().map(by_sign).collect(),
        None => return None,
    };
    if let Some(tail) = look.tail {
        all.retain(|f| !f.span.overlaps(tail));
        all.push(orphan(view.text(), tail));
    }
    (all.len() >= verdict::FEWEST_PLACES).then_some((look, all))
}

/// The evidence in a view, and the marked places, in bytes of the source, where the verdict falls: what training measures.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn marked(view: &View<'_>, model: &DamageModel) -> (f32, Option<Vec<Span>>) {
    let look = Look::at(view);
    let reading = Reading::of(view);
    if look.shows_nothing() {
        return (0.0, None);
    }
    let judged = judge(&reading, model);
    let places = look.is_overwritten(&judged).then(|| {
        let tail = look.tail.into_iter();
        let inside = choose(&judged, MARKED)
            .into_iter()
            .map(|j| reading.span(j.candidate.start, j.candidate.end))
            .filter(|s| !look.tail.is_some_and(|t| t.overlaps(*s)));
        inside.chain(tail).map(|span| view.to_source(span)).collect()
    });
    (look.evidence(&judged), places)
}

/// The cheap look that most articles cost no more than.
struct Look {
    signs: Vec<Sign>,
    tail: Option<Span>,
    words: usize,
}

impl Look {
    fn at(view: &View<'_>) -> Self {
        let tail = signs::tail(view).filter(|t| stands_earlier(view.text(), *t));
        Look { signs: signs::signs(view), tail, words: view.layout().tokens.len() }
    }

    fn shows_nothing(&self) -> bool {
        self.signs.is_empty() && self.tail.is_none()
    }

    fn evidence(&self, judged: &[Judged]) -> f32 {
        verdict::evidence(judged, &self.signs, self.tail.is_some(), self.words)
    }

    fn is_overwritten(&self, judged: &[Judged]) -> bool {
        verdict::is_overwritten(self.evidence(judged))
    }

    fn signs_suffice(&self) -> bool {
        verdict::signs_suffice(&self.signs, self.words)
    }
}

/// One finding for every place that the model marks.
fn places(reading: &Reading<'_>, chosen: &[Judged], tail: Option<Span>) -> Vec<Finding> {
    let mut first_shift = true;
    let mut all = Vec::with_capacity(chosen.len() + 1);
    for judged in chosen {
        let span = reading.span(judged.candidate.start, judged.candidate.end);
        if tail.is_some_and(|t| t.overlaps(span)) {
            continue;
        }
        first_shift &= judged.fit.mention.is_none();
        let (category, message) = describe(reading, judged, first_shift);
        let mut finding = Finding::new(category, span, message).with_score(super::judge::sigmoid(judged.odds));
        if judged.odds < SURE {
            finding = finding.hint();
        }
        all.push(finding);
    }
    all
}

/// Words that end the names of places and bodies: what is written before one changes a fact.
const ENDS_OF_NAMES: WordSet = WordSet::new(
    "Agency Airport Avenue Bank Center Centre College Committee Council County Court Department Hall Hospital Hotel House Island Ministry Park Party \
     Plaza Prison School Square Stadium State Street Times Tower University",
);

/// The category of one place, and why it was marked.
fn describe(reading: &Reading<'_>, judged: &Judged, in_place: bool) -> (Category, String) {
    let (start, end) = (judged.candidate.start, judged.candidate.end);
    let name = quoted(reading.slice(start, end));
    let before = start.checked_sub(1).map(|n| reading.words[n]);
    let after = reading.words.get(end);
    if let Some(next) = after.filter(|w| w.class == Class::Name && !w.after_line && ENDS_OF_NAMES.has(w.text)) {
        return (Category::CorefEntityAltered, format!("{name} was written over a part of the name that ends in “{}”: the name is wrong.", next.text));
    }
    if in_place && after.is_some_and(|w| w.class == Class::Open && !w.after_line) {
        return match before {
            Some(b) if !reading.words[start].starts_sentence && b.class == Class::Function => (
                Category::CorefSubstitution,
                format!("{name} was put in the place of a pronoun: “{} {} {}”.", b.text, reading.slice(start, end), reading.words[end].text),
            ),
            _ => (Category::CorefLostPossessive, format!("{name} lost its possessive ending before “{}”.", reading.words[end].text)),
        };
    }
    let because = match judged.fit.mention {
        Some((mention, distance)) => {
            format!(
                "It was meant to replace “{}”, {distance} {} before, as at the other places of “{}”.",
                reading.words[mention].text,
                words(distance),
                reading.words[end - 1].text
            )
        }
        None => {
            let left = before.map_or("the start", |b| b.text);
            let right = after.map_or("the end", |a| a.text);
            format!("It does not fit between “{left}” and “{right}”.")
        }
    };
    (Category::CorefOverwrite, format!("{name} was written over other words; those are lost. {because}"))
}

fn words(count: usize) -> &'static str {
    if count == 1 { "word" } else { "words" }
}

fn quoted(text: &str) -> String {
    format!("“{}”", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn orphan(text: &str, tail: Span) -> Finding {
    let message = format!("{} stands alone after the last sentence: a replacement whose place lay past the end of the article.", quoted(tail.of(text)));
    Finding::new(Category::CorefOrphanTail, tail, message).propose("")
}

/// A place that a sign alone shows.
fn by_sign(sign: &Sign) -> Finding {
    let message = match sign.kind {
        Kind::PronounBeforeName => "A pronoun stands right before a name: the name was written over another word, which is lost.",
        Kind::NameBeforeNot => "A name stands right before “n’t”: it was written over a verb, which is lost.",
        Kind::NameTwice => "The name stands twice: one copy was written over another word, which is lost.",
        Kind::SurnameBeforeFullName => "The same person is named twice in a row: one name was written over other words, which are lost.",
        Kind::CapitalArticle => {
            "A capital article stands inside a sentence: a phrase from the start of a sentence was written over other words, which are lost."
        }
    };
    Finding::new(Category::CorefOverwrite, sign.span, message)
}

/// Deleting one of two copies would make the sentence read well and be false.
fn keep_doubles(text: &str, damage: &[Finding], findings: &mut [Finding]) {
    let damaged: SpanSet = damage.iter().map(|d| d.span).collect();
    for finding in findings.iter_mut().filter(|f| f.category.family() == Family::Dup) {
        if finding.category == Category::DupName || damaged.overlaps(finding.span) {
            finding.edits.clear();
            finding.certain = false;
            finding.severity = finding.severity.max(Severity::High);
            finding.message = format!(
                "{} stands twice because one copy was written over another word. Deleting it would hide that a word is lost.",
                quoted(finding.span.of(text))
            );
        }
    }
}

/// True where the same words stand before `tail`, which is the end of the text.
fn stands_earlier(text: &str, tail: Span) -> bool {
    let words = tail.of(text);
    text[..tail.start()].contains(words)
}

/// The verdict's sentence: how many places, and the three strongest kinds of evidence.
fn summary(places: &[Finding], look: &Look) -> String {
    let of = |kind: Kind| look.signs.iter().filter(|s| s.kind == kind).count();
    let mut evidence = Vec::new();
    let mut add = |count: usize, what: &str| {
        if count > 0 {
            evidence.push(format!("{what} ({count}×)"));
        }
    };
    add(of(Kind::NameTwice) + of(Kind::SurnameBeforeFullName), "a name twice in a row");
    add(of(Kind::PronounBeforeName), "a pronoun right before a name");
    add(of(Kind::NameBeforeNot), "a name before “n’t”");
    add(of(Kind::CapitalArticle), "a capital article inside a sentence");
    if look.tail.is_some() {
        evidence.push("a name alone after the last sentence".to_owned());
    }
    if evidence.is_empty() {
        evidence.push("names and phrases where they make no sense".to_owned());
    }
    format!(
        "A program replaced pronouns by names and wrote many of them over other words: {}{FOUND}, and each has lost what stood there. Evidence: {}. Do not quote this article.",
        places.len(),
        evidence.join(", ")
    )
}
