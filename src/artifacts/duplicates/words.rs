//! Words and phrases twice in a row. The exceptions were measured on 1,012 clean articles; each has its reason.

use std::collections::HashMap;

use crate::artifacts::{Category, Context, Finding};
use crate::lexicon::{SMALL_WORDS, WordClass, WordSet};
use crate::text::{Replacement, Span, Token, TokenKind};

use super::keys::Keys;
use super::reduplicated::is_reduplicated;

/// The longest phrase looked for, in words.
const LONGEST: usize = 8;

/// Finds runs of up to eight words that are repeated at once.
pub(super) fn find(context: &Context<'_>, keys: &Keys, findings: &mut Vec<Finding>) {
    let search = Search { context, text: context.view.text(), tokens: &context.view.layout().tokens, keys: &keys.0 };
    let candidates = search.candidates();
    if candidates.is_empty() {
        return;
    }
    let counts = search.counts();
    let mut used_up_to = 0;
    for (at, n) in candidates {
        if at < used_up_to {
            continue;
        }
        if let Some(finding) = search.judge(at, n, &counts) {
            used_up_to = at + 2 * n;
            findings.push(finding);
        }
    }
}

struct Search<'a> {
    context: &'a Context<'a>,
    text: &'a str,
    tokens: &'a [Token],
    keys: &'a [u64],
}

impl Search<'_> {
    /// Places where `n` words are repeated at once, the longest first at each place.
    fn candidates(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        // Where the run of words that blanks alone separate ends, for the token in hand.
        let mut end = 0;
        for at in 0..self.tokens.len() {
            if !self.is_word(at) {
                continue;
            }
            if end <= at {
                end = at + 1;
                while end < self.tokens.len() && self.is_word(end) && self.follows(end) {
                    end += 1;
                }
            }
            let longest = LONGEST.min((end - at) / 2);
            if let Some(n) = (1..=longest).rev().find(|n| self.keys[at] == self.keys[at + n] && self.keys[at..at + n] == self.keys[at + n..at + 2 * n]) {
                found.push((at, n));
            }
        }
        found
    }

    fn is_word(&self, n: usize) -> bool {
        matches!(self.tokens[n].kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic)
    }

    /// True where only blanks stand before token `n`, or it is the ending of the word before.
    fn follows(&self, n: usize) -> bool {
        let gap = &self.text[self.tokens[n - 1].span.end()..self.tokens[n].span.start()];
        if gap.is_empty() { self.tokens[n].kind == TokenKind::Clitic } else { gap.chars().all(|c| matches!(c, ' ' | '\t' | '\u{A0}')) }
    }

    fn word(&self, n: usize) -> &str {
        self.tokens.get(n).map_or("", |t| t.of(self.text))
    }

    fn lower(&self, n: usize) -> String {
        self.word(n).to_lowercase()
    }

    /// The word before `n` in the same run, in lower case.
    fn before(&self, n: usize) -> String {
        if n > 0 && self.is_word(n - 1) && self.follows(n) { self.lower(n - 1) } else { String::new() }
    }

    /// The word at `n` where it goes on the run that ends before it, in lower case.
    fn after(&self, n: usize) -> String {
        if n < self.tokens.len() && self.is_word(n) && self.follows(n) { self.lower(n) } else { String::new() }
    }

    /// How often each word stands in the text, and how often it stands doubled.
    fn counts(&self) -> HashMap<u64, (u32, u32)> {
        let mut counts: HashMap<u64, (u32, u32)> = HashMap::new();
        for n in 0..self.tokens.len() {
            let entry = counts.entry(self.keys[n]).or_default();
            entry.0 += 1;
            if n > 0 && self.keys[n] == self.keys[n - 1] && self.follows(n) {
                entry.1 += 1;
            }
        }
        counts
    }

    /// The finding for `n` words at `at` that stand twice, unless the repetition is meant.
    fn judge(&self, at: usize, n: usize, counts: &HashMap<u64, (u32, u32)>) -> Option<Finding> {
        // "over and over and over", "story after story after story": a third copy starts.
        if self.after(at + 2 * n) == self.lower(at) || (at >= n && self.keys[at - n..at] == self.keys[at..at + n] && self.follows(at)) {
            return None;
        }
        // "Baden-Baden Baden", "AT&T at AT&T": a part of a longer word.
        let last = at + 2 * n - 1;
        let glued_before = at > 0 && !self.tokens[at].spaced && self.tokens[at - 1].kind != TokenKind::QuoteMark;
        let glued_after =
            self.tokens.get(last + 1).is_some_and(|t| !t.spaced && self.text[t.span.start()..].starts_with(['&', '/', '@', '#', '-', '‐', '–', '\u{2011}']));
        if (glued_before && matches!(self.word(at - 1), "&" | "/" | "@" | "#" | "-" | "–" | "‐" | "\u{2011}"))
            || glued_after
            || self.tokens[at].kind == TokenKind::Clitic
        {
            return None;
        }
        if n == 1 { self.judge_word(at, counts) } else { self.judge_phrase(at, n) }
    }

    fn judge_phrase(&self, at: usize, n: usize) -> Option<Finding> {
        let words: Vec<String> = (at..at + n).map(|m| self.lower(m)).collect();
        let connector = |w: &String| CONNECTORS.has(w.as_str());
        let determiner = words.iter().any(|w| matches!(w.as_str(), "the" | "a" | "an" | "his" | "her" | "their" | "its"));
        // "from time to time to check", "hand in hand in".
        // But "on Friday on Friday" is none of these: its last word is a name, and no copy of it goes before.
        let name_twice =
            connector(&words[0]) && !connector(&words[n - 1]) && self.word(at + n - 1).starts_with(char::is_uppercase) && self.before(at) != words[n - 1];
        // "the ability to ability to": what is doubled on purpose has no article before it ("time to time to").
        let with_article = n == 2
            && words[0].chars().count() > 4
            && (1..=2).any(|back| at >= back && matches!(self.word(at - back), "the" | "a" | "an" | "his" | "her" | "their" | "its"));
        if (connector(&words[0]) || connector(&words[n - 1])) && !determiner && !name_twice && !with_article {
            return None;
        }
        // "whatever he does he does".
        let pronoun = matches!(words[0].as_str(), "he" | "she" | "it" | "they" | "we" | "you" | "i");
        if n == 2 && pronoun && matches!(self.before(at).as_str(), "whatever" | "what" | "whoever" | "whenever" | "how" | "that" | "who" | "where" | "when") {
            return None;
        }
        // "bye bye, ha ha ha ha", "12 12": no words to speak of.
        if words.iter().all(|w| w.chars().count() < 3 && !pronoun && !determiner) || words.iter().all(|w| !w.contains(char::is_alphabetic)) {
            return None;
        }
        let names = (at..at + n).all(|m| self.word(m).starts_with(char::is_uppercase));
        if names && words.iter().any(|w| is_reduplicated(w)) {
            return None;
        }
        let span = self.span(at, 2 * n);
        let phrase = self.span(at, n).of(self.text);
        let category = if names { Category::DupName } else { Category::DupPhrase };
        let finding = self.context.finding(category, span, format!("“{phrase}” stands twice in a row"));
        Some(if names { finding } else { finding.repair_or_propose(self.second_copy(at, n), determiner) })
    }

    fn judge_word(&self, at: usize, counts: &HashMap<u64, (u32, u32)>) -> Option<Finding> {
        let (first, second) = (self.word(at), self.word(at + 1));
        let lower = first.to_lowercase();
        let (before, after) = (self.before(at), self.after(at + 2));
        let letters = lower.chars().count();
        if self.is_long_number(at)
            && first == second
            && after.chars().all(char::is_alphabetic)
            && !after.is_empty()
            && before.is_empty() | before.chars().all(char::is_alphabetic)
        {
            let finding = self.context.finding(Category::DupWord, self.span(at, 2), format!("“{first}” stands twice in a row"));
            return Some(finding.propose_edits(vec![self.second_copy(at, 1)]));
        }
        if letters < 2 && !matches!(lower.as_str(), "a" | "i") || lower.contains(|c: char| c.is_numeric()) || is_reduplicated(&lower) {
            return None;
        }
        let upper = |w: &str| w.starts_with(char::is_uppercase);
        // "Will will run", "in May may", "at AT&T": two different words.
        if first != second && (upper(second) || HOMOGRAPHS.has(lower.as_str()) || (upper(first) && !self.starts_sentence(at))) {
            return None;
        }
        let (total, doubled) = counts.get(&self.keys[at]).copied().unwrap_or((2, 1));
        let singly = total.saturating_sub(2 * doubled);
        if upper(first) && upper(second) {
            return self.judge_name(at, &lower, singly);
        }
        if MEANT.has(lower.as_str()) || (lower.ends_with("ly") && letters > 3) {
            return None;
        }
        match lower.as_str() {
            // "What it is is a mess."
            "is" | "was" if !matches!(before.as_str(), "this" | "it" | "he" | "she" | "that" | "there") || self.has_what_before(at) => return None,
            // "She logged in in March."
            "in" | "on" | "out" | "up" | "off" | "over" | "down" if PARTICLE_VERBS.has(before.as_str()) => return None,
            "first"
                if matches!(
                    after.as_str(),
                    "lady" | "ladies" | "male" | "gentleman" | "family" | "couple" | "spouse" | "time" | "amendment" | "dog" | "responder" | "responders"
                ) =>
            {
                return None;
            }
            _ => {}
        }
        let closed = CLOSED_CLASS.has(lower.as_str());
        // Loan words ("a boda boda rider") are always doubled; what is English stands singly too, or is formed like English.
        if !closed && singly == 0 && !is_formed_like_english(&lower) {
            return None;
        }
        let finding = self.context.finding(Category::DupWord, self.span(at, 2), format!("“{lower}” stands twice in a row"));
        let mut finding = finding.repair_or_propose(self.second_copy(at, 1), closed);
        // A small word that no sentence needs twice. What was said may have been said twice; where names were written over words,
        // more than a copy is wrong.
        let quoted = || self.context.is_quoted(self.span(at, 2));
        finding.certain = NEVER_TWICE.has(lower.as_str()) && self.context.overwriting.is_none() && !quoted();
        Some(finding)
    }

    /// "16,738": nobody counts the same to the last figure twice in a row.
    fn is_long_number(&self, at: usize) -> bool {
        let word = self.word(at);
        word.contains(',') && word.bytes().filter(u8::is_ascii_digit).count() >= 4 && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
    }

    /// A capitalised word twice. "Duran Duran" is always doubled; a name that was written over another word is not.
    fn judge_name(&self, at: usize, lower: &str, singly: u32) -> Option<Finding> {
        let name_around = |n: usize, before: bool| {
            let word = if before {
                if n > 0 && self.follows(n) { self.word(n - 1) } else { "" }
            } else if n < self.tokens.len() && self.follows(n) {
                self.word(n)
            } else {
                ""
            };
            word.starts_with(char::is_uppercase) && !is_day(word) && !(before && self.starts_sentence(n.saturating_sub(1)))
        };
        // Double surnames ("Ana Carrillo Carrillo") and names of events ("Great Debate Debate") stand among other names.
        if name_around(at, true) || (lower.chars().count() <= 3 && !self.word(at).contains(char::is_lowercase)) {
            return None;
        }
        let among_names = name_around(at + 2, false);
        let enough = if among_names { 4 } else { 2 };
        let unknown_but_plain = singly == 0 && !among_names && lower.chars().count() >= 6 && !self.starts_sentence(at) && self.tokens.len() < 40;
        if singly < enough && !unknown_but_plain {
            return None;
        }
        let message = if singly > 0 {
            format!("“{}” stands twice in a row, and {singly} times singly elsewhere: one copy may have been written over another word", self.word(at))
        } else {
            format!("“{}” stands twice in a row: one copy may have been written over another word", self.word(at))
        };
        Some(self.context.finding(Category::DupName, self.span(at, 2), message))
    }

    /// "what it is is": a clause with "what" goes before.
    fn has_what_before(&self, at: usize) -> bool {
        (at.saturating_sub(8)..at).any(|m| matches!(self.word(m), "what" | "What" | "all" | "All" | "whatever" | "Whatever" | "problem" | "thing"))
    }

    fn starts_sentence(&self, n: usize) -> bool {
        self.context.view.layout().sentences.binary_search_by_key(&n, |s| s.tokens.start).is_ok() || n > 0 && self.tokens[n - 1].kind == TokenKind::QuoteMark
    }

    fn span(&self, at: usize, n: usize) -> Span {
        self.tokens[at].span.cover(self.tokens[at + n - 1].span)
    }

    /// The edit that takes the second copy away with the blank before it.
    fn second_copy(&self, at: usize, n: usize) -> Replacement {
        let span = Span::new(self.tokens[at + n - 1].span.end(), self.tokens[at + 2 * n - 1].span.end());
        self.context.replacement(span, "")
    }
}

impl Finding {
    /// With `edit` as its repair, proposed: it is for a person to say which copy is meant.
    fn repair_or_propose(self, edit: Replacement, sure: bool) -> Self {
        self.propose_edits(vec![edit]).with_score(if sure { 0.95 } else { 0.85 })
    }
}

fn is_day(word: &str) -> bool {
    word.ends_with("day") && matches!(word, "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")
}

/// Endings that loan words do not have.
fn is_formed_like_english(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "able", "ance", "ck", "ed", "ence", "ers", "ful", "ght", "ible", "ies", "ing", "ism", "ist", "ity", "ive", "less", "ment", "ness", "ous", "ship",
        "sion", "ties", "tion",
    ];
    word.len() >= 5 && ENDINGS.iter().any(|e| word.ends_with(e)) || COMMON.has(word)
}

/// Words that join two copies on purpose ("day by day by").
const CONNECTORS: WordSet = WordSet::new("after and at but by for from in of on or over to upon with");

/// Words that are doubled on purpose: auxiliaries that meet ("had had"), emphasis, laughter.
const MEANT: WordSet = WordSet::new(
    "again bad big blah bye do etc ever extra far go great ha had hard her hey knock like little long many me more much never no now oh old over \
     please real record right same so super that there too tsk very wait way well who wow wrong yeah yes you young yum",
);

/// A name or month in capitals, a word in small letters.
const HOMOGRAPHS: WordSet =
    WordSet::new("art at august bill bush can chase cruz drew frank grant it march mark may pat polish price rob rose sue trump us who will");

/// Verbs with a particle that a preposition may follow ("logged in in March").
const PARTICLE_VERBS: WordSet = WordSet::new(
    "bring brought came carried carry cash check checked checks come drop dropped fill filled gave get give given go goes gone got hand handed hang \
     held hold hung join joined live lived lock locked log logged logs look looked move moved pass passed plug settle settled show showed sign \
     signed stay stayed take taken took tune tuned turn turned went",
);

/// Articles, prepositions, pronouns, conjunctions, auxiliaries: never doubled on purpose.
const CLOSED_CLASS: WordClass = WordClass::of(&[SMALL_WORDS, WordSet::new("down may might must off these those under while")])
    .without(WordSet::new("all also can did do does had her him how more no over so some that there what who you"));

/// Of these, those that stand twice in no sentence at all.
const NEVER_TWICE: WordSet = WordSet::new("a an and at by from his its my of our than the their to were which with your");

/// Content words so common in news that they are English wherever they stand.
const COMMON: WordSet = WordSet::new(
    "also and back case city country court day first found government group home house last law made make money month next office one other party \
     people plan police president public report said says school some state such support take team their time told two used vote war week work world \
     year years",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn doubled_words() {
        fires(Category::DupWord, "They placed ⟦the the→the⟧ blame on him.");
        fires(Category::DupWord, "He voted for Lind ⟦in in→in⟧ 2012.");
        fires(Category::DupWord, "⟦The the→The⟧ mayor left.");
        fires(Category::DupWord, "They are counting ⟦on on→on⟧ Nov. 8 to win.");
        fires(Category::DupWord, "a rule ⟦that is is→that is⟧ damaging".replace("⟦that is is→that is⟧", "that ⟦is is→is⟧").as_str());
        for text in [
            "If I had had time, I would have gone.",
            "I do do that.",
            "What it is is a mess.",
            "In a land far far away",
            "She logged in in March.",
            "Will will run again, aides said.",
            "She would be the first first lady to do so.",
            "It posted record record sales",
            "Ha ha",
            "AT&T at AT&T Park",
            "a boda boda rider and botok botok, a dish",
            "It is very, very late. The end. The end.",
        ] {
            silent(Category::DupWord, text);
        }
    }

    #[test]
    fn doubled_phrases() {
        fires(Category::DupPhrase, "They met ⟦in the in the→in the⟧ hall.");
        fires(Category::DupPhrase, "He spoke about ⟦the call the call→the call⟧ he had made.");
        fires(Category::DupPhrase, "They met ⟦on Friday on Friday→on Friday⟧ to vote.");
        for text in [
            "over and over and over again",
            "from time to time to check email",
            "It passed from generation to generation to this day, and they stood shoulder to shoulder to see.",
            "I will go head to head to win",
            "whatever he does he does to win",
            "Row, row, row your boat\nrow your boat",
        ] {
            silent(Category::DupPhrase, text);
        }
    }

    #[test]
    fn doubled_names() {
        fires(Category::DupName, "They called ⟦Marlowe Marlowe⟧ Saturday");
        fires(Category::DupName, "Lindt left. Then Lindt came. They called ⟦Lindt Lindt⟧ again.");
        for text in [
            "Duran Duran played New York, New York.",
            "He lives in Walla Walla, Wash.",
            "Zsa Zsa Gabor and Yo-Yo Ma",
            "in Wagga Wagga and Baden-Baden",
            "Major Major Major Major",
            "They met Ana Carrillo Carrillo there.",
            "The Great Debate Debate goes on. A debate. The Debate. A Debate. Debate.",
            "It is all about ME ME AND ONLY ME, said ME and ME.",
        ] {
            silent(Category::DupName, text);
        }
    }
}
