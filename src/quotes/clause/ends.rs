//! Where a reported clause is over: the signs, in the order in which they are looked for.

use super::lead::ends_with;
use super::occasion::on_the_air;
use super::others::{closes, is_another_report, reports};
use crate::lexicon::WordSet;
use crate::quotes::cues::{BASE, CUE, ING, NAMING, PAST, SPEECH, THIRD, WRITING};
use crate::quotes::lexicon::{AUXILIARY, BE, BODY_NOUN, CONJUNCTION, DETERMINER, MODAL, NEGATION, PEOPLE_NOUN, PERSON_NOUN, TIME};
use crate::quotes::row::Row;
use crate::quotes::unit::Kind;

/// Where the marked stretches of a clause stand, as units.
pub(super) struct Quotes {
    /// The first one, or past every unit.
    pub first: usize,
    pub last: Option<usize>,
}

/// A place at which a clause may be over.
struct Place {
    /// The unit before which the clause would end.
    n: usize,
    /// The first word after a comma or dash there.
    word: usize,
    /// The first unit of the clause.
    from: usize,
    /// One past the last unit of the sentence.
    end: usize,
    /// A comma or dash stands there, or a comma closes the marked words before.
    comma: bool,
    /// Marked words stand before.
    quoted: bool,
    /// The last marked words of the clause.
    last_quote: Option<usize>,
}

/// True where the clause is over.
type Sign = fn(Row<'_>, &Place) -> bool;

/// What ends a clause at any unit.
const ANYWHERE: &[Sign] = &[on_air, another_clause, as_she_said, another_figure, until, headline, walking_out];
/// What ends it after a comma or a dash.
const AFTER_COMMA: &[Sign] = &[according, relative, somebody_said, others_said, after_marks, when_said, compared, who_added];
/// What ends it at a comma, a dash, or a word that joins clauses.
const AT_JOINT: &[Sign] = &[contrast, apposition, adding, joined, although, left];

/// True where the clause that started at `from` is over before unit `n`.
pub(super) fn ends_at(row: Row<'_>, n: usize, quotes: &Quotes, from: usize, end: usize) -> bool {
    let inside = row.is_quote(n - 1) && n > from && ends_with(row, n - 1, &[',']);
    let comma = matches!(row.kind(n), Some(Kind::Comma | Kind::Dash)) || inside;
    let word = if comma && !inside { n + 1 } else { n };
    let place = Place { n, word, from, end, comma, quoted: quotes.first < n, last_quote: quotes.last };
    let any = |signs: &[Sign]| signs.iter().any(|sign| sign(row, &place));
    any(ANYWHERE) || (comma || row.has(word, CONJUNCTION) || row.is(n, "while")) && (comma && any(AFTER_COMMA) || any(AT_JOINT))
}

/// "on CNN's “Morning,”": see [`on_the_air`].
fn on_air(row: Row<'_>, place: &Place) -> bool {
    on_the_air(row, place.n)
}

/// "… “the law”; the council knew it"
fn another_clause(row: Row<'_>, place: &Place) -> bool {
    row.kind(place.n) == Some(Kind::Semicolon) && place.quoted && row.clause_at(place.n + 1, place.end)
}

/// "as she said she would, and"
fn as_she_said(row: Row<'_>, &Place { n, from, .. }: &Place) -> bool {
    row.kind(n) == Some(Kind::Comma) && n == from + 2 && row.is_pronoun(from) && row.has(from + 1, MODAL)
}

/// "called it “the wall” until the 1980s": the time is the reporter's.
fn until(row: Row<'_>, place: &Place) -> bool {
    let n = place.n;
    (row.is(n, "until") || row.is(n, "till")) && n > place.from && row.is_quote(n - 1) && place.last_quote == Some(n - 1)
}

/// "said he was sorry before walking out": when it was said.
fn walking_out(row: Row<'_>, &Place { n, from, .. }: &Place) -> bool {
    let leaving = matches!(row.word(n + 1), "walking" | "leaving" | "driving" | "storming" | "hanging" | "marching");
    (row.is(n, "before") || row.is(n, "after"))
        && leaving
        && row.has_finite(from..n)
        && matches!(row.word(n + 2), "out" | "off" | "away" | "up" | "the" | "home")
}

/// "Mayor hails “historic” deal as union warns of “chaos”": a headline tells two things.
fn headline(row: Row<'_>, place: &Place) -> bool {
    /// No headline has more units.
    const LONGEST: usize = 18;
    let open = row.units.len() <= LONGEST && row.units.last().is_some_and(|u| u.kind != Kind::Stop) && row.clause_at(place.n + 1, place.end);
    (row.headline || open) && place.quoted && matches!(row.word(place.n), "as" | "after" | "amid" | "despite" | "but") && place.n > place.from
}

/// "said it was late and left the hall", "said it was dry, and the clerks walked out": what somebody did is the reporter's to tell.
fn left(row: Row<'_>, place: &Place) -> bool {
    const LEAVING: WordSet = WordSet::new("drove hung left marched stormed strode walked");
    let Place { n, word, from, end, comma, .. } = *place;
    let and = row.is(word, "and") || row.is(word, "but") || comma && row.is(word, "then");
    // What was said of somebody else's deeds goes on: "said Stein obeyed and left".
    let past = |u: usize| row.has(u, PAST) || row.kind(u) == Some(Kind::Word) && !row.units[u].capital && row.word(u).len() > 4 && row.word(u).ends_with("ed");
    let deed = |u: usize| past(u) && !row.has(u, AUXILIARY | BE) && !row.has(u - usize::from(u > 0), BE);
    if !and || !row.has_finite(from..n) || (from..n).any(deed) {
        return false;
    }
    let mut verb = word + 1;
    while verb < end && row.is_adverb(verb) {
        verb += 1;
    }
    let went = row.is(verb, "went") && matches!(row.word(verb + 1), "home" | "back" | "away" | "outside" | "inside" | "off" | "to");
    if went || LEAVING.has(row.word(verb)) {
        return true;
    }
    // Others, after a comma: "and the unions walked out".
    let others = || row.has(verb, DETERMINER).then(|| row.phrase_at(verb, end, false)).flatten().is_some_and(|s| LEAVING.has(row.word(s.end)));
    comma && others()
}

/// "… the vote; 26 percent said"
fn another_figure(row: Row<'_>, place: &Place) -> bool {
    row.kind(place.n) == Some(Kind::Semicolon) && is_another_report(row, place.n + 1, place.end)
}

/// ", according to Ames"
fn according(row: Row<'_>, &Place { n, word, from, .. }: &Place) -> bool {
    n > from + 1 && row.is(word + 1, "to") && row.word(word).to_ascii_lowercase().starts_with("acc")
}

/// "…,” which raised concerns"
fn relative(row: Row<'_>, place: &Place) -> bool {
    place.quoted && (row.is(place.word, "which") || row.is(place.word, "who"))
}

/// ", Ames said", ", Sen. Ames (R-Tex.) told the paper", ", the Record reported."
fn somebody_said(row: Row<'_>, &Place { word, end, .. }: &Place) -> bool {
    let Some(subject) = row.phrase_at(word, end, false) else { return false };
    let open = row.kind(subject.end) == Some(Kind::OpenBracket);
    let close = (subject.end..subject.end + 8).find(|n| open && row.kind(*n) == Some(Kind::CloseBracket));
    let verb = close.map_or(subject.end, |c| c + 1);
    let last = closes(row, verb, end) && !matches!(row.kind(verb + 1), Some(Kind::Comma));
    let somebody = |n: usize| row.units[n].is_name() || row.has(n, PERSON_NOUN | PEOPLE_NOUN | BODY_NOUN);
    let named = row.units[word].capital || row.is_pronoun(word) || last && subject.clone().any(somebody);
    named && row.has(verb, SPEECH | WRITING) && row.has(verb, PAST | THIRD) && (last || reports(row, verb, end))
}

/// ", another says it is"
fn others_said(row: Row<'_>, &Place { word, end, .. }: &Place) -> bool {
    (row.is(word, "another") || row.is(word, "others")) && row.has(word + 1, SPEECH) && row.has(word + 1, PAST | THIRD | BASE) && reports(row, word + 1, end)
}

/// "… “the law”, leaving the hall", "… “the law” although it is old": after the last marked words a dash, a participle or a clause of time
/// is the reporter's.
fn after_marks(row: Row<'_>, place: &Place) -> bool {
    let (n, word) = (place.n, place.word);
    if !place.quoted || place.last_quote.is_some_and(|last| last >= n) {
        return false;
    }
    let participle = row.kind(n) == Some(Kind::Comma) && row.has(word, ING) && !row.has(word, CUE) && !row.is(word, "including");
    participle
        || row.kind(n) == Some(Kind::Dash)
        || matches!(row.word(word), "although" | "though" | "given" | "since" | "whereas" | "despite")
        || matches!(row.word(word), "while" | "before" | "after" | "as" | "when" | "a" | "an") && !row.is_quote(word)
}

/// ", hours before the vote", ", just a day after the paper asked": when it was said.
fn when_said(row: Row<'_>, &Place { word, end, .. }: &Place) -> bool {
    let since = (word + 1..end.min(word + 4)).find(|w| row.is(*w, "before") || row.is(*w, "after"));
    since.is_some_and(|s| row.has(s - 1, TIME) || matches!(row.word(s - 1), "moments" | "shortly"))
}

/// ", compared with nine percent who said so"
fn compared(row: Row<'_>, &Place { word, end, .. }: &Place) -> bool {
    row.is(word, "compared") && (word + 2..end.min(word + 9)).any(|w| row.is(w, "who") && row.has(w + 1, CUE))
}

/// ", who added"
fn who_added(row: Row<'_>, &Place { word, end, .. }: &Place) -> bool {
    row.is(word, "who") && row.has(word + 1, SPEECH) && row.has(word + 1, PAST) && reports(row, word + 1, end)
}

/// ", but it was late"; not where marked words still come: "the roof leaks, but the wall is “sound”".
fn contrast(row: Row<'_>, place: &Place) -> bool {
    let (n, word) = (place.n, place.word);
    // "told me I “should go” but I did not"
    let after_marks = row.is(n, "but") && row.is_quote(n - 1) && row.is_pronoun(n + 1) && row.has(n + 2, AUXILIARY) && row.has(n + 3, NEGATION);
    if after_marks {
        return true;
    }
    if row.kind(n) != Some(Kind::Comma) || !row.is(word, "but") && !row.is(word, "yet") {
        return false;
    }
    let verb = if row.is_adverb(word + 1) { word + 2 } else { word + 1 };
    let marks_follow = place.last_quote.is_some_and(|last| last > n);
    row.clause_at(word + 1, place.end) && !marks_follow || row.has(verb, CUE) && row.has(verb, PAST)
}

/// ", a claim that was wrong"; not in a list: "a “fool”, a “liar” and a “thief”", "held a licence, a card and a key".
fn apposition(row: Row<'_>, &Place { n, word, from, end, comma, .. }: &Place) -> bool {
    let listed = || {
        row.is_quote(n - 1) && (word + 1..word + 4).any(|q| row.is_quote(q))
            || row.phrase_at(word, end, false).is_some_and(|p| {
                let joint = p.end + usize::from(row.kind(p.end) == Some(Kind::Comma));
                row.is(joint, "and") || row.is(joint, "or")
            })
    };
    comma && (row.is(word, "a") || row.is(word, "an")) && row.has_finite(from..n) && !listed()
}

/// ", adding that", ", quietly saying"
fn adding(row: Row<'_>, &Place { word, comma, .. }: &Place) -> bool {
    let verb = if row.is_adverb(word) { word + 1 } else { word };
    comma && row.has(verb, ING) && row.has(verb, CUE) && !row.has(verb, DETERMINER)
}

/// "and added", "but said", "but did note that", "and has said that", ", but the mayor said"
fn joined(row: Row<'_>, place: &Place) -> bool {
    let Place { n, word, end, comma, .. } = *place;
    if !row.has(word, CONJUNCTION) || row.is(word, "or") {
        return false;
    }
    let mut next = word + 1;
    while next < end && (row.is_adverb(next) || row.kind(next) == Some(Kind::Comma)) {
        next += 1;
    }
    // "but did note that", "and has said that"
    if row.has(next, AUXILIARY) && !row.has(next, MODAL) && row.kind(next) == Some(Kind::Word) {
        let verb = (next + 1..end.min(next + 4)).find(|v| !row.is_adverb(*v) && !row.has(*v, NEGATION));
        if verb.is_some_and(|v| row.has(v, SPEECH | WRITING) && row.has(v, PAST | BASE) && reports(row, v, end)) {
            return true;
        }
    }
    // "and added", "but said", "and called on"
    let reported = row.has(next, SPEECH | WRITING | NAMING) && !row.is(word, "yet") && row.has(next, PAST | THIRD) && !row.has(next, BASE);
    let marks_around = place.quoted || comma && place.last_quote.is_some_and(|last| last >= next);
    let apart = comma || row.kind(n - 1) == Some(Kind::Comma) || row.is_quote(n - 1);
    reported && reports(row, next, end) || row.has(next, CUE) && row.has(next, PAST) && marks_around || apart && is_another_report(row, next, end)
}

/// ", though the mayor said"; "… “theft” while the mayor said"
fn although(row: Row<'_>, place: &Place) -> bool {
    (place.comma || place.quoted && row.is(place.n, "while"))
        && matches!(row.word(place.word), "while" | "though" | "although" | "whereas")
        && is_another_report(row, place.word + 1, place.end)
}
