//! What stands around a name and says of its label: the result of a match, who leads a team or a company, for whom somebody
//! speaks, that it is the title of a book. Each is so plain that it overrules a recogniser which takes the name for a person.

use crate::entities::lists::organisations::COMPANY_ENDINGS;
use crate::lexicon::{PhraseSet, WordSet};
use std::collections::BTreeSet;

use crate::entities::label::EntityLabel;
use crate::entities::model::Page;
use crate::entities::model::lexicon::Lists;
use crate::entities::name::Name;
use crate::entities::reading::Reading;

/// Whoever does this to a name before a result does it to a team.
const BEATING: WordSet =
    WordSet::new("beat beating beats crushed defeated defeating downed edged hammered outplayed overcame stunned thrashed thumped trounced");

/// What a result is of, before "over", "against" and the like.
const RESULTS: WordSet = WordSet::new("defeat draw loss rout stalemate success thrashing triumph victory win");

const AGAINST: WordSet = WordSet::new("against at by of over to with");

/// Who stands between the name of a team or a company and a person's, "Hamilton manager Derek Sloan": whoever is named before
/// them is no person. Advisers, lawyers and spokespeople are left out: people have them.
const LEADERS: PhraseSet = PhraseSet::new(
    "analyst|boss|captain|centre-back|ceo|chairman|chairwoman|chief executive|chief financial officer|co-founder|coach|defender|economist|flanker|\
     forward|founder|full-back|fullback|goalkeeper|head coach|keeper|linebacker|manager|midfielder|pitcher|point guard|prop|quarterback|skipper|\
     striker|wide receiver|winger",
);

/// Said by somebody of a bank or a firm: "Bernstein's Stacy Feld said".
const SPEAKING: WordSet = WordSet::new("added argued estimated expects noted said says thinks told warned wrote");

/// Teams that are known by the last word of their name.
const TEAM_WORDS: WordSet = WordSet::new("Albion Argyle Athletic Hotspur Olympic Orient Rangers Rovers Thistle Town United Wanderers Wednesday");

/// What stands after the name of a place and is no part of it.
const SETTLEMENTS: WordSet = WordSet::new("archipelago neighborhood neighbourhood oblast peninsula prefecture province subdivision suburb township village");

/// What has a title.
const WORKS: WordSet = WordSet::new(
    "album autobiography ballet biography book comedy documentary drama exhibition film memoir movie musical novel opera play podcast poem series \
     sitcom song thriller",
);

/// Gives names the label that what stands around them shows, and other mentions of them the same. `names` are in order.
pub(super) fn relabel(r: &Reading<'_>, page: &Page<'_>, names: &mut [Name]) {
    let shown = |at: &usize| plays_organisation(r, page, names, *at) || may_be_else(r, page, &names[*at]) && is_organisation(r, page, names, *at);
    let organisations: Vec<usize> = (0..names.len()).filter(shown).collect();
    let works: Vec<usize> = (0..names.len()).filter(|at| is_work(r, page, &names[*at])).collect();
    let people = people(r, names, &organisations);
    let mut texts = BTreeSet::new();
    for at in &organisations {
        let tokens = names[*at].tokens(r);
        if tokens.clone().any(|t| people.contains(r.word(t))) {
            continue;
        }
        texts.insert(names[*at].span.of(r.text));
        // "Hamilton" after "Kilbride Hamilton 2-1 Forthside Rovers"
        if tokens.len() > 1 {
            texts.insert(r.word(tokens.end - 1));
        }
    }
    for (at, name) in names.iter().enumerate().filter(|(_, n)| n.label == EntityLabel::Org) {
        let tokens = name.tokens(r);
        let (first, last) = (r.word(tokens.start), r.word(tokens.end - 1));
        if TEAM_WORDS.has(last) && !people.contains(last) {
            texts.insert(last);
        }
        // "Shell" elsewhere, where "Shell (SHEL.L)" was read right
        if tokens.len() == 1 && !people.contains(first) && is_organisation(r, page, names, at) {
            texts.insert(first);
        }
        // "Meta" after "Meta Platforms Inc"
        if tokens.len() > 1 && COMPANY_ENDINGS.has(last) && !page.lists(tokens.start).has(Lists::FAMILY) && !people.contains(first) {
            texts.insert(first);
        }
    }
    for name in names.iter_mut().filter(|n| matches!(n.label, EntityLabel::Person | EntityLabel::Misc) && texts.contains(n.span.of(r.text))) {
        name.label = EntityLabel::Org;
        name.rule = "entities.context";
    }
    for name in names.iter_mut().filter(|n| matches!(n.label, EntityLabel::Org | EntityLabel::Misc)) {
        let end = name.tokens(r).end;
        // "the Oak Hollow subdivision"
        if SETTLEMENTS.has(r.word(end)) && !r.capital(end + 1) && end < r.sentence_end(end - 1) {
            name.label = EntityLabel::Loc;
            name.rule = "entities.context";
        }
    }
    for at in works {
        let name = &mut names[at];
        name.label = EntityLabel::Misc;
        name.place_kind = None;
        name.rule = "entities.context";
    }
}

/// True for what the recogniser takes for a person or another name, and which has no first name.
fn may_be_else(r: &Reading<'_>, page: &Page<'_>, name: &Name) -> bool {
    let tokens = name.tokens(r);
    match name.label {
        EntityLabel::Person => tokens.len() == 1 || !page.lists(tokens.start).has(Lists::FIRST),
        EntityLabel::Misc => true,
        _ => false,
    }
}

/// The words of people's names of several words, but for those that turned out to be none.
fn people<'v>(r: &Reading<'v>, names: &[Name], organisations: &[usize]) -> BTreeSet<&'v str> {
    let mut words = BTreeSet::new();
    let none: BTreeSet<&str> = organisations.iter().map(|at| names[*at].span.of(r.text)).collect();
    for name in names.iter().filter(|n| n.label == EntityLabel::Person) {
        let tokens = name.tokens(r);
        if tokens.len() > 1 && !none.contains(name.span.of(r.text)) {
            words.extend(tokens.map(|t| r.word(t)));
        }
    }
    words
}

/// True where the result of a match stands between name `at` and that of what is no person for certain: "Hamilton 2-1 Rovers".
fn plays_organisation(r: &Reading<'_>, page: &Page<'_>, names: &[Name], at: usize) -> bool {
    let played = |first: &Name, second: &Name| {
        let between = &r.text[first.span.end()..second.span.start()];
        result(between.trim_start()).is_some_and(|length| between.trim().len() == length)
    };
    let other = |name: &Name| matches!(name.label, EntityLabel::Org | EntityLabel::Loc) || may_be_else(r, page, name);
    let (name, before, after) = (&names[at], at.checked_sub(1).map(|b| &names[b]), names.get(at + 1));
    let team = before.is_some_and(|b| other(b) && played(b, name)) || after.is_some_and(|a| other(a) && played(name, a));
    team && matches!(name.label, EntityLabel::Person | EntityLabel::Misc)
}

fn is_organisation(r: &Reading<'_>, page: &Page<'_>, names: &[Name], at: usize) -> bool {
    let name = &names[at];
    let tokens = name.tokens(r);
    let (before, after) = (&r.text[..name.span.start()], &r.text[name.span.end()..]);
    let next = names.get(at + 1).map(|next| (next, &r.text[name.span.end()..next.span.start()]));
    // "Hamilton 2-1 Rovers", whatever Rovers are taken for
    let rest = after.trim_start();
    if r.before(tokens.start).is_none() && result(rest).is_some_and(|length| rest[length..].trim_start().starts_with(char::is_uppercase)) {
        return true;
    }
    // "beat Rovers 3-0"
    let verb = r.before(tokens.start).is_some_and(|b| BEATING.has(r.word(b)));
    if verb && result(after.trim_start()).is_some() {
        return true;
    }
    // "a 2-1 victory over Rovers"
    if let Some(preposition) = r.before(tokens.start).filter(|b| AGAINST.has(r.word(*b)))
        && let Some(noun) = r.before(preposition).filter(|n| RESULTS.has(r.word(*n)))
    {
        let token = r.layout.tokens[noun].span;
        let word = before[..token.start()].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        if result(word) == Some(word.len()) {
            return true;
        }
    }
    // "Shell (SHEL.L)"
    if has_ticker(after) {
        return true;
    }
    // "Kremlin spokesman", where no list has the word as a name of people
    let listed = tokens.len() == 1 && page.lists(tokens.start) & (Lists::ORGANISATION | Lists::FIRST | Lists::FAMILY) == Lists::ORGANISATION;
    if listed && matches!(r.word(tokens.end), "spokesman" | "spokesperson" | "spokeswoman") {
        return true;
    }
    let Some((next, between)) = next.filter(|(next, _)| next.label == EntityLabel::Person) else { return false };
    // "Hamilton manager Derek Sloan"
    if tokens.len() <= 2 && between.starts_with(' ') && leads(between.trim()) {
        return true;
    }
    // "Bernstein's Stacy Feld said"
    let end = next.tokens(r);
    tokens.len() == 1 && end.len() > 1 && matches!(between, "'s " | "’s ") && SPEAKING.has(r.word(end.end))
}

/// True for one of [`LEADERS`], with capitals or without.
fn leads(role: &str) -> bool {
    role.len() < 30 && LEADERS.has_in_any_case(role)
}

/// True where a share's symbol stands in brackets at the head of `after`: "(SHEL.L)".
fn has_ticker(after: &str) -> bool {
    let Some((symbol, _)) = after.strip_prefix(" (").and_then(|rest| rest.split_at_checked(12).map_or(rest, |(head, _)| head).split_once(')')) else {
        return false;
    };
    let parts = symbol.split_once('.').or_else(|| symbol.split_once(": "));
    let code = |part: &str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    parts.is_some_and(|(share, exchange)| code(share) && code(exchange))
}

/// The length of the result of a match that `text` starts with, "2-1"; none where sets follow it, "6-4, 6-2".
fn result(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let dash = text[first..].chars().next().filter(|c| matches!(c, '-' | '–'))?.len_utf8();
    let second = digits(&text[first + dash..]);
    let length = first + dash + second;
    let rest = &text[length..];
    let sets = rest.trim_start_matches([',', ' ', '(']);
    let more = digits(sets) > 0 && sets[digits(sets)..].starts_with(['-', '–', ')']);
    ((1..=3).contains(&first) && (1..=3).contains(&second) && !more && !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')).then_some(length)
}

/// True for a name after "her new book," or "a film called".
fn is_work(r: &Reading<'_>, page: &Page<'_>, name: &Name) -> bool {
    let tokens = name.tokens(r);
    let the = |at: usize| matches!(r.word(at), "The" | "A" | "An");
    let (first, opens) = match r.before(tokens.start).filter(|b| the(*b)) {
        Some(article) => (article, true),
        None => (tokens.start, the(tokens.start)),
    };
    let may_be = match name.label {
        EntityLabel::Person => opens && !page.lists(tokens.start).has(Lists::FIRST),
        EntityLabel::Org | EntityLabel::Loc => opens,
        _ => false,
    };
    let Some(before) = r.before(first).filter(|_| may_be) else { return false };
    let joint = matches!(r.word(before), "," | "called" | "titled" | "entitled");
    joint && r.before(before).is_some_and(|noun| WORKS.has(r.word(noun))) && !SPEAKING.has(r.word(tokens.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_no_sets_and_no_spans_of_years() {
        assert_eq!(result("2-1 victory"), Some(3));
        assert_eq!(result("98–102."), Some("98–102".len()));
        assert_eq!(result("6-4, 6-2"), None);
        assert_eq!(result("6-4 6-2"), None);
        assert_eq!(result("7-6 (7-4)"), None);
        assert_eq!(result("2015-2016"), None);
        assert_eq!(result("2-1-0"), None);
    }
}
