//! From the words that name a source to who that is.
//!
//! A wrong name is worse than none: a source without a name stays without one, and only a definite description, a pronoun
//! or a surname that fits one entity of the document is given its full name.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::cues::Flags;
use super::draft::{Draft, How, Source};
use super::lexicon::{BODY_NOUN, DOCUMENT_NOUN, FEMALE, MALE, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, TITLE, flags};
use super::pairing::Marked;
use super::quotation::{Quotation, QuoteKind, SourceType, Speaker};
use super::reason;
use super::surnames::Surnames;
use crate::entities::{Entities, EntityLabel, Gender, Mention};
use crate::text::{Layout, Span, order};

/// How many of the last named sources are tried for a pronoun or a document.
const RECENT: usize = 24;

/// The longest apposition that ends with a name, in bytes.
const LONGEST_APPOSITION: usize = 80;

/// How far before a pronoun a relative is looked for, in bytes.
const KIN_WITHIN: usize = 400;

/// Finishes the drafts: speakers resolved, reasons said, in order of place.
pub(super) fn resolve(text: &str, layout: &Layout, marked: &[Marked], mut drafts: Vec<Draft>, entities: &Entities, surnames: &Surnames) -> Vec<Quotation> {
    order::sort_by(&mut drafts, |d| order::of_place(d.span));
    let mut reader = Reader::new(text, layout, marked, entities, surnames);
    // Sources in the order in which they stand, so that what was resolved before helps with what comes after.
    let mut sources: Vec<(Span, usize)> = drafts.iter().enumerate().filter_map(|(n, d)| d.source.as_ref().map(|s| (s.span, n))).collect();
    order::sort_by(&mut sources, |(span, _)| order::of_place(*span));
    let mut resolved: BTreeMap<Span, (Speaker, Basis)> = BTreeMap::new();
    for (span, _) in sources {
        resolved.entry(span).or_insert_with(|| reader.resolve(span));
    }
    let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
    drafts
        .into_iter()
        .map(|d| {
            let next = groups.len();
            let group = *groups.entry(d.group).or_insert(next);
            let found = d.source.as_ref().and_then(|s| resolved.get(&s.span).cloned());
            let (speaker, basis) = found.map_or((None, Basis::None), |(s, b)| (Some(s), b));
            let (rule, score) = rule(&d, basis, is_damaged(text, &d));
            let reason = reason::reason(text, &d, speaker.as_ref(), basis);
            Quotation { span: d.span, kind: d.kind, group, quoted: d.quoted, cue: d.cue, speaker, addressee: d.addressee, rule, reason, score }
        })
        .collect()
}

/// The rule that a draft rests on and how sure it is. The figures follow the share of right speakers by rule on news text.
fn rule(draft: &Draft, basis: Basis, damaged: bool) -> (&'static str, f32) {
    use super::report::SubjectRule as S;
    let (rule, base): (&'static str, f32) = match (&draft.source, draft.kind) {
        (_, QuoteKind::Scare) => ("quotes.scare", 0.6),
        (_, QuoteKind::Title) => ("quotes.title", 0.6),
        (Some(Source { how, .. }), _) => match how {
            How::Cue(S::Before) => ("quotes.subject_before", 0.96),
            How::Cue(S::Inverted) => ("quotes.said_after", 0.97),
            How::Cue(S::PastAside) => ("quotes.past_aside", 0.92),
            How::Cue(S::Shared) => ("quotes.shared_subject", 0.88),
            How::Cue(S::Relative) => ("quotes.relative", 0.9),
            How::Cue(S::AccordingTo) => ("quotes.according_to", 0.95),
            How::Cue(S::Agent) => ("quotes.agent", 0.88),
            How::Cue(S::Issuer) => ("quotes.issuer", 0.88),
            How::Cue(S::Owner) => ("quotes.owner", 0.8),
            How::Cue(S::Participle) => ("quotes.participle", 0.86),
            How::UnknownVerb => ("quotes.unknown_verb", 0.82),
            How::Label => ("quotes.label", 0.85),
            How::Signature => ("quotes.signature", 0.8),
            How::Continued => ("quotes.continued", 0.92),
            How::Floating => ("quotes.floating", 0.72),
            How::Governing => ("quotes.governing", 0.55),
        },
        (None, QuoteKind::Indirect) => ("quotes.unsourced", 0.9),
        _ => ("quotes.marks", 0.5),
    };
    let kind = match draft.kind {
        QuoteKind::Indirect if draft.rate.is_some() => f32::from(draft.rate.unwrap_or_default()) / 100.0,
        QuoteKind::Indirect if draft.class & super::cues::THOUGHT != 0 && draft.class & super::cues::SPEECH == 0 => 0.75,
        QuoteKind::Indirect => 0.9,
        QuoteKind::Mixed => 0.95,
        _ => 1.0,
    };
    let inferred = if matches!(basis, Basis::Pronoun | Basis::Description | Basis::Issuer) { 0.95 } else { 1.0 };
    (rule, base * kind * inferred * if damaged { 0.6 } else { 1.0 })
}

/// True for "six in 10", "nine out of ten".
fn is_share(words: &[&str]) -> bool {
    let number = |w: &&str| w.chars().all(char::is_numeric) || flags(w) & super::lexicon::DETERMINER != 0;
    matches!(words, [first, "in", last] | [first, "out", "of", last] if number(first) && number(last))
}

/// True where words were lost or overwritten around the source: a name twice over, or a wide gap.
fn is_damaged(text: &str, draft: &Draft) -> bool {
    let Some(source) = &draft.source else { return false };
    let mut around = source.span;
    if let Some(cue) = draft.cue {
        let joined = around.cover(cue);
        if joined.len() < 200 {
            around = joined;
        }
    }
    let words = around.of(text);
    let doubled = words.split_whitespace().zip(words.split_whitespace().skip(1)).any(|(a, b)| a == b && a.len() > 3 && a.starts_with(char::is_uppercase));
    doubled || words.contains("   ") || text[..around.start()].ends_with("   ")
}

/// Who the words of a source turned out to be.
struct Found {
    /// The fullest name that the document gives the source.
    resolved: Option<String>,
    /// An index into the document's entities.
    entity: Option<usize>,
    source_type: SourceType,
    basis: Basis,
}

impl Found {
    /// A source that stays without a name.
    fn nobody(source_type: SourceType) -> Self {
        Found { resolved: None, entity: None, source_type, basis: Basis::None }
    }

    fn somebody(name: String, entity: Option<usize>, source_type: SourceType, basis: Basis) -> Self {
        Found { resolved: Some(name), entity, source_type, basis }
    }
}

struct Reader<'a> {
    text: &'a str,
    layout: &'a Layout,
    entities: &'a Entities,
    /// Mentions outside all marks, in order.
    outside: Vec<&'a Mention>,
    surnames: &'a Surnames,
    /// The last sources with a name: where, which entity, its name, its type.
    spoken: Vec<(Span, Option<usize>, String, SourceType)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, layout: &'a Layout, marked: &[Marked], entities: &'a Entities, surnames: &'a Surnames) -> Self {
        let outer: Vec<Span> = marked.iter().filter(|m| m.parent.is_none() && m.inner.len() > 30).map(|m| m.span).collect();
        let inside = |span: Span| {
            let n = outer.partition_point(|o| o.end() <= span.start());
            outer.get(n).is_some_and(|o| o.start() <= span.start())
        };
        let outside = entities.mentions.iter().filter(|m| !inside(m.span)).collect();
        Self { text, layout, entities, outside, surnames, spoken: Vec::new() }
    }

    fn resolve(&mut self, span: Span) -> (Speaker, Basis) {
        let Found { resolved, entity, source_type, basis } = self.read(span);
        if let Some(name) = &resolved {
            self.spoken.push((span, entity, name.clone(), source_type));
        }
        (Speaker { span, resolved, entity, source_type }, basis)
    }

    fn read(&self, span: Span) -> Found {
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
        let common = head_flags & (PERSON_NOUN | PEOPLE_NOUN | DOCUMENT_NOUN | BODY_NOUN) != 0;
        let tied = head + 1 < words.len() && flags(words[head + 1]) & PREPOSITION != 0;
        if lower && common && (tied || head + 1 == words.len()) || words[head].chars().all(char::is_numeric) || words.contains(&"percent") || is_share(&words) {
            return self.common(span, &words, head, definite);
        }
        let party = matches!(words[head], "Democrat" | "Republican" | "Texan" | "Californian") || !lower && definite && head_flags & PERSON_NOUN != 0;
        if party && definite && head + 1 == words.len() {
            return self.described(span, &words);
        }
        if let Some(mention) = named {
            let entity = &self.entities.entities[mention.entity];
            let kind = match entity.label {
                EntityLabel::Person => SourceType::Named,
                EntityLabel::Norp => SourceType::Collective,
                _ if head_flags & DOCUMENT_NOUN != 0 && lower => SourceType::Document,
                _ if head_flags & PEOPLE_NOUN != 0 => SourceType::Collective,
                _ if head_flags & PERSON_NOUN != 0 && lower => SourceType::Anonymous,
                _ => SourceType::Organisation,
            };
            if matches!(kind, SourceType::Anonymous | SourceType::Collective) && entity.label != EntityLabel::Person {
                return Found::nobody(kind);
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

    /// What a single pronoun or indefinite word stands for: "she", "it", "others"; `None` for any other word.
    fn pronoun(&self, span: Span, word: &str) -> Option<Found> {
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

    /// The entity with this number, by its canonical name.
    fn as_entity(&self, entity: usize, source_type: SourceType, basis: Basis) -> Found {
        Found::somebody(self.entities.entities[entity].name.clone(), Some(entity), source_type, basis)
    }

    /// The last person or organisation that `span` names: the mention that ends it, or the only one.
    fn name_in(&self, span: Span) -> Option<&'a Mention> {
        let mentions = self.entities.mentions_in(span);
        let fits = |m: &&Mention| matches!(m.label, EntityLabel::Person | EntityLabel::Org | EntityLabel::Norp | EntityLabel::Loc | EntityLabel::Misc);
        let mentions: Vec<&Mention> = mentions.iter().filter(|m| span.contains(m.span)).collect();
        let owned = |m: &&Mention| self.text[m.span.end()..span.end().max(m.span.end())].starts_with(['\'', '’']);
        mentions
            .iter()
            .rev()
            .copied()
            .find(|m| m.label == EntityLabel::Person && !owned(m))
            .or_else(|| mentions.iter().rev().copied().find(|m| m.label == EntityLabel::Org && !owned(m)))
            .or_else(|| mentions.iter().rev().copied().find(|m| fits(m) && !owned(m)))
    }

    /// The person named between commas after a role: "The attorney general, Lena Ortiz, said".
    fn named_after(&self, span: Span, first: &str) -> Option<(String, usize)> {
        let role = matches!(first.to_lowercase().as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "my" | "our")
            || first.ends_with("'s")
            || first.ends_with("’s")
            || flags(first) & PERSON_NOUN != 0;
        let mut at = span.end();
        let mut after = self.text[at..floor_char(self.text, at + LONGEST_APPOSITION)].strip_prefix(", ").filter(|_| role)?;
        at += ", ".len();
        // "the secretary of the Harbour Board, HB, Lena Ortiz,"
        if let Some((acronym, rest)) = after.split_once(", ").filter(|(word, _)| word.len() < 10 && word.chars().all(char::is_uppercase)) {
            at += acronym.len() + ", ".len();
            after = rest;
        }
        // "Sloan's opposite number, Italian coach Paolo Ferraris,": the name closes the apposition.
        let end = at + after.find(',')?;
        let mention = self.entities.mentions_in(Span::new(at, end)).iter().find(|m| m.span.end() == end && m.label == EntityLabel::Person)?;
        Some(self.fullest(mention.entity))
    }

    /// The entity, or the only other one whose full name ends with its single word: "Ortiz" is Lena Ortiz.
    fn fullest(&self, entity: usize) -> (String, usize) {
        let name = &self.entities.entities[entity].name;
        if self.entities.entities[entity].label == EntityLabel::Person
            && !name.contains(' ')
            && let Some(only) = self.surnames.only(name)
        {
            return (self.entities.entities[only].name.clone(), only);
        }
        (name.clone(), entity)
    }

    /// A source without a name: an official, officials, the department, a statement.
    fn common(&self, span: Span, words: &[&str], head: usize, definite: bool) -> Found {
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
    fn described(&self, span: Span, words: &[&str]) -> Found {
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

    /// Mentions outside marks that stand before `span`.
    fn before(&self, span: Span) -> impl DoubleEndedIterator<Item = &'a Mention> + '_ {
        let end = self.outside.partition_point(|m| m.span.end() <= span.start());
        self.outside[..end].iter().copied()
    }

    /// The text around a mention in which its titles and appositions stand.
    fn around(&self, mention: Span) -> &'a str {
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

    /// The man or woman that a pronoun at `span` stands for.
    fn person_before(&self, span: Span, gender: Gender) -> Option<(String, Option<usize>)> {
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
        let from = from.max(floor_char(self.text, span.start().saturating_sub(KIN_WITHIN)));
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

    /// Where the sentence of `span` starts.
    fn sentence_start(&self, span: Span) -> usize {
        self.layout.sentence_at(span.start()).map_or(0, |s| self.layout.sentences[s].span.start())
    }

    /// True where at most titles stand before `span` in its sentence.
    fn opens_sentence(&self, span: Span) -> bool {
        self.layout.sentence_at(span.start()).is_some_and(|s| span.start() - self.layout.sentences[s].span.start() < 40)
    }

    /// True where at most `paragraphs` borders lie between the two.
    fn near(&self, before: Span, after: Span, paragraphs: usize) -> bool {
        let at = |s: Span| self.layout.paragraph_at(s.start()).unwrap_or(0);
        at(after).saturating_sub(at(before)) <= paragraphs
    }
}

/// A name that is no entity here: the capitalised words at the end of `words`, titles left out. `head` is what the head word can be.
fn capitalised(words: &[&str], head: Flags) -> Found {
    if head & PEOPLE_NOUN != 0 {
        return Found::nobody(SourceType::Collective);
    }
    let start = words.iter().rposition(|w| !w.starts_with(char::is_uppercase) && !w.starts_with('@')).map_or(0, |n| n + 1);
    let mut name: &[&str] = &words[start..];
    while name.len() > 1 && (flags(name[0]) & TITLE != 0 || matches!(name[0], "The" | "A" | "An")) {
        name = &name[1..];
    }
    let name = name.join(" ");
    let acronym = name.len() > 1 && name.len() <= 5 && name.chars().all(char::is_uppercase);
    let source_type = if head & BODY_NOUN != 0 || acronym { SourceType::Organisation } else { SourceType::Named };
    Found { resolved: Some(name).filter(|n| !n.is_empty()), entity: None, source_type, basis: Basis::Named }
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

/// The head of a noun phrase: the word before its first preposition, or its last.
fn head(words: &[&str]) -> usize {
    let end = words.iter().skip(1).position(|w| flags(w) & PREPOSITION != 0 && w.starts_with(char::is_lowercase)).map_or(words.len(), |n| n + 1);
    let mut head = end - 1;
    // "a source close to", "officials familiar with"
    if head > 0 && end < words.len() && matches!(words[head], "close" | "familiar" | "loyal" | "briefed" | "involved") {
        head -= 1 + usize::from(head > 1 && matches!(words[head - 1], "who" | "are" | "is"));
    }
    // "one of his aides", "36 percent of voters": what is counted is the head.
    if end < words.len()
        && (words[end] == "of"
            && (flags(words[head]) & super::lexicon::DETERMINER != 0 || words[head] == "percent" || words[head].chars().all(char::is_numeric)))
    {
        let rest = &words[end + 1..];
        head = if rest.is_empty() { head } else { end + 1 + self::head(rest) };
    }
    head
}

/// True where `word` names the role `role`: "Sen" and "senator".
fn same_role(word: &str, role: &str) -> bool {
    if word.eq_ignore_ascii_case(role) {
        return true;
    }
    let full = match word {
        "Sen" | "Sens" => "senator",
        "Gov" => "governor",
        "Rep" => "congressman",
        "Dr" => "doctor",
        "Prof" => "professor",
        "Gen" => "general",
        "Rev" => "pastor",
        "Sgt" | "Lt" | "Capt" => "officer",
        _ => return false,
    };
    full == role || word == "Rep" && matches!(role, "congresswoman" | "representative" | "lawmaker") || word == "Sen" && role == "lawmaker"
}

/// The last character border of `text` at or before `at`.
fn floor_char(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|n| text.is_char_boundary(*n)).unwrap_or(0)
}
