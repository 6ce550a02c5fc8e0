//! A source without a name: an official, the department, a statement, "the Florida senator".

use super::found::Found;
use super::reader::{RECENT, Reader, floor_char};
use super::words::{is_share, same_role};
use crate::entities::{EntityLabel, Gender};
use crate::quotes::basis::Basis;
use crate::quotes::lexicon::{BODY_NOUN, DOCUMENT_NOUN, FEMALE, MALE, PEOPLE_NOUN, PERSON_NOUN, flags};
use crate::quotes::quotation::SourceType;
use crate::text::Span;

impl<'a> Reader<'a> {
    /// A source without a name: an official, officials, the department, a statement.
    pub(super) fn common(&self, span: Span, words: &[&str], head: usize, definite: bool) -> Found {
        let head_flags = flags(words[head]);
        if head_flags & DOCUMENT_NOUN != 0 {
            let own = self.entities.mentions_in(span).iter().rev().find(|m| matches!(m.label, EntityLabel::Person | EntityLabel::Org));
            if let Some(mention) = own {
                return self.as_entity(mention.entity, SourceType::Document, Basis::Named);
            }
            let issuer = self
                .spoken
                .iter()
                .rev()
                .take(RECENT)
                .find(|s| self.near(s.0, span, 2))
                .filter(|_| definite && matches!(words[head], "statement" | "letter" | "memo" | "email" | "message" | "tweet"));
            return match issuer {
                Some((_, entity, name, _)) => Found::somebody(name.clone(), *entity, SourceType::Document, Basis::Issuer),
                None => Found::nobody(SourceType::Document),
            };
        }
        if head_flags & BODY_NOUN != 0 && head_flags & (PERSON_NOUN | PEOPLE_NOUN) == 0 {
            if let Some(mention) = self.entities.mentions_in(span).iter().rev().find(|m| m.label == EntityLabel::Org) {
                return self.as_entity(mention.entity, SourceType::Organisation, Basis::Named);
            }
            if definite && words.len() <= 3 {
                let noun = words[head];
                let last =
                    self.before(span).rev().take(60).find(|m| {
                        m.label == EntityLabel::Org && self.entities.entities[m.entity].name.split_whitespace().any(|w| w.eq_ignore_ascii_case(noun))
                    });
                if let Some(mention) = last {
                    return self.as_entity(mention.entity, SourceType::Organisation, Basis::Organisation);
                }
            }
            return Found::nobody(SourceType::Organisation);
        }
        if head_flags & PEOPLE_NOUN != 0 && head_flags & PERSON_NOUN == 0
            || words[head].chars().all(char::is_numeric)
            || words.contains(&"percent")
            || is_share(words)
        {
            return Found::nobody(SourceType::Collective);
        }
        if definite
            && head + 1 == words.len()
            && !matches!(words[head], "source" | "official" | "person" | "spokesman" | "spokeswoman" | "spokesperson" | "aide")
        {
            return self.described(span, words);
        }
        Found::nobody(SourceType::Anonymous)
    }

    /// "the Florida senator": a person with that title or apposition, or the one quoted just before.
    pub(super) fn described(&self, span: Span, words: &[&str]) -> Found {
        let none = Found::nobody(SourceType::Anonymous);
        let Some(head) = words.last().map(|w| w.to_lowercase()) else { return none };
        let modifiers: Vec<&str> = words.get(1..words.len() - 1).unwrap_or_default().iter().filter(|w| w.starts_with(char::is_uppercase)).copied().collect();
        let gender = if flags(&head) & FEMALE != 0 {
            Some(Gender::Female)
        } else if flags(&head) & MALE != 0 {
            Some(Gender::Male)
        } else {
            None
        };
        let fits = |entity: usize| gender.is_none_or(|g| self.entities.entities[entity].gender.is_none_or(|e| e == g));
        let mut best: Option<(usize, usize)> = None;
        for mention in self.before(span).rev().take(60).filter(|m| m.label == EntityLabel::Person && fits(m.entity)) {
            let context = self.around(mention.span);
            let has_head = context.split(|c: char| !c.is_alphanumeric()).any(|w| same_role(w, &head));
            if !has_head {
                continue;
            }
            let score = 1 + modifiers.iter().filter(|m| context.contains(**m)).count();
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, mention.entity));
            }
        }
        if let Some((score, entity)) = best
            && (score > 1 || modifiers.is_empty())
        {
            return self.as_entity(entity, SourceType::Named, Basis::Description);
        }
        // The one quoted just before, where nobody else was named since.
        if let Some((at, entity, name, SourceType::Named)) = self.spoken.last()
            && self.near(*at, span, 1)
            && entity.is_none_or(fits)
        {
            let other = self
                .before(span)
                .rev()
                .take(RECENT)
                .take_while(|m| m.span.start() > at.end())
                .any(|m| m.label == EntityLabel::Person && Some(m.entity) != *entity);
            if !other {
                return Found::somebody(name.clone(), *entity, SourceType::Named, Basis::Description);
            }
        }
        none
    }

    /// The text around a mention in which its titles and appositions stand.
    pub(super) fn around(&self, mention: Span) -> &'a str {
        let start = floor_char(self.text, mention.start().saturating_sub(60));
        let end = floor_char(self.text, (mention.end() + 90).min(self.text.len()));
        let before = &self.text[start..mention.start()];
        let cut = before.rfind([',', ';', '“', '”', '"', '\n']).map_or(0, |n| n + before[n..].chars().next().map_or(1, char::len_utf8));
        let after = &self.text[mention.end()..end];
        let close = if let Some(apposition) = after.strip_prefix(',') {
            apposition.find([',', '.', ';', '\n', '“', '"']).map_or(after.len(), |n| n + 1)
        } else if after.starts_with(" (") {
            after.find(')').unwrap_or(after.len())
        } else {
            0
        };
        &self.text[start + cut..mention.end() + close]
    }
}
