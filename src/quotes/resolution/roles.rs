//! What the document says somebody is: a title before the name, an apposition after it, a role and a comma before it.

use super::reader::Reader;
use crate::quotes::cues::{PAST, THIRD, VERB};
use crate::quotes::lexicon::{AUXILIARY, CONJUNCTION, DETERMINER, PERSON_NOUN, PREPOSITION, SUBORDINATOR, TITLE, WH, flags};
use crate::text::{Span, border_before};

/// How far around a name its role is looked for, in bytes.
const REACH: usize = 120;

/// How far before a description somebody else with the same role is looked for, in bytes.
const OTHERS_WITHIN: usize = 1500;

/// What ends a phrase, or is no part of the sentence around it.
const BORDERS: [char; 12] = [',', ';', ':', '.', '!', '?', '(', ')', '“', '”', '"', '\n'];

/// Words of a phrase that tells what somebody is.
pub(super) struct Role<'a> {
    pub words: Vec<&'a str>,
}

impl<'a> Role<'a> {
    /// The phrase, if it has a word: "the leader of the union".
    fn of(phrase: &'a str) -> Option<Self> {
        let words: Vec<&str> = words(phrase).collect();
        (!words.is_empty()).then_some(Role { words })
    }

    /// What stands before its first preposition, where its head is the last word: "the leader".
    pub(super) fn head_words(&self) -> &[&'a str] {
        let end = self.words.iter().skip(1).position(|w| flags(w).has(PREPOSITION)).map_or(self.words.len(), |n| n + 1);
        &self.words[..end]
    }
}

/// The words of `phrase`, possessives and hyphens kept within.
fn words(phrase: &str) -> impl DoubleEndedIterator<Item = &str> {
    phrase.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty())
}

/// What stands after a name and a comma, its age left out: ", 43, a baker".
fn apposed(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(", ")?;
    Some(rest.split_once(", ").filter(|(age, _)| !age.is_empty() && age.len() <= 3 && age.bytes().all(|b| b.is_ascii_digit())).map_or(rest, |(_, more)| more))
}

/// "his", "the town's": the role is somebody's.
pub(super) fn is_owner(word: &str) -> bool {
    ["his", "her", "its", "their", "my", "our", "your"].iter().any(|own| word.eq_ignore_ascii_case(own)) || word.ends_with("'s") || word.ends_with("’s")
}

impl<'a> Reader<'a> {
    /// The roles that stand beside the name at `mention`.
    pub(super) fn roles(&self, mention: Span) -> Vec<Role<'a>> {
        [self.title(mention), self.apposition(mention), self.role_before(mention)].into_iter().flatten().collect()
    }

    /// "union leader [Ines Calder]", "the judge [Tom Hale]": nouns right before the name; not "the judge jailed [Tom Hale]".
    fn title(&self, mention: Span) -> Option<Role<'a>> {
        let start = border_before(self.text, mention.start().saturating_sub(REACH));
        let before = &self.text[start..mention.start()];
        // "Sen. Ortiz": the stop of an abbreviation.
        let stopped = |at: usize| before[at..].starts_with('.') && before[..=at].split_whitespace().next_back().is_some_and(|w| flags(w).has(TITLE));
        let cut = before.rmatch_indices(BORDERS).map(|(at, _)| at).find(|at| !stopped(*at));
        let phrase = &before[cut.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
        let all: Vec<&str> = words(phrase).collect();
        let joins = |n: usize| n > 0 && n + 1 < all.len() && all[n] == "and" && flags(all[n - 1]).has(PERSON_NOUN);
        let part = |n: usize| {
            let f = flags(all[n]);
            all[n].starts_with(char::is_uppercase) && !f.has(DETERMINER | PREPOSITION)
                || f.has(PERSON_NOUN | TITLE)
                || n + 1 < all.len() && !f.has(VERB | DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | WH | AUXILIARY) && !is_owner(all[n])
                || joins(n)
        };
        let mut first = (0..all.len()).rev().take_while(|n| part(*n)).last()?;
        // "her deputy Tom Hale"
        if first > 0 && is_owner(all[first - 1]) {
            first -= 1;
        }
        Some(Role { words: all[first..].to_vec() })
    }

    /// "[Ines Calder], the leader of the union", "[Ines Calder], 43, a baker": not "[Tom Hale], whose lawyer".
    fn apposition(&self, mention: Span) -> Option<Role<'a>> {
        let end = border_before(self.text, (mention.end() + REACH).min(self.text.len()));
        let after = &self.text[mention.end()..end];
        if let Some(bracket) = after.strip_prefix(" (") {
            return Role::of(&bracket[..bracket.find(')')?]);
        }
        let rest = apposed(after)?;
        let phrase = &rest[..rest.find(BORDERS).unwrap_or(rest.len())];
        let role = Role::of(phrase)?;
        // "who leads the union", "said the clerk", "and her deputy"
        let opens = flags(role.words[0]);
        let clause = opens.has(WH | CONJUNCTION | SUBORDINATOR | AUXILIARY) && !opens.has(DETERMINER)
            || opens.has(PAST | THIRD) && !opens.has(PERSON_NOUN)
            || role.head_words().iter().skip(1).any(|w| flags(w).has(PAST | THIRD | AUXILIARY) && !flags(w).has(PERSON_NOUN));
        (!clause).then_some(role)
    }

    /// "The mayor, [Ana Reyes], has told", "and her deputy, [Tom Hale], were".
    fn role_before(&self, mention: Span) -> Option<Role<'a>> {
        if !self.text[mention.end()..].starts_with([',', '.', ')']) {
            return None;
        }
        let start = border_before(self.text, mention.start().saturating_sub(REACH));
        let before = self.text[start..mention.start()].strip_suffix(", ")?;
        let phrase = before[before.rfind(BORDERS).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..].trim();
        let all: Vec<&str> = words(phrase).collect();
        let opens = |w: &str| flags(w).has(DETERMINER) || is_owner(w);
        // The last phrase that nothing else opens: "the leader of the union" begins with the first "the".
        let mut first = all.iter().rposition(|w| opens(w))?;
        while first > 1
            && all[first - 1] == "of"
            && let Some(outer) = all[..first - 1].iter().rposition(|w| opens(w)).filter(|o| first - o <= 4)
        {
            first = outer;
        }
        let role = Role { words: all[first..].to_vec() };
        let plain = role.words.iter().all(|w| !flags(w).has(PAST | THIRD | AUXILIARY) || flags(w).has(PERSON_NOUN));
        plain.then_some(role)
    }

    /// True where somebody without a name has the role `head` between the name at `mention`, its own apposition left out, and `to`: "a neighbour",
    /// "his lawyer". Whoever has it then is not who was named before.
    pub(super) fn another_has_role(&self, head: &str, mention: Span, to: usize) -> bool {
        let after = &self.text[mention.end()..];
        let own = apposed(after).map_or(0, |phrase| after.len() - phrase.len() + phrase.find(BORDERS).unwrap_or(0));
        let from = border_before(self.text, (mention.end() + own).max(to.saturating_sub(OTHERS_WITHIN)).min(to));
        let all: Vec<&str> = self.text[from..to].split_whitespace().collect();
        let bare = |n: usize| all[n].trim_matches(|c: char| !c.is_alphanumeric());
        (1..all.len()).any(|n| {
            bare(n).eq_ignore_ascii_case(head)
                && (n.saturating_sub(3)..n).any(|d| matches!(bare(d).to_lowercase().as_str(), "a" | "an" | "another" | "one") || is_owner(bare(d)))
                // "a lawyer Ana Reyes", "his lawyer, Ana Reyes"
                && (all[n].ends_with(['.', '!', '?', '”', '"']) || !all.get(n + 1).is_some_and(|next| next.starts_with(char::is_uppercase)))
        })
    }
}
