//! Whom a pronoun stands for.

use super::found::Found;
use super::reader::{RECENT, Reader};
use crate::entities::{EntityLabel, Gender, Mention};
use crate::quotes::basis::Basis;
use crate::quotes::quotation::SourceType;
use crate::text::{Span, border_before};

/// How far before a pronoun a relative is looked for, in bytes.
const KIN_WITHIN: usize = 400;

impl<'a> Reader<'a> {
    /// What a single pronoun or indefinite word stands for: "she", "it", "others"; `None` for any other word.
    pub(super) fn pronoun(&self, span: Span, word: &str) -> Option<Found> {
        let lower = word.to_lowercase();
        Some(match lower.as_str() {
            "he" | "she" | "him" | "her" | "his" => {
                let gender = if matches!(lower.as_str(), "he" | "him" | "his") { Gender::Male } else { Gender::Female };
                match self.person_before(span, gender) {
                    Some((name, entity)) => Found::somebody(name, entity, SourceType::Named, Basis::Pronoun),
                    None => Found::nobody(SourceType::Named),
                }
            }
            "it" | "its" => {
                let last = self.spoken.last().filter(|s| matches!(s.3, SourceType::Organisation | SourceType::Document) && self.near(s.0, span, 1));
                match last {
                    Some((_, entity, name, kind)) => Found::somebody(name.clone(), *entity, *kind, Basis::Pronoun),
                    None => Found::nobody(SourceType::Organisation),
                }
            }
            "they" | "we" | "others" | "many" | "some" | "most" | "both" | "those" | "few" | "people" | "them" | "their" => {
                Found::nobody(SourceType::Collective)
            }
            "i" | "who" | "one" | "another" | "you" | "q" | "a" => Found::nobody(SourceType::Anonymous),
            _ => return None,
        })
    }

    /// The man or woman that a pronoun at `span` stands for.
    pub(super) fn person_before(&self, span: Span, gender: Gender) -> Option<(String, Option<usize>)> {
        let fits = |entity: usize| self.entities.entities[entity].gender.is_none_or(|g| g == gender);
        let sure = |entity: usize| self.entities.entities[entity].gender == Some(gender);
        let sentence = self.sentence_start(span);
        // "Asked by Lena Ortiz whether she would leave, she said": it was not Ortiz who answered.
        let asks = is_question(&self.text[sentence..span.start()]);
        let people = || self.before(span).filter(move |m| m.label == EntityLabel::Person && fits(m.entity) && !(asks && m.span.start() >= sentence));
        let name = |entity: usize| Some((self.entities.entities[entity].name.clone(), Some(entity)));
        // The subject of the sentence, where a person stands before the pronoun in it.
        let here: Vec<&Mention> = people().rev().take(RECENT).take_while(|m| m.span.start() >= sentence).collect();
        if let Some(first) = here.iter().rev().find(|m| sure(m.entity)).or_else(|| here.last()) {
            return name(first.entity);
        }
        // Who spoke last, where that was near.
        let spoke = self
            .spoken
            .iter()
            .rev()
            .take(RECENT)
            .find(|(at, entity, _, kind)| *kind == SourceType::Named && self.near(*at, span, 2) && entity.is_none_or(fits));
        let last = people().rev().take(12).find(|m| self.near(m.span, span, 2));
        // "My late husband never went. “Take it away,” he used to say": no name, and nobody who was named before.
        let from = spoke.map_or(0, |(at, ..)| at.end()).max(last.map_or(0, |m| m.span.end()));
        let from = from.max(border_before(self.text, span.start().saturating_sub(KIN_WITHIN)));
        if from < span.start() && names_kin(&self.text[from..span.start()], gender) {
            return None;
        }
        // The people of a sentence, the last one first.
        let with = |last: &Mention| {
            let start = self.sentence_start(last.span);
            people().rev().take(RECENT).take_while(move |m| m.span.start() >= start)
        };
        // "Ames unveiled a bust of Lord Lane. He said": whoever the sentence opens with.
        let opener = |last: &Mention| {
            let titles =
                |m: &&Mention| self.text[self.sentence_start(m.span)..m.span.start()].split_whitespace().all(|word| word.starts_with(char::is_uppercase));
            with(last).last().filter(titles)
        };
        match (spoke, last) {
            (Some((at, entity, named, _)), Some(last)) => {
                // A person named after the last speaker takes over where a sentence starts with the name.
                let fresh = last.span.start() > at.end()
                    && Some(last.entity) != *entity
                    && self.opens_sentence(last.span)
                    // In the pronoun's own paragraph it does in any case.
                    && (sure(last.entity) || entity.is_none_or(|e| !sure(e)) || self.near(last.span, span, 0) && !self.near(*at, span, 0));
                if fresh { name(opener(last).unwrap_or(last).entity) } else { Some((named.clone(), *entity)) }
            }
            (Some((_, entity, named, _)), None) => Some((named.clone(), *entity)),
            (None, Some(last)) => {
                let subject = opener(last).or_else(|| with(last).filter(|m| sure(m.entity)).last());
                name(subject.unwrap_or(last).entity)
            }
            (None, None) => None,
        }
    }
}

/// True for the head of a sentence that tells who asked: "Asked by Ortiz", "When pressed by the clerk".
fn is_question(head: &str) -> bool {
    let head = head.trim_start().strip_prefix("When ").unwrap_or(head.trim_start());
    let verb = head.split(' ').next().unwrap_or_default();
    ["Asked", "asked", "Pressed", "pressed", "Questioned", "questioned", "Challenged", "challenged", "Quizzed", "quizzed"].contains(&verb)
        && head[verb.len()..].starts_with(" by ")
}

/// True where a relative of `gender` stands in `text`, somebody's: "my late husband".
fn names_kin(text: &str, gender: Gender) -> bool {
    let kin: &[&str] = match gender {
        Gender::Male => &["brother", "father", "grandfather", "grandson", "husband", "nephew", "son", "stepfather", "uncle"],
        Gender::Female => &["aunt", "daughter", "granddaughter", "grandmother", "mother", "niece", "sister", "stepmother", "wife"],
    };
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let owned = |n: usize| words[n.saturating_sub(3)..n].iter().any(|w| ["my", "our", "her", "his", "their"].iter().any(|own| w.eq_ignore_ascii_case(own)));
    (0..words.len()).any(|n| kin.contains(&words[n]) && owned(n))
}
