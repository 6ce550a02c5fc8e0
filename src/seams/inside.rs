//! Seams inside a token: a capital, figures or letters where none belong.

use crate::lexicon::WordSet;
use crate::text::{Token, TokenKind};

use super::humps::{self, Hump, Kind};
use super::seam::{Candidate, Joint, Sign, Strength};
use super::shapes::{cut_in_figures, is_month, is_weekday, is_year, starts_with_date_or_clock};
use super::tables::{GO_ON, NAME_PARTS, OPENERS, PAGE_WORDS, SMALL_PARTS, SMALL_WORDS, WHOLE};

/// So many humps in one token are a row of buttons or blocks: no brand has them.
const ROW: usize = 4;

/// Longer tokens are data.
const LONGEST: usize = 200;

/// Looks into every word and number of `text`.
pub(super) fn candidates(text: &str, tokens: &[Token], found: &mut Vec<Candidate>) {
    let mut humps = Vec::new();
    for (n, token) in tokens.iter().enumerate() {
        let word = token.of(text);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) || !humps::may_have_several(word) || word.len() > LONGEST || is_code(text, tokens, n) {
            continue;
        }
        humps::cut(text, token.span, &mut humps);
        Inside { text, tokens, at: n, humps: &humps }.judge(found);
    }
}

/// True for a token that a sign of code, of a handle or of a path stands next to.
fn is_code(text: &str, tokens: &[Token], n: usize) -> bool {
    let bytes = text.as_bytes();
    let token = &tokens[n];
    let before = token.span.start().checked_sub(1).map_or(b' ', |b| bytes[b]);
    let after = bytes.get(token.span.end()).copied().unwrap_or(b' ');
    let small = bytes[token.span.start()].is_ascii_lowercase();
    // "TEDxEllery" is named by its place.
    if token.of(text).starts_with("TEDx") {
        return true;
    }
    matches!(before, b'_' | b'@' | b'#' | b'=' | b'\\' | b'<' | b'{' | b'~')
        || matches!(before, b'$' | b'%') && token.kind != TokenKind::Number
        || matches!(after, b'_' | b'=' | b'\\' | b'@' | b'{')
        || small && (before == b'.' || after == b'(')
}

struct Inside<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    humps: &'a [Hump],
}

impl Inside<'_> {
    fn of(&self, n: usize) -> &str {
        self.humps[n].span.of(self.text)
    }

    /// The token after this one where exactly a blank stands between.
    fn next_word(&self) -> &str {
        let (this, next) = (&self.tokens[self.at], self.tokens.get(self.at + 1));
        next.filter(|t| t.span.start() == this.span.end() + 1 && self.text.as_bytes()[this.span.end()] == b' ').map_or("", |t| t.of(self.text))
    }

    fn judge(&self, found: &mut Vec<Candidate>) {
        if self.humps.is_empty() || self.is_data() {
            return;
        }
        for n in 0..self.humps.len() {
            if n > 0
                && !self.is_whole(n)
                && let Some((strength, joint)) = self.seam_before(n)
            {
                found.push(Candidate { at: self.humps[n].span.start(), sign: Sign::Inside, strength, joint });
            }
            // "February 23,2022": the tokeniser reads one number.
            if self.humps[n].kind == Kind::Figures
                && let Some(year) = self.of(n).find(',').map(|c| c + 1).filter(|c| *c <= 3 && is_year(&self.of(n)[*c..]))
                && self.at > 0
                && is_month(self.tokens[self.at - 1].of(self.text))
            {
                let at = self.humps[n].span.start() + year;
                found.push(Candidate { at, sign: Sign::Inside, strength: Strength::Strong, joint: Some(Joint::Blank) });
            }
            if self.humps[n].kind == Kind::Figures
                && let Some(cut) = cut_in_figures(self.of(n), self.next_word())
            {
                let at = self.humps[n].span.start() + cut;
                found.push(Candidate { at, sign: Sign::Inside, strength: Strength::Strong, joint: Some(Joint::Blank) });
            }
        }
    }

    /// Letters and figures in no order: an identifier or a key.
    fn is_data(&self) -> bool {
        let short = self.humps.iter().filter(|h| h.span.len() < 3).count();
        let figures = self.humps.iter().filter(|h| h.kind == Kind::Figures).count();
        self.humps.len() > 4 && (short * 2 > self.humps.len() || figures * 3 > self.humps.len() && short > 2)
    }

    /// True where the border before hump `n` lies inside a brand.
    fn is_whole(&self, n: usize) -> bool {
        let last = self.humps.len() - 1;
        (n.saturating_sub(3)..n).any(|from| {
            (n..=(from + 3).min(last)).any(|to| {
                let piece = self.humps[from].span.cover(self.humps[to].span).of(self.text);
                WHOLE.has(piece) || to == last && piece.strip_suffix('s').is_some_and(|p| WHOLE.has(p))
            })
        })
    }

    /// How much the border before hump `n` looks like a seam.
    fn seam_before(&self, n: usize) -> Option<(Strength, Option<Joint>)> {
        let (left, right) = (&self.humps[n - 1], &self.humps[n]);
        match (left.kind, right.kind) {
            (Kind::Small, Kind::Capital | Kind::Capitals) => self.after_small(n),
            (Kind::Capital, Kind::Capital | Kind::Capitals) => self.after_capital(n),
            (Kind::Capitals, Kind::Capital) => self.after_capitals(n),
            (Kind::Small | Kind::Capital | Kind::Capitals, Kind::Figures) => self.before_figures(n),
            (Kind::Figures, Kind::Capital | Kind::Capitals) => self.after_figures(n),
            _ => None,
        }
    }

    /// `FacebookTwitterRedditEmail`: several words, and no key of letters and figures.
    fn is_row(&self) -> bool {
        self.humps.len() >= ROW && self.humps.iter().filter(|h| h.span.len() >= 3).count() + 1 >= self.humps.len()
    }

    fn letters(&self, n: usize) -> usize {
        self.of(n).chars().filter(|c| c.is_alphabetic()).count()
    }

    /// `TreatmentA challenge`, `RelatedI wore`: the last hump is a word of one letter, and a sentence goes on.
    fn opens_with_letter(&self, n: usize) -> bool {
        n + 1 == self.humps.len() && matches!(self.of(n), "A" | "I") && self.next_word().starts_with(char::is_lowercase)
    }

    /// `onVance`, `endBusiness`, `followsUS`; after figures `12.45pmThe`.
    fn after_small(&self, n: usize) -> Option<(Strength, Option<Joint>)> {
        const UNITS: WordSet = WordSet::new("am bn h k km m mph nd pm rd s st th");
        let left = self.of(n - 1);
        let joint = GO_ON.has(left).then_some(Joint::Blank);
        if n >= 2 && self.humps[n - 2].kind == Kind::Figures {
            let clock = matches!(left, "am" | "pm") && self.humps.get(n).is_some_and(|h| h.kind == Kind::Capital);
            let plain = left.len() >= 3 || UNITS.has(left);
            return (clock || plain && self.letters(n) >= 3).then_some((if clock { Strength::Strong } else { Strength::Weak }, None));
        }
        let long_enough = if left.len() < 3 { SMALL_WORDS.has(left) } else { !SMALL_PARTS.has(left) };
        if long_enough && self.opens_with_letter(n) {
            return Some((Strength::Weak, None));
        }
        if !long_enough || self.letters(n) < 2 {
            return None;
        }
        let strong = self.humps[n].kind == Kind::Capital && self.letters(n) >= 2 && n == 1 || self.humps[n].kind == Kind::Capitals && left.len() >= 4;
        Some((if strong { Strength::Strong } else { Strength::Weak }, joint))
    }

    /// `FutureBy`, `GettyNovember`, `BrannenUNFCCC`: brands and names look like it.
    fn after_capital(&self, n: usize) -> Option<(Strength, Option<Joint>)> {
        let (left, right) = (self.of(n - 1), self.of(n));
        if self.letters(n - 1) > 2 && self.opens_with_letter(n) {
            return Some((Strength::Weak, None));
        }
        if self.letters(n - 1) < 2 || self.letters(n) < 2 || NAME_PARTS.has(left) && (n == 1 || self.letters(n - 1) < 3) {
            return None;
        }
        let last = n + 1 == self.humps.len();
        let weak = Some((Strength::Weak, None));
        let strong = Some((Strength::Strong, None));
        if self.is_row() {
            return strong;
        }
        let next = self.next_word();
        if last && OPENERS.has(right) && !next.is_empty() && (next.starts_with(char::is_alphabetic) || next.starts_with(|c: char| c.is_ascii_digit())) {
            let small_next = next.starts_with(char::is_lowercase);
            // "LinkedIn", "WeWork" and their like end in a small word too.
            return if self.letters(n - 1) >= 3 && (small_next || !matches!(right, "In" | "On" | "At" | "You")) { strong } else { weak };
        }
        if last && (is_month(right) && right.len() > 2 || is_weekday(right)) && next.starts_with(|c: char| c.is_ascii_digit()) {
            return strong;
        }
        if PAGE_WORDS.has(left) && PAGE_WORDS.has(right) || is_weekday(left) && self.humps.len() == 2 {
            return strong;
        }
        weak
    }

    /// `APVice`, `UNFCCCThe`.
    fn after_capitals(&self, n: usize) -> Option<(Strength, Option<Joint>)> {
        let right = self.of(n);
        // "12:57PMDonald": the clock stands before.
        if n >= 2 && self.humps[n - 2].kind == Kind::Figures && matches!(self.of(n - 1), "AM" | "PM") {
            return Some((Strength::Strong, None));
        }
        // "town.AChinese": the article is one of the capitals.
        let article = n == 1 && self.of(0) == "A" && self.letters(n) >= 4 && !self.tokens[self.at].spaced;
        if self.letters(n - 1) < 2 && !article || self.letters(n) < 3 {
            return None;
        }
        let last = n + 1 == self.humps.len();
        let opens = last && OPENERS.has(right) && !self.next_word().is_empty() && self.letters(n - 1) >= 2;
        Some((if opens || self.is_row() { Strength::Strong } else { Strength::Weak }, None))
    }

    /// `station2024-04-26`, `email20 hours ago`, `July20`.
    fn before_figures(&self, n: usize) -> Option<(Strength, Option<Joint>)> {
        let left = self.of(n - 1);
        if self.letters(n - 1) < 2 {
            return None;
        }
        let from = self.humps[n].span.start();
        if starts_with_date_or_clock(&self.text[from..]) {
            let joint = matches!(left, "am" | "pm" | "AM" | "PM" | "at" | "on").then_some(Joint::Blank);
            return Some((Strength::Strong, joint));
        }
        if is_month(left) && left.len() > 3 && self.humps.len() == 2 && self.humps[n].span.len() <= 2 {
            return Some((Strength::Strong, Some(Joint::Blank)));
        }
        let word = left.len() >= 3 && self.humps[n - 1].kind != Kind::Capitals && !matches!(left, "covid" | "Covid" | "mp" | "rev");
        word.then_some((Strength::Weak, None))
    }

    /// `2017The`, `21:50ST CATHERINE`, `16Mark`.
    fn after_figures(&self, n: usize) -> Option<(Strength, Option<Joint>)> {
        const UNITS: WordSet = WordSet::new("AM BST CET EST GB GMT GW HD KM MB MP MW PM PM1 TB UTC");
        let figures = self.of(n - 1);
        if self.letters(n) < 2 || figures.starts_with(|c: char| !c.is_ascii_digit()) {
            return None;
        }
        let unit = UNITS.has(self.of(n));
        let capital = self.humps[n].kind == Kind::Capital;
        if unit || !capital && self.humps[n].span.len() < 2 {
            return None;
        }
        let clock = figures.contains(':') && !figures.ends_with(':');
        let after_date = is_year(figures) && capital && self.letters(n) >= 3;
        if clock && self.letters(n) >= 2 && !matches!(self.of(n), "ET" | "CT" | "PT" | "IST") || after_date {
            return Some((Strength::Strong, None));
        }
        (capital || self.letters(n) >= 4).then_some((Strength::Weak, None))
    }
}
