//! A source without a name: an official, the department, a statement, "the Florida senator".

use super::found::Found;
use super::reader::{RECENT, Reader};
use super::roles::is_owner;
use super::words::{is_share, same_role};
use crate::entities::{EntityLabel, Gender};
use crate::quotes::basis::Basis;
use crate::quotes::lexicon::{BODY_NOUN, DOCUMENT_NOUN, FEMALE, MALE, PEOPLE_NOUN, PERSON_NOUN, flags};
use crate::quotes::quotation::SourceType;
use crate::text::Span;

/// How many mentions back a role is looked for.
const REACH: usize = 240;

impl<'a> Reader<'a> {
    /// A source without a name: an official, officials, the department, a statement.
    pub(super) fn common(&self, span: Span, words: &[&str], head: usize, definite: bool) -> Found {
        let head_flags = flags(words[head]);
        if head_flags.has(DOCUMENT_NOUN) {
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
        if head_flags.has(BODY_NOUN) && !head_flags.has(PERSON_NOUN | PEOPLE_NOUN) {
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
        if head_flags.has(PEOPLE_NOUN) && !head_flags.has(PERSON_NOUN)
            || words[head].chars().all(char::is_numeric)
            || words.contains(&"percent")
            || is_share(words)
        {
            return Found::nobody(SourceType::Collective);
        }
        if (definite || is_owner(words[0]))
            && head + 1 == words.len()
            && !matches!(words[head], "source" | "official" | "person" | "spokesman" | "spokeswoman" | "spokesperson" | "aide")
        {
            return self.described(span, words);
        }
        Found::nobody(SourceType::Anonymous)
    }

    /// "the Florida senator", "her deputy": the person whom the document gives that title or apposition; nobody where it gives it to two, or to
    /// somebody without a name since. "the Vermont Democrat", "the 34-year-old": the one quoted just before.
    pub(super) fn described(&self, span: Span, words: &[&str]) -> Found {
        let none = Found::nobody(SourceType::Anonymous);
        let Some(head) = words.last().map(|w| w.to_lowercase()) else { return none };
        let modifiers = words.get(1..words.len() - 1).unwrap_or_default();
        let gender = if flags(&head).has(FEMALE) {
            Some(Gender::Female)
        } else if flags(&head).has(MALE) {
            Some(Gender::Male)
        } else {
            None
        };
        let fits = |entity: usize| gender.is_none_or(|g| self.entities.entities[entity].gender.is_none_or(|e| e == g));
        let owner = words.first().copied().filter(|w| is_owner(w));
        // Whoever has the role, the last one first: how many of the modifiers stand there too, who, and where.
        let mut having: Vec<(usize, usize, Span)> = Vec::new();
        for mention in self.before(span).rev().take(REACH).filter(|m| m.label == EntityLabel::Person && fits(m.entity)) {
            for role in self.roles(mention.span) {
                let last = role.head_words().iter().rev().any(|w| same_role(w, &head));
                // "his wife" is "Tom Hale's wife, Mary".
                let owned = owner.is_none_or(|_| role.words.iter().any(|w| is_owner(w)));
                if last && owned && !having.iter().any(|(_, entity, _)| *entity == mention.entity) {
                    let shared = modifiers.iter().filter(|m| role.words.iter().any(|w| w.eq_ignore_ascii_case(m))).count();
                    having.push((shared, mention.entity, mention.span));
                }
            }
        }
        let most = having.iter().map(|h| h.0).max().unwrap_or(0);
        having.retain(|h| h.0 == most);
        let spoke_last = |entity: usize| self.spoken.last().is_some_and(|s| s.1 == Some(entity) && self.near(s.0, span, 2));
        let chosen = match having[..] {
            [only] if most == modifiers.len() => Some(only),
            _ => having.iter().copied().find(|h| spoke_last(h.1)),
        };
        if let Some((_, entity, at)) = chosen
            && !self.another_has_role(&head, at, span.start())
        {
            return self.as_entity(entity, SourceType::Named, Basis::Description);
        }
        // An epithet: the one quoted just before, where nobody else was named since.
        let epithet = words.last().is_some_and(|w| w.starts_with(char::is_uppercase)) || head.ends_with("-year-old");
        if let Some((at, entity, name, SourceType::Named)) = self.spoken.last().filter(|_| epithet)
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
}
