//! Undoes a tokeniser: which blanks go, so that the text reads as if it had never been cut.

use std::collections::BTreeMap;

use crate::artifacts::Page;
use crate::artifacts::contractions::takes_not;
use crate::lexicon::WordSet;
use crate::text::{Replacement, Span, Token, TokenKind, order};

/// What stands between two tokens.
pub(super) fn between<'t>(text: &'t str, before: &Token, after: &Token) -> &'t str {
    &text[before.span.end()..after.span.start()]
}

/// The edits that join what a tokeniser cut. Widened gaps, where a word was lost, stay as they are.
pub(super) fn edits(page: &Page<'_>) -> Vec<Replacement> {
    let mut edits = Vec::new();
    for paragraph in &page.layout().paragraphs {
        Joiner {
            text: page.text,
            tokens: page.tokens(),
            at: paragraph.tokens.clone(),
            edits: &mut edits,
            double: Mark::Closed,
            single: Mark::Closed,
            odd: false,
            sides: BTreeMap::new(),
        }
        .run();
    }
    order::sort_by(&mut edits, |e| order::of_place(e.span));
    edits
}

/// Whether a quotation mark of one kind is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Closed,
    Open,
}

/// To which neighbour a token belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    None,
    Left,
    Right,
    Both,
}

struct Joiner<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: std::ops::Range<usize>,
    edits: &'a mut Vec<Replacement>,
    double: Mark,
    single: Mark,
    /// An odd number of straight double marks: then the places decide, not the count alone.
    odd: bool,
    /// Where the straight marks belong whose partner is known.
    sides: BTreeMap<usize, Side>,
}

impl Joiner<'_> {
    fn run(mut self) {
        self.odd = self.tokens[self.at.clone()].iter().filter(|t| t.of(self.text) == "\"").count() % 2 == 1;
        self.pair_straight_marks();
        let mut joined_before = false;
        for n in self.at.clone() {
            let side = self.side(n);
            if n > self.at.start && (joined_before || matches!(side, Side::Left | Side::Both)) {
                self.join(n);
            }
            joined_before = matches!(side, Side::Right | Side::Both);
        }
    }

    /// Gives each straight mark that has a partner its side: of one without, nobody knows what it belongs to.
    fn pair_straight_marks(&mut self) {
        for kind in [&["\""][..], &["'", "`"][..]] {
            let mut open: Option<usize> = None;
            for n in self.at.clone().filter(|n| self.tokens[*n].kind == TokenKind::QuoteMark && kind.contains(&self.tokens[*n].of(self.text))) {
                if kind.len() > 1 && self.is_plural_possessive(n) {
                    self.sides.insert(n, Side::Left); // the attorneys ' request
                    continue;
                }
                let state = if kind.len() > 1 { self.single } else { self.double };
                let opens = self.opens(n, state);
                let now = if opens { Mark::Open } else { Mark::Closed };
                *(if kind.len() > 1 { &mut self.single } else { &mut self.double }) = now;
                if opens {
                    open = Some(n);
                } else if let Some(first) = open.take() {
                    self.sides.insert(first, Side::Right);
                    self.sides.insert(n, Side::Left);
                }
            }
        }
    }

    fn is_plural_possessive(&self, n: usize) -> bool {
        let before = self.word(n.wrapping_sub(1));
        self.single == Mark::Closed
            && before.ends_with(['s', 'S', 'z'])
            && !self.word(n + 1).is_empty()
            && self.tokens[n].of(self.text) == "'"
            && !self.closes_later(n)
    }

    fn word(&self, n: usize) -> &str {
        if self.at.contains(&n) { self.tokens[n].of(self.text) } else { "" }
    }

    /// Takes the blank before token `n` away, unless it is none or more than one: a wide gap is evidence.
    fn join(&mut self, n: usize) {
        let gap = Span::new(self.tokens[n - 1].span.end(), self.tokens[n].span.start());
        if matches!(gap.of(self.text), " " | "\u{A0}" | "  ") {
            self.edits.push(Replacement { span: gap, text: String::new() });
        }
    }

    /// Reads token `n` differently.
    fn rewrite(&mut self, n: usize, text: &str) {
        self.edits.push(Replacement { span: self.tokens[n].span, text: text.to_owned() });
    }

    fn side(&mut self, n: usize) -> Side {
        let word = self.tokens[n].of(self.text);
        match self.tokens[n].kind {
            TokenKind::Clitic if word.starts_with(['n', 'N']) => {
                if takes_not(self.word(n.wrapping_sub(1))) {
                    Side::Left
                } else {
                    Side::None
                }
            }
            TokenKind::Clitic => Side::Left,
            TokenKind::QuoteMark => self.quote_mark(n, word),
            TokenKind::Punctuation => self.punctuation(n, word),
            TokenKind::Symbol if matches!(word, "$" | "£" | "€" | "¥") && self.starts_with_digit(n + 1) => Side::Right,
            TokenKind::Word => self.half_word(n, word),
            _ => Side::None,
        }
    }

    fn starts_with_digit(&self, n: usize) -> bool {
        self.word(n).starts_with(|c: char| c.is_ascii_digit())
    }

    fn punctuation(&mut self, n: usize, word: &str) -> Side {
        let before = self.word(n.wrapping_sub(1)).to_owned();
        match word {
            "." if before.len() > 2 && before.ends_with('.') && self.tokens[n - 1].kind == TokenKind::Word => {
                // "the U.S. .": the tokeniser gave the abbreviation a full stop of its own.
                let span = Span::new(self.tokens[n - 1].span.end(), self.tokens[n].span.end());
                self.edits.push(Replacement { span, text: String::new() });
                Side::None
            }
            "." if before.starts_with('.') => Side::None,
            "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "}" => Side::Left,
            "(" | "[" | "{" => Side::Right,
            "%" if before.ends_with(|c: char| c.is_ascii_digit()) => Side::Left,
            "..." | "…" => {
                let next = self.word(n + 1);
                if next.is_empty() || matches!(next, "\"" | "”" | "''" | "'") { Side::Left } else { Side::None }
            }
            "-" if self.is_hyphen(n, &before) => Side::Both,
            "/" if !before.is_empty() && !self.word(n + 1).is_empty() => Side::Both,
            "#" if self.starts_with_digit(n + 1) => Side::Right,
            _ => Side::None,
        }
    }

    /// True where a lone hyphen joins a compound ("46 - year - old", "president - elect") and is no dash.
    fn is_hyphen(&self, n: usize, before: &str) -> bool {
        let after = self.word(n + 1);
        let (before, after) = (before.to_lowercase(), after.to_lowercase());
        let letters = |s: &str| s.starts_with(|c: char| c.is_alphanumeric());
        if !letters(&before) || !letters(&after) {
            return false;
        }
        let number = before.starts_with(|c: char| c.is_ascii_digit());
        FIRST_HALVES.has(before.as_str())
            || SECOND_HALVES.has(after.as_str())
            || (number && (after.starts_with(|c: char| c.is_ascii_digit()) || MEASURES.has(after.as_str())))
            || (matches!(before.as_str(), "d" | "r" | "i") && self.word(n + 1).starts_with(|c: char| c.is_uppercase()))
            || (n >= 2 && self.word(n - 2) == "-" && MEASURES.has(before.as_str()))
    }

    /// The halves of "cannot", "gonna" and the like, which tokenisers cut.
    fn half_word(&self, n: usize, word: &str) -> Side {
        let before = self.word(n.wrapping_sub(1));
        let pair = |a: &str, b: &str| before.eq_ignore_ascii_case(a) && word == b;
        if pair("can", "not") || pair("gon", "na") || pair("wan", "na") || pair("got", "ta") || pair("gim", "me") || pair("lem", "me") {
            Side::Left
        } else {
            Side::None
        }
    }

    fn quote_mark(&mut self, n: usize, word: &str) -> Side {
        match word {
            "“" | "‘" | "«" | "‹" => Side::Right,
            "”" | "’" | "»" | "›" => Side::Left,
            "``" => {
                self.rewrite(n, "\"");
                Side::Right
            }
            "''" if self.tokens[n].spaced => {
                self.rewrite(n, "\"");
                Side::Left
            }
            "\"" | "'" | "`" => self.sides.get(&n).copied().unwrap_or(Side::None),
            _ => Side::None,
        }
    }

    /// True where another lone single mark follows in the paragraph: this one may open.
    fn closes_later(&self, n: usize) -> bool {
        (n + 1..self.at.end.min(n + 60)).any(|m| self.tokens[m].of(self.text) == "'" && !self.word(m - 1).ends_with('s'))
    }

    /// Whether the straight mark `n` opens: by count, and where the count is odd by what stands around it.
    fn opens(&self, n: usize, state: Mark) -> bool {
        let (before, after) = (self.word(n.wrapping_sub(1)), self.word(n + 1));
        if n == self.at.start {
            return true;
        }
        if after.is_empty() {
            return false;
        }
        // A mark glued to one neighbour says so itself.
        let (glued_left, glued_right) = (!self.tokens[n].spaced, self.tokens.get(n + 1).is_some_and(|t| !t.spaced));
        if glued_left != glued_right && self.tokens[n + 1].kind != TokenKind::Punctuation {
            return glued_right;
        }
        if self.odd {
            if state == Mark::Open && (before == ":" || (before == "," && reports(self.word(n.wrapping_sub(2))))) && starts_upper(after) {
                return true; // the quotation before it was never closed
            }
            if state == Mark::Closed
                && !reports(self.word(n.wrapping_sub(2)))
                && matches!(before, "." | "," | "!" | "?")
                && after.starts_with(char::is_lowercase)
            {
                return false; // it was never opened
            }
        }
        state == Mark::Closed
    }
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn reports(word: &str) -> bool {
    const VERBS: WordSet = WordSet::new("added adding asked continued read reads replied said saying says told tweeted wrote");
    VERBS.has(word)
}

/// First halves of compounds.
const FIRST_HALVES: WordSet = WordSet::new(
    "anti best better brother center centre co counter cross cutting de double eight eighth ex far fast father fifth first five four fourth front \
     full goodwill half hard high higher ill inter joint large little long longer low lower mid middle mother multi nine non north off old open post \
     pre pro quarter re second self semi seven short single sister six small so socio south sub ten third three top trans twenty two ultra un vice \
     well worst x",
);

/// Second halves of compounds.
const SECOND_HALVES: WordSet = WordSet::new(
    "appointed approved backed based born bound controlled driven elect era face friendly fueled funded grade led level linked minded minute \
     nominated old owned party picked profile ranking ray related run scale section sized sponsored style term trained type wide wing year",
);

/// What stands after the number in "46-year-old", "two-thirds".
const MEASURES: WordSet = WordSet::new(
    "acre day degree euro fold foot game hour inch kilometer kilometre man member meter metre mile minute month page part percent point pound seat \
     second story time vote week year",
);

#[cfg(test)]
mod tests {
    use crate::artifacts::testing::repairs;

    #[test]
    fn reads_as_if_it_had_never_been_cut() {
        repairs(
            "\" We wo n’t go , \" said Mara Lindt ( 46 ) . \" It ’s the mayors ’ choice , is n’t it ? \" She can not stay , he said .",
            "\"We won’t go,\" said Mara Lindt (46). \"It’s the mayors’ choice, isn’t it?\" She cannot stay, he said.",
        );
        repairs(
            "The fee is $ 1,200 , or 40 % , for the 46 - year - old ex - mayor of the U.S. .\nHe left - reluctantly - at 5 p.m. , she said : \" So what ? \"",
            "The fee is $1,200, or 40%, for the 46-year-old ex-mayor of the U.S.\nHe left - reluctantly - at 5 p.m., she said: \"So what?\"",
        );
        repairs(
            "`` No , '' he said . `` Not now , '' he said . It was , he added , late ; too late .",
            "\"No,\" he said. \"Not now,\" he said. It was, he added, late; too late.",
        );
    }

    #[test]
    fn a_missing_mark_does_not_turn_the_rest_around() {
        repairs(
            "\" We lost it , he said . She added , \" We did not . \" It was over , he wrote , \" for good . \" They left , both of them .",
            "\" We lost it, he said. She added, \"We did not.\" It was over, he wrote, \"for good.\" They left, both of them.",
        );
    }
}
