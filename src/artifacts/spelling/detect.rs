//! From unknown words to findings.

use std::collections::HashMap;

use super::corrections::corrections;
use super::lexicon::Dictionary;
use crate::artifacts::{Category, Context, Family, Finding};
use crate::entities::EntityLabel;
use crate::text::{Span, SpanSet, Token, TokenKind, View};

/// Shorter words are too often abbreviations, names and foreign particles.
const SHORTEST: usize = 5;
/// Longer words are no slips, and the time for one grows with the square of its length.
const LONGEST: usize = 32;
/// A correction must be among so many of the commonest words.
const COMMON: u32 = 12_000;

/// Finds what a dictionary shows to be misspelt. Nothing where there is none.
pub(in crate::artifacts) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(dictionary) = context.dictionary else { return };
    let page = Words::of(context, dictionary);
    let quotations: SpanSet = context.quotations.iter().map(|q| q.span).collect();
    let mut found = Vec::new();
    for at in 0..page.tokens.len() {
        if !page.unknown[at] {
            continue;
        }
        let finding = page.torn(at).or_else(|| page.joined(at)).or_else(|| page.misspelt(at)).or_else(|| page.misspelt_name(at));
        found.extend(finding.map(|f| f.in_context(context, &quotations)));
    }
    // What another detector explains is not misspelt.
    let explains = |f: &&Finding| !f.category.is_verdict() && !matches!(f.category.family(), Family::Quote | Family::Style);
    let places = |f: &Finding| if f.parts.is_empty() { vec![f.span] } else { f.parts.clone() };
    let explained: SpanSet = findings.iter().filter(explains).flat_map(places).collect();
    found.retain(|f: &Finding| !explained.overlaps(f.span));
    findings.append(&mut found);
}

/// The view's words and which of them nobody knows.
struct Words<'a> {
    text: &'a str,
    view: &'a View<'a>,
    tokens: &'a [Token],
    dictionary: &'a Dictionary,
    unknown: Vec<bool>,
    counts: HashMap<&'a str, u32>,
    /// Where each capitalised word stands.
    capitals: HashMap<&'a str, Vec<u32>>,
}

/// A finding before it is placed in the source.
struct Found {
    category: Category,
    span: Span,
    fix: String,
    message: String,
}

impl Found {
    fn in_context(self, context: &Context<'_>, quotations: &SpanSet) -> Finding {
        let quoted = quotations.overlaps(self.span);
        let aside = if quoted { " It stands inside a quotation: make sure that it is not what was written there." } else { "" };
        let finding = context.finding(self.category, self.span, format!("{}{aside}", self.message)).propose(self.fix);
        if quoted { finding.with_score(0.7) } else { finding }
    }
}

impl<'a> Words<'a> {
    fn of(context: &'a Context<'a>, dictionary: &'a Dictionary) -> Self {
        let view = context.view;
        let (text, tokens) = (view.text(), view.layout().tokens.as_slice());
        let mut counts: HashMap<&str, u32> = HashMap::new();
        let mut known: HashMap<&str, bool> = HashMap::new();
        let mut capitals: HashMap<&str, Vec<u32>> = HashMap::new();
        for (n, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
            let word = token.of(text);
            *counts.entry(word).or_default() += 1;
            if word.len() > 5 && word.starts_with(|c: char| c.is_ascii_uppercase()) {
                capitals.entry(word).or_default().push(n as u32);
            }
        }
        let in_name = |span: Span| {
            context
                .entities
                .mentions_in(span)
                .iter()
                .any(|m| !matches!(m.label, EntityLabel::Date | EntityLabel::Time | EntityLabel::Money | EntityLabel::Percent))
        };
        let unknown = tokens
            .iter()
            .map(|t| {
                let word = t.of(text);
                t.kind == TokenKind::Word
                    && word.len() <= LONGEST
                    && word.bytes().all(|b| b.is_ascii_alphabetic())
                    && !*known.entry(word).or_insert_with(|| is_known(dictionary, word))
                    && !(word.starts_with(|c: char| c.is_ascii_lowercase()) && in_name(t.span))
            })
            .collect();
        Words { text, view, tokens, dictionary, unknown, counts, capitals }
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.of(self.text))
    }

    /// The token beside `at` where exactly one blank stands between.
    fn next(&self, at: usize) -> Option<usize> {
        let (this, next) = (self.tokens.get(at)?, self.tokens.get(at + 1)?);
        (&self.text[this.span.end()..next.span.start()] == " ").then_some(at + 1)
    }

    /// True where nothing is written onto the word: no hyphen, slash, dot or apostrophe.
    fn stands_alone(&self, at: usize) -> bool {
        let span = self.tokens[at].span;
        let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '‐' | '–' | '/' | '.' | '@' | '#' | '_' | '&' | '*' | '\'' | '’');
        let before = self.text[..span.start()].chars().next_back();
        let mut after = self.text[span.end()..].chars();
        let next = after.next();
        let ends_clause =
            matches!(next, Some('.' | '\'' | '’' | '–')) && after.next().is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '\'' | '’' | ')'));
        !before.is_some_and(joins) && (!next.is_some_and(joins) || ends_clause)
    }

    fn is_lower(&self, at: usize) -> bool {
        self.word(at).bytes().all(|b| b.is_ascii_lowercase())
    }

    /// "in- ception", "encourag - es": a half of a word that a hyphen breaks.
    fn is_broken(&self, at: usize) -> bool {
        self.word(at + 1) == "-" || at > 0 && self.word(at - 1) == "-"
    }

    /// Unknown words side by side are another language, a list of names or jargon.
    fn is_foreign(&self, at: usize) -> bool {
        let beside = |n: usize| n != at && self.unknown.get(n) == Some(&true) && self.is_lower(n);
        (at.saturating_sub(2)..=at + 2).any(beside)
    }

    fn found(&self, category: Category, span: Span, fix: &str, message: String) -> Found {
        Found { category, span, fix: fix.to_owned(), message }
    }

    /// "accoding"
    fn misspelt(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let count = self.counts.get(word).copied().unwrap_or(0);
        if word.len() < SHORTEST
            || count > 2
            || self.is_broken(at)
            || !self.is_lower(at)
            || !self.stands_alone(at)
            || self.is_foreign(at)
            || self.follows_capital(at)
        {
            return None;
        }
        let found = corrections(self.dictionary, word);
        let best = found.first()?;
        // The more the change is unlike a slip, the commoner the word must be.
        let limit = match best.cost {
            0 | 1 => COMMON,
            2 => COMMON / 3,
            _ => return None,
        };
        // Twice the same slip in one article is rare, twice the same strange word is not.
        if best.rank > limit || (word.len() < 6 || count > 1) && best.rank > limit / 4 {
            return None;
        }
        let message = format!("“{word}” is in no dictionary; “{}” is one letter away and common.", best.word);
        Some(self.found(Category::WordTypo, self.tokens[at].span, &best.word, message))
    }

    /// "al-Shabaab", "the Mughal durbar": the word belongs to a name or title.
    fn follows_capital(&self, at: usize) -> bool {
        let capital = |n: usize| self.tokens.get(n).is_some_and(|t| t.kind == TokenKind::Word) && self.word(n).starts_with(char::is_uppercase);
        let starts = |n: usize| self.view.layout().sentence_at(self.tokens[n].span.start()).is_some_and(|s| self.view.layout().sentences[s].tokens.start == n);
        at > 0 && capital(at - 1) && !starts(at - 1) && capital(at + 1)
    }

    /// "Attorny" where the article has "Attorney" in the same surroundings: never for a word that is only ever a name.
    fn misspelt_name(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase()) && word[1..].bytes().all(|b| b.is_ascii_lowercase());
        if word.len() < 6 || !capital || self.counts.get(word) != Some(&1) || !self.stands_alone(at) {
            return None;
        }
        let found = corrections(self.dictionary, &word.to_lowercase());
        let best = found.iter().find(|c| c.cost <= 2 && c.rank < 8_000)?;
        let right = format!("{}{}", &word[..1], &best.word[1..]);
        if best.word.as_bytes()[0] != word.as_bytes()[0].to_ascii_lowercase() {
            return None;
        }
        let twins = self.capitals.get(right.as_str()).into_iter().flatten().map(|n| *n as usize);
        let same_place = |n: usize| {
            let same = |a: &str, b: &str| a == b && a.starts_with(char::is_alphabetic);
            same(self.word(n + 1), self.word(at + 1)) || n > 0 && at > 0 && same(self.word(n - 1), self.word(at - 1))
        };
        twins.into_iter().find(|n| same_place(*n))?;
        let message = format!("“{word}” is in no dictionary; the article has “{right}” in the same surroundings.");
        Some(self.found(Category::WordTypoEntity, self.tokens[at].span, &right, message))
    }

    /// "tothe", "saidon": two very common words, one of them a function word.
    fn joined(&self, at: usize) -> Option<Found> {
        const LEFT: &[&str] = &["and", "for", "from", "of", "said", "that", "the", "to", "was", "were", "with"];
        const RIGHT: &[&str] = &["and", "from", "have", "of", "on", "that", "the", "their", "this", "to", "was", "were", "with"];
        let word = self.word(at);
        if word.len() < SHORTEST || !self.is_lower(at) || !self.stands_alone(at) || self.is_foreign(at) {
            return None;
        }
        let common = |w: &str, limit: u32| w.len() > 1 && self.dictionary.rank(w).is_some_and(|r| r < limit);
        let split = (2..word.len() - 1).find(|n| {
            let (left, right) = word.split_at(*n);
            (LEFT.contains(&left) && common(right, 1_000) && right.len() > 2) || (RIGHT.contains(&right) && common(left, 1_000) && left.len() > 2)
        })?;
        let (left, right) = word.split_at(split);
        // "goverment" is one word with a slip, not "gover" and "ment"; "andthe" is not a slip of a rare word.
        if corrections(self.dictionary, word).first().is_some_and(|c| c.cost <= 1 && c.rank < 4_000) {
            return None;
        }
        let fix = format!("{left} {right}");
        Some(self.found(Category::SpaceJoinedWords, self.tokens[at].span, &fix, format!("“{word}” is no word; “{fix}” are two.")))
    }

    /// "pres ident": together a common word, and at least one of the halves is none.
    fn torn(&self, at: usize) -> Option<Found> {
        let before = at.checked_sub(1).filter(|b| self.next(*b) == Some(at));
        let pairs = [self.next(at).map(|n| (at, n)), before.map(|b| (b, at))];
        pairs.into_iter().flatten().find_map(|(left, right)| {
            let whole = format!("{}{}", self.word(left), self.word(right));
            let letters = whole.bytes().skip(1).all(|b| b.is_ascii_lowercase()) && self.word(left).len() > 1 && self.word(right).len() > 1;
            let common = self.dictionary.rank(&whole.to_lowercase()).is_some_and(|r| r < 8_000);
            if !letters || whole.len() < 6 || !common || !self.stands_alone(left) || !self.stands_alone(right) {
                return None;
            }
            let span = self.tokens[left].span.cover(self.tokens[right].span);
            let message = format!("“{}” is no word; “{whole}” is.", self.word(if self.unknown[left] { left } else { right }));
            Some(self.found(Category::SpaceSplitWord, span, &whole, message))
        })
    }
}

/// Endings with which English makes words that no dictionary lists, from a word as it is.
const ENDINGS: &[&str] = &[
    "s", "es", "d", "ed", "r", "rs", "er", "ers", "ing", "ish", "ism", "ist", "dom", "less", "like", "ness", "wise", "gate", "able", "ists", "hood", "ship",
    "fold", "ization", "isation",
];

/// Beginnings that do the same.
const BEGINNINGS: &[&str] = &[
    "anti", "auto", "bio", "co", "counter", "cyber", "de", "eco", "electro", "euro", "ex", "extra", "geo", "hydro", "hyper", "inter", "mega", "meta", "micro",
    "mid", "mini", "mis", "multi", "nano", "neo", "neuro", "non", "out", "over", "para", "photo", "poly", "post", "pre", "pro", "pseudo", "psycho", "radio",
    "re", "self", "semi", "socio", "sub", "super", "techno", "tele", "trans", "ultra", "un", "under", "up", "down", "petro", "agro", "crypto", "narco", "kilo",
    "milli", "thermo", "electro", "bi", "tri", "uni", "mono", "intra", "infra", "macro", "omni", "under", "ultra",
];

/// Words one letter from a common one that the word lists leave out. Sorted.
const ALSO: &[&str] = &["benefitted", "benefitting", "binging", "capita", "charnel", "fiving", "focussed", "focussing", "improv"];

/// True for a word of the dictionary, and for one that English makes of such words.
fn is_known(dictionary: &Dictionary, word: &str) -> bool {
    if dictionary.knows(word) {
        return true;
    }
    let lower = word.to_ascii_lowercase();
    if ALSO.binary_search(&lower.as_str()).is_ok() {
        return true;
    }
    if dictionary.knows(&lower) || dictionary.knows(&capitalised(&lower)) || dictionary.knows(&lower.to_ascii_uppercase()) {
        return true;
    }
    let ending = ENDINGS.iter().any(|e| lower.strip_suffix(e).is_some_and(|stem| stem.len() > 3 && takes(stem, e) && dictionary.knows(stem)));
    let beginning = BEGINNINGS.iter().any(|b| lower.strip_prefix(b).is_some_and(|stem| stem.len() > 3 && dictionary.knows(stem)));
    ending || beginning || is_compound(dictionary, &lower)
}

/// False where English doubles the last consonant or drops the e: "occured" and "argueing" are slips.
fn takes(stem: &str, ending: &str) -> bool {
    let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let [.., third, second, last] = stem.as_bytes() else { return false };
    let doubles = !vowel(third) && vowel(second) && !vowel(last) && !matches!(last, b'w' | b'x' | b'y');
    match ending {
        "d" | "r" | "rs" => *last == b'e',
        "ed" | "er" | "ers" | "ing" => *last != b'e' && !doubles,
        _ => true,
    }
}

/// "livestream": two known words of four letters or more, both common.
fn is_compound(dictionary: &Dictionary, word: &str) -> bool {
    let common = |w: &str| dictionary.rank(w).is_some_and(|r| r < 9_000);
    word.len() > 7 && (4..=word.len() - 4).any(|n| common(&word[..n]) && common(&word[n..]))
}

fn capitalised(lower: &str) -> String {
    format!("{}{}", lower[..1].to_ascii_uppercase(), &lower[1..])
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::small;
    use crate::artifacts::Category;
    use crate::{Layers, Models, analyse};

    fn found(text: &str) -> Vec<(Category, String)> {
        let models = Models { dictionary: Some(small().into()), ..Models::default() };
        let analysis = analyse(text, &models, Layers::ALL);
        let spelling = |c: Category| matches!(c, Category::WordTypo | Category::WordTypoEntity | Category::SpaceJoinedWords | Category::SpaceSplitWord);
        analysis
            .annotations
            .iter()
            .filter_map(|a| Some((Category::from_label(&a.label).filter(|c| spelling(*c))?, a.text_attribute("fix").unwrap_or_default().to_owned())))
            .collect()
    }

    fn check(text: &str, expected: &[(Category, &str)]) {
        let found = found(text);
        let found: Vec<(Category, &str)> = found.iter().map(|(c, fix)| (*c, fix.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn further_words_can_be_searched() {
        assert!(super::ALSO.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn misspelt_words_come_with_the_right_one() {
        check("He resigned, accoding to two officials of the goverment.", &[(Category::WordTypo, "according"), (Category::WordTypo, "government")]);
        check("The US Attorney Lena Ortiz left. US Attorny Paul Kwan stayed.", &[(Category::WordTypoEntity, "Attorney")]);
    }

    #[test]
    fn joined_and_torn_words() {
        check("She went tothe harbour and the pres ident followed.", &[(Category::SpaceJoinedWords, "to the"), (Category::SpaceSplitWord, "president")]);
    }

    #[test]
    fn names_foreign_words_and_new_words_are_left_alone() {
        check(
            "Ms. Wickremesinghe and bin Salman met Sander and Sanders in Ouagadougou; they ate nasi goreng and livestreamed the durbar for 40 lakh viewers.",
            &[],
        );
        check("The colour of the organisation’s programme, and the color of the organization’s program.", &[]);
        check("The re-election of pro-government candidates, e.g. in gov.uk; the antiterror squad’s unmanned microdrones.", &[]);
        check("The per capita income of the leaners was helmed by an introducer.", &[]);
    }
}
