//! Which pronoun fits a person: title first, then the pronouns around, then the first name.

use super::label::{EntityLabel, Gender};
use super::mention::{Entity, Mention};
use super::reading::Reading;
use crate::text::Span;

/// Titles and nouns that say it. Sorted, in lower case without the final dot.
const TITLES: &[(&str, Gender)] = &[
    ("actor", Gender::Male),
    ("actress", Gender::Female),
    ("archbishop", Gender::Male),
    ("baroness", Gender::Female),
    ("brother", Gender::Male),
    ("businessman", Gender::Male),
    ("businesswoman", Gender::Female),
    ("cardinal", Gender::Male),
    ("chairman", Gender::Male),
    ("chairwoman", Gender::Female),
    ("congressman", Gender::Male),
    ("congresswoman", Gender::Female),
    ("councilman", Gender::Male),
    ("councilwoman", Gender::Female),
    ("dame", Gender::Female),
    ("daughter", Gender::Female),
    ("duchess", Gender::Female),
    ("duke", Gender::Male),
    ("emir", Gender::Male),
    ("emperor", Gender::Male),
    ("empress", Gender::Female),
    ("father", Gender::Male),
    ("husband", Gender::Male),
    ("imam", Gender::Male),
    ("king", Gender::Male),
    ("lady", Gender::Female),
    ("lord", Gender::Male),
    ("madam", Gender::Female),
    ("miss", Gender::Female),
    ("mother", Gender::Female),
    ("mr", Gender::Male),
    ("mrs", Gender::Female),
    ("ms", Gender::Female),
    ("policewoman", Gender::Female),
    ("pope", Gender::Male),
    ("prince", Gender::Male),
    ("princess", Gender::Female),
    ("queen", Gender::Female),
    ("sheikh", Gender::Male),
    ("sir", Gender::Male),
    ("sister", Gender::Female),
    ("son", Gender::Male),
    ("spokesman", Gender::Male),
    ("spokeswoman", Gender::Female),
    ("sultan", Gender::Male),
    ("wife", Gender::Female),
];

/// What the word right before a person says: "Mr.", "spokeswoman".
pub(super) fn of_title_before(r: &Reading<'_>, span: Span) -> Option<Gender> {
    let first = r.layout.tokens_in(span).start;
    let before = r.before(first)?;
    let word = r.word(before).trim_end_matches('.');
    if word.len() > 13 || !word.is_ascii() {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    TITLES.binary_search_by(|(w, _)| (*w).cmp(lower.as_str())).ok().map(|n| TITLES[n].1)
}

fn of_pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "He" | "his" | "His" | "him" | "himself" => Some(Gender::Male),
        "she" | "She" | "her" | "Her" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// Fills in the gender of every person of which something shows it. `known` tells the gender of a first name.
pub(super) fn fill(r: &Reading<'_>, mentions: &[Mention], entities: &mut [Entity], known: &dyn Fn(&str) -> Option<Gender>) {
    let mut titles: Vec<Option<Gender>> = vec![None; entities.len()];
    // Pronouns for "he" less those for "she".
    let mut votes: Vec<i32> = vec![0; entities.len()];
    let mut next = 0;
    for sentence in &r.layout.sentences {
        let first = next;
        while next < mentions.len() && mentions[next].span.start() < sentence.span.end() {
            next += 1;
        }
        let mut people = mentions[first..next].iter().filter(|m| m.label == EntityLabel::Person);
        let Some(person) = people.next() else { continue };
        for m in mentions[first..next].iter().filter(|m| m.label == EntityLabel::Person) {
            if let Some(gender) = of_title_before(r, m.span) {
                titles[m.entity].get_or_insert(gender);
            }
        }
        if people.any(|p| p.entity != person.entity) {
            continue;
        }
        // One person in the sentence: the pronouns after the name, and the first word of the next sentence, most likely mean them.
        let from = r.layout.tokens_in(person.span).end;
        for at in from..sentence.tokens.end {
            vote(&mut votes[person.entity], of_pronoun(r.word(at)), 1);
        }
        vote(&mut votes[person.entity], of_pronoun(r.word(sentence.tokens.end)), 1);
    }
    for (n, entity) in entities.iter_mut().enumerate() {
        if entity.label != EntityLabel::Person {
            continue;
        }
        let first_name = entity.name.split(' ').next().filter(|_| entity.name.contains(' ')).and_then(known);
        entity.gender = titles[n].or(match votes[n] {
            v if v >= 2 => Some(Gender::Male),
            v if v <= -2 => Some(Gender::Female),
            _ => None,
        });
        entity.gender = entity.gender.or(first_name).or(match votes[n].signum() {
            1 => Some(Gender::Male),
            -1 => Some(Gender::Female),
            _ => None,
        });
    }
}

fn vote(votes: &mut i32, gender: Option<Gender>, weight: i32) {
    match gender {
        Some(Gender::Male) => *votes += weight,
        Some(Gender::Female) => *votes -= weight,
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_sorted() {
        assert!(TITLES.windows(2).all(|w| w[0].0 < w[1].0));
    }
}
