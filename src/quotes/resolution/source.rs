//! Who the words of a source are: the kinds of words in the order in which they are asked.

use super::found::Found;
use super::reader::Reader;
use super::roles::is_owner;
use super::words::{capitalised, head, is_share};
use crate::entities::{EntityLabel, Mention};
use crate::quotes::basis::Basis;
use crate::quotes::lexicon::{BODY_NOUN, DOCUMENT_NOUN, FEMALE, MALE, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, TITLE, flags};
use crate::quotes::quotation::{SourceType, Speaker};
use crate::text::{Span, border_before};

/// The longest apposition that ends with a name, in bytes.
const LONGEST_APPOSITION: usize = 80;

impl<'a> Reader<'a> {
    pub(super) fn resolve(&mut self, span: Span) -> (Speaker, Basis) {
        let Found { resolved, entity, source_type, basis } = self.read(span);
        if let Some(name) = &resolved {
            self.spoken.push((span, entity, name.clone(), source_type));
        }
        (Speaker { span, resolved, entity, source_type }, basis)
    }

    pub(super) fn read(&self, span: Span) -> Found {
        let words: Vec<&str> = span.of(self.text).split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '@')).collect();
        let Some(first) = words.first() else { return Found::nobody(SourceType::Anonymous) };
        if words.len() == 1
            && let Some(found) = self.pronoun(span, first)
        {
            return found;
        }
        if words.len() == 1
            && let Some(entity) = self.surnames.shouted(first)
        {
            return self.as_entity(entity, SourceType::Named, Basis::Named);
        }
        let head = head(&words);
        let head_flags = flags(words[head]);
        if let Some((name, entity)) = self.named_after(span, first) {
            return Found::somebody(name, Some(entity), SourceType::Named, Basis::Named);
        }
        let lower = words[head].starts_with(char::is_lowercase);
        let definite = first.eq_ignore_ascii_case("the") || first.eq_ignore_ascii_case("this") || first.eq_ignore_ascii_case("that");
        // A name at the end, after its titles.
        let named = self.name_in(span);
        let common = head_flags.has(PERSON_NOUN | PEOPLE_NOUN | DOCUMENT_NOUN | BODY_NOUN);
        let tied = head + 1 < words.len() && flags(words[head + 1]).has(PREPOSITION);
        if lower && common && (tied || head + 1 == words.len()) || words[head].chars().all(char::is_numeric) || words.contains(&"percent") || is_share(&words) {
            return self.common(span, &words, head, definite);
        }
        let party = matches!(words[head], "Democrat" | "Republican" | "Texan" | "Californian") || !lower && definite && head_flags.has(PERSON_NOUN);
        if party && definite && head + 1 == words.len() {
            return self.described(span, &words);
        }
        if let Some(several) = self.several(span) {
            return several;
        }
        if let Some(mention) = named {
            let entity = &self.entities.entities[mention.entity];
            let kind = match entity.label {
                EntityLabel::Person => SourceType::Named,
                EntityLabel::Norp => SourceType::Collective,
                _ if head_flags.has(DOCUMENT_NOUN) && lower => SourceType::Document,
                _ if head_flags.has(PEOPLE_NOUN) => SourceType::Collective,
                _ if head_flags.has(PERSON_NOUN) && lower => SourceType::Anonymous,
                _ => SourceType::Organisation,
            };
            if matches!(kind, SourceType::Anonymous | SourceType::Collective) && entity.label != EntityLabel::Person {
                return Found::nobody(kind);
            }
            if kind == SourceType::Named && self.is_shared(mention) {
                return self.shared(span, mention);
            }
            let (name, entity) = self.fullest(mention.entity);
            return Found::somebody(name, Some(entity), kind, Basis::Named);
        }
        if !lower {
            return capitalised(&words, head_flags);
        }
        if definite {
            return self.described(span, &words);
        }
        let several = words[head].ends_with('s') && !words[head].ends_with("ss")
            || matches!(words[head], "handful" | "number" | "couple" | "majority" | "half" | "third" | "share") && words.get(head + 1) == Some(&"of");
        let kind = if several { SourceType::Collective } else { SourceType::Anonymous };
        Found::nobody(kind)
    }

    /// The person named between commas after a role: "The attorney general, Lena Ortiz, said".
    pub(super) fn named_after(&self, span: Span, first: &str) -> Option<(String, usize)> {
        let role = matches!(first.to_lowercase().as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "my" | "our")
            || first.ends_with("'s")
            || first.ends_with("’s")
            || flags(first).has(PERSON_NOUN);
        let mut at = span.end();
        let mut after = self.text[at..border_before(self.text, at + LONGEST_APPOSITION)].strip_prefix(", ").filter(|_| role)?;
        at += ", ".len();
        // "the secretary of the Harbour Board, HB, Lena Ortiz,"
        if let Some((acronym, rest)) = after.split_once(", ").filter(|(word, _)| word.len() < 10 && word.chars().all(char::is_uppercase)) {
            at += acronym.len() + ", ".len();
            after = rest;
        }
        // "Sloan's opposite number, Italian coach Paolo Ferraris,": the name closes the apposition.
        let end = at + after.find([',', '.', '\n', '“', '"'])?;
        let mention = self.entities.mentions_in(Span::new(at, end)).iter().find(|m| m.span.end() == end && m.label == EntityLabel::Person)?;
        Some(self.fullest(mention.entity))
    }

    /// True for a family name alone that several people of the document have, where no "Mrs." before it tells which, and it is not one of them
    /// whom nearly all of the document is about.
    fn is_shared(&self, mention: &Mention) -> bool {
        let name = mention.span.of(self.text);
        let titled =
            self.text[..mention.span.start()].trim_end().rsplit(char::is_whitespace).next().is_some_and(|w| flags(w).has(FEMALE | MALE) && flags(w).has(TITLE));
        let alone = name.split_whitespace().count() == 1;
        alone && !titled && self.surnames.several(name).is_some_and(|people| !self.stands_out(mention.entity, people))
    }

    /// True where `entity` is named far more often than all others of its family name together.
    fn stands_out(&self, entity: usize, people: &[usize]) -> bool {
        /// So many times as often.
        const FAR: usize = 4;
        let others: usize = people.iter().filter(|p| **p != entity).map(|p| self.counts[*p]).sum();
        self.counts[entity] >= FAR * others
    }

    /// Who is meant by a family name that several have: the one of them who spoke last, if near; nobody otherwise.
    fn shared(&self, span: Span, mention: &Mention) -> Found {
        let name = mention.span.of(self.text);
        let last = self.spoken.last().filter(|s| s.3 == SourceType::Named && self.near(s.0, span, 1) && s.2.rsplit(' ').next() == Some(name));
        match last {
            Some((_, entity, full, _)) => Found::somebody(full.clone(), *entity, SourceType::Named, Basis::Named),
            None => Found::nobody(SourceType::Named),
        }
    }

    /// Two people and more who speak as one: "Ana Reyes and Tom Hale", "Ana Reyes and her deputy Tom Hale".
    fn several(&self, span: Span) -> Option<Found> {
        let people: Vec<_> = self.entities.mentions_in(span).iter().filter(|m| span.contains(m.span) && m.label == EntityLabel::Person).collect();
        let joined = |pair: &[&Mention]| {
            let mut between = self.text[pair[0].span.end()..pair[1].span.start()].split_whitespace();
            let joint = between.next();
            let title = |w: &str| w.starts_with(char::is_uppercase) || is_owner(w) || flags(w).has(PERSON_NOUN | TITLE);
            (joint == Some("and") || joint == Some("&") || joint == Some(",")) && between.all(|w| w == "and" || title(w))
        };
        let last = people.last().filter(|_| people.len() > 1)?;
        let and = self.text[people[people.len() - 2].span.end()..last.span.start()].split_whitespace().any(|w| w == "and" || w == "&");
        if !and || !people.windows(2).all(joined) {
            return None;
        }
        let names: Vec<String> = people.iter().map(|m| self.fullest(m.entity).0).collect();
        let (last, first) = names.split_last()?;
        Some(Found::somebody(format!("{} and {last}", first.join(", ")), None, SourceType::Collective, Basis::Named))
    }
}
