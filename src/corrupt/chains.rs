//! Coreference chains of a plain surrogate: good enough to ruin an article as a real resolver would, with its mistakes.

use super::source::Source;
use crate::lexicon::{SMALL_WORDS, STARTERS, WordClass, WordSet};
use crate::random::Random;
use crate::text::TokenKind;

/// Mentions of one thing, as ranges of pieces.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// What is written in the place of the others.
    pub(super) main: (usize, usize),
    /// The other mentions in order.
    pub(super) others: Vec<(usize, usize)>,
    /// The first pieces of those that are pronouns.
    pub(super) pronouns: Vec<usize>,
}

/// Words that a capital makes no name.
const NOT_NAMES: WordClass =
    WordClass::of(&[STARTERS, WordSet::new("Any First Four Hers Just Last More Next Of Only Or Other Others Over Three Through Two Whether Yes")])
        .without(WordSet::new("According Among Instead Later Nor Once"));

/// Words at which a noun phrase ends.
const FUNCTION_WORDS: WordClass = WordClass::of(&[
    SMALL_WORDS,
    WordSet::new(
        "against asked between called came during gave get go going made may might most must off one said saying says such take these those through \
         told took under until went while without",
    ),
]);

/// Last words of names that no "he" or "she" stands for.
const THINGS: WordSet = WordSet::new(
    "Agency Association Bank Board City Commission Committee Company Congress Corp Council Court Department Division Group House Inc Institute \
     Justice Ministry Office Park Party Police School Senate Service State States Street Times Tower Union University",
);

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A name; `person` where "he" and "she" may stand for it.
    Name { person: bool },
    /// A determiner with a noun, "the call"; or a bare day, "Saturday".
    Phrase,
    /// "he", "her".
    Personal,
    /// "they", "their".
    Plural,
    /// "it", "its".
    Neuter,
}

#[derive(Clone, Debug)]
struct Mention {
    range: (usize, usize),
    kind: Kind,
    /// What mentions of one thing share.
    key: String,
}

/// The chains of at least two mentions, in order of their first.
pub(super) fn find(source: &Source, random: &mut Random) -> Vec<Chain> {
    let mut linker = Linker { open: Vec::new(), done: Vec::new(), since: 0 };
    let recall = 0.6 + 0.35 * random.unit();
    let phrase_recall = 0.6 * random.unit();
    for mention in mentions(source) {
        linker.take(mention, recall, phrase_recall, random);
    }
    let mut chains: Vec<Vec<Mention>> = linker.finish();
    chains.retain(|c| c.len() > 1);
    chains.sort_by_key(|c| c[0].range);
    chains.iter().map(|mentions| chain(mentions, random)).collect()
}

fn is_pronoun(kind: Kind) -> bool {
    matches!(kind, Kind::Personal | Kind::Plural | Kind::Neuter)
}

fn chain(mentions: &[Mention], random: &mut Random) -> Chain {
    let rank = |m: &Mention| match m.kind {
        Kind::Name { .. } => 2,
        Kind::Phrase => 1,
        _ => 0,
    };
    let best = mentions.iter().map(rank).max().unwrap_or(0);
    let mut main = mentions.iter().position(|m| rank(m) == best).unwrap_or(0);
    if random.chance(0.1) {
        // A resolver sometimes takes the longest one.
        main = (0..mentions.len()).max_by_key(|n| mentions[*n].range.1 - mentions[*n].range.0).unwrap_or(main);
    }
    let others = mentions.iter().enumerate().filter(|(n, _)| *n != main).map(|(_, m)| m.range).collect();
    let pronouns = mentions.iter().filter(|m| is_pronoun(m.kind)).map(|m| m.range.0).collect();
    Chain { main: mentions[main].range, others, pronouns }
}

struct Linker {
    /// Chains that may still grow; the one that grew last stands last.
    open: Vec<Vec<Mention>>,
    done: Vec<Vec<Mention>>,
    /// Mentions since chains were last cut.
    since: usize,
}

impl Linker {
    fn take(&mut self, mention: Mention, recall: f64, phrase_recall: f64, random: &mut Random) {
        self.since += 1;
        if self.since > 120 {
            // Resolvers look back a limited number of mentions.
            self.since = 0;
            if random.chance(0.5) {
                self.done.append(&mut self.open);
            }
        }
        let fits = |c: &Vec<Mention>| match mention.kind {
            Kind::Name { .. } | Kind::Phrase => c[0].key == mention.key,
            Kind::Personal => matches!(c[0].kind, Kind::Name { person: true }),
            Kind::Plural | Kind::Neuter => matches!(c[0].kind, Kind::Phrase | Kind::Name { person: false }),
        };
        let candidates: Vec<usize> = (0..self.open.len()).filter(|n| fits(&self.open[*n])).collect();
        let share = match mention.kind {
            Kind::Name { .. } => 0.95,
            Kind::Phrase => phrase_recall,
            Kind::Personal => recall,
            Kind::Plural => recall * 0.45,
            Kind::Neuter => recall * 0.2,
        };
        let link = random.chance(share);
        let starts = matches!(mention.kind, Kind::Name { .. } | Kind::Phrase);
        match candidates.last() {
            Some(&latest) if link => {
                let wrong = is_pronoun(mention.kind) && random.chance(0.15);
                let chosen = if wrong { candidates[random.below(candidates.len())] } else { latest };
                let mut chain = self.open.remove(chosen);
                chain.push(mention);
                if random.chance(0.04) {
                    self.done.push(chain);
                } else {
                    self.open.push(chain);
                }
            }
            _ if starts => self.open.push(vec![mention]),
            _ => {}
        }
    }

    fn finish(mut self) -> Vec<Vec<Mention>> {
        self.done.append(&mut self.open);
        self.done
    }
}

/// The mentions of the article, in order; they do not overlap.
fn mentions(source: &Source) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.pieces.len() {
        let mention = pronoun(source, at).or_else(|| name(source, at)).or_else(|| phrase(source, at));
        at = mention.as_ref().map_or(at + 1, |m| m.range.1);
        found.extend(mention);
    }
    found
}

fn pronoun(source: &Source, at: usize) -> Option<Mention> {
    let kind = match source.piece(at).to_lowercase().as_str() {
        "he" | "she" | "him" | "his" | "her" | "himself" | "herself" => Kind::Personal,
        "they" | "them" | "their" => Kind::Plural,
        "it" | "its" => Kind::Neuter,
        _ => return None,
    };
    Some(Mention { range: (at, at + 1), kind, key: String::new() })
}

fn is_word(source: &Source, at: usize) -> bool {
    source.pieces.get(at).is_some_and(|p| p.kind == Some(TokenKind::Word))
}

fn is_name_word(source: &Source, at: usize) -> bool {
    is_word(source, at) && source.piece(at).starts_with(char::is_uppercase) && !NOT_NAMES.has(source.piece(at))
}

/// A run of capitalised words with "of" inside, a "the" before it and a curly possessive after it:
/// the resolver that this follows takes the straight possessive off, not the curly one.
fn name(source: &Source, at: usize) -> Option<Mention> {
    let the = source.piece(at).eq_ignore_ascii_case("the");
    let start = at + usize::from(the);
    if !is_name_word(source, start) || (at > 0 && source.pieces[start].glued && source.piece(start - 1) == "-") {
        return None;
    }
    let mut end = start + 1;
    loop {
        if is_name_word(source, end) && !source.pieces[end].glued {
            end += 1;
        } else if matches!(source.piece(end), "of" | "de" | "van" | "al" | "bin") && is_name_word(source, end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    let last = source.piece(end - 1).trim_end_matches('.');
    // A single capitalised word at the start of a sentence is a name only where it is written so inside one.
    if end == start + 1 && !the && starts_sentence(source, start) {
        let elsewhere = (1..source.pieces.len()).any(|n| n != start && source.piece(n) == source.piece(start) && !starts_sentence(source, n));
        if !elsewhere {
            return None;
        }
    }
    let title = source.piece(start).ends_with('.');
    let person = !the && !THINGS.has(last) && (end - start <= 3 || title);
    let key = last.to_lowercase();
    if source.piece(end) == "’s" {
        end += 1;
    }
    let kind = if is_day(last) { Kind::Phrase } else { Kind::Name { person } };
    Some(Mention { range: (at, end), kind, key })
}

fn is_day(word: &str) -> bool {
    word.ends_with("day") && matches!(word, "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")
}

fn starts_sentence(source: &Source, at: usize) -> bool {
    let before = (0..at).rev().find(|n| source.pieces[*n].kind.is_some());
    before.is_none_or(|n| matches!(source.pieces[n].kind, Some(TokenKind::Punctuation | TokenKind::QuoteMark)) && source.piece(n) != ",")
        || source.pieces[..at].last().is_some_and(|p| p.kind.is_none() && p.span.of(&source.blanked.text).contains('\n'))
}

/// A determiner or number with up to four words, and one "of"-phrase at most: "the call", "46 lawyers across the country".
fn phrase(source: &Source, at: usize) -> Option<Mention> {
    let opens = |n: usize| {
        matches!(source.piece(n).to_lowercase().as_str(), "the" | "a" | "an" | "this" | "these")
            || source.pieces.get(n).is_some_and(|p| p.kind == Some(TokenKind::Number))
    };
    if !opens(at) {
        return None;
    }
    let run = |from: usize| {
        let stops = |n: usize| !is_word(source, n) || FUNCTION_WORDS.has(source.piece(n).to_lowercase().as_str());
        (from..from + 4).find(|n| stops(*n)).unwrap_or(from + 4)
    };
    let mut end = run(at + 1);
    if end == at + 1 || source.pieces[at + 1..end].iter().any(|p| p.kind.is_none()) {
        return None;
    }
    let key = format!("the {}", source.piece(end - 1).to_lowercase());
    if matches!(source.piece(end), "of" | "across" | "in") && opens(end + 1) && run(end + 2) > end + 2 {
        end = run(end + 2);
    }
    Some(Mention { range: (at, end), kind: Kind::Phrase, key })
}
