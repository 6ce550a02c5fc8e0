//! Names that were found in pieces, or two in one: possessives inside a name, acronyms that tell how long it is, "and the" between two.

use super::heads::is_organisation_head;
use crate::entities::label::EntityLabel;
use crate::entities::lists::organisations::ORGANISATION_WORDS;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// Whose court, office, congress or union it may be: "Magistrate's Court".
const OWNERS: WordSet = WordSet::new(
    "Attorney Children Doctors Employers Farmers Governor Journalists Lawyers Magistrate Magistrates Mayor Men Nurses Ombudsman People Peoples \
     Prosecutor Prosecutors Sheriff Students Teachers Veterans Women Workers Writers Youth",
);

/// Makes whole what belongs together, and cuts what does not. `names` are in order and stay so.
pub(super) fn settle(r: &Reading<'_>, names: &mut Vec<Name>) {
    join_possessives(r, names);
    let mut whole: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names.drain(..) {
        if extend_to_acronym(r, &mut name) {
            // Names that were found in the part that is taken in.
            while whole.pop_if(|n| n.span.end() > name.span.start()).is_some() {}
        }
        whole.push(name);
    }
    for name in whole {
        match split_at_and(r, &name) {
            Some(two) => names.extend(two),
            None => names.push(name),
        }
    }
}

/// "Booysens Magistrate's Court", "National People's Congress": one organisation, whatever was found of it.
fn join_possessives(r: &Reading<'_>, names: &mut Vec<Name>) {
    let mut taken = vec![false; names.len()];
    for at in 0..names.len() {
        let tokens = names[at].tokens(r);
        let end = tokens.end;
        let owner = OWNERS.has(r.word(end - 1)).then(|| past_possessive(r, end)).flatten();
        let head = owner.filter(|head| r.capital(*head) && (is_organisation_head(r.word(*head)) || ORGANISATION_WORDS.has(r.word(*head))));
        if let Some(head) = head.filter(|_| !taken[at]) {
            // The name that starts at the head goes with it: "Congress", "Court of Appeal".
            let covered = names.get(at + 1).filter(|n| n.tokens(r).start == head).map(|n| n.tokens(r).end);
            names[at].span = r.span(tokens.start, covered.unwrap_or(head + 1));
            names[at].label = EntityLabel::Org;
            names[at].rule = "entities.possessive";
            if covered.is_some() {
                taken[at + 1] = true;
            }
        }
    }
    let mut taken = taken.into_iter();
    names.retain(|_| taken.next() != Some(true));
}

/// Where the word after "'s" stands, the mark at token `at`; tokenised text may have it in two.
fn past_possessive(r: &Reading<'_>, at: usize) -> Option<usize> {
    let next = match r.word(at) {
        "'s" | "’s" => at + 1,
        "'" | "’" if r.word(at + 1) == "s" => at + 2,
        "'" | "’" => at + 1,
        _ => return None,
    };
    (next < r.sentence_end(at)).then_some(next)
}

/// "Information and Communication Technologies Authority (ICTA)" where the first words were left out: the acronym counts them.
fn extend_to_acronym(r: &Reading<'_>, name: &mut Name) -> bool {
    let tokens = name.tokens(r);
    if !matches!(name.label, EntityLabel::Org | EntityLabel::Misc) || r.word(tokens.end) != "(" || r.word(tokens.end + 2) != ")" {
        return false;
    }
    let letters: Vec<char> = r.word(tokens.end + 1).chars().collect();
    if letters.len() < 3 || !letters.iter().all(|c| c.is_uppercase()) {
        return false;
    }
    let initial = |at: usize| r.word(at).chars().next().filter(|c| c.is_uppercase());
    let mut found: Vec<char> = tokens.clone().rev().filter_map(initial).collect();
    let is_tail = |found: &[char]| found.len() <= letters.len() && found.iter().eq(letters.iter().rev().take(found.len()));
    let mut at = tokens.start;
    while is_tail(&found) && found.len() < letters.len() {
        let Some(before) = r.before(at) else { return false };
        at = before;
        match initial(at) {
            Some(letter) if r.kind(at) == Some(TokenKind::Word) => found.push(letter),
            _ if matches!(r.word(at), "and" | "of" | "for" | "the" | "&" | "on" | ",") => {}
            _ => return false,
        }
    }
    let whole = found.len() == letters.len() && is_tail(&found) && at < tokens.start;
    if whole {
        name.span = r.span(at, tokens.end);
        name.rule = "entities.acronym_length";
    }
    whole
}

/// "the Ministry of Finance and the Bank of Ghana": two organisations.
fn split_at_and(r: &Reading<'_>, name: &Name) -> Option<[Name; 2]> {
    let tokens = name.tokens(r);
    if name.label != EntityLabel::Org || tokens.len() < 5 {
        return None;
    }
    let and = (tokens.start + 2..tokens.end - 2).find(|at| r.word(*at) == "and" && r.word(at + 1) == "the" && r.capital(at + 2))?;
    let whole = is_organisation_head(r.word(and + 2)) || is_organisation_head(r.word(tokens.end - 1)) || ORGANISATION_WORDS.has(r.word(and + 2));
    whole.then(|| [Name { span: r.span(tokens.start, and), ..name.clone() }, Name { span: r.span(and + 2, tokens.end), ..name.clone() }])
}
