//! The words of an article as the comparison reads them.

use std::collections::HashMap;

use super::{lexicon, spelling};
use crate::text::{Span, Token, TokenKind, is_apostrophe, is_ignorable, is_quote_mark};

/// One number for every form that is compared as one. Equal forms have equal numbers; their order means nothing.
#[derive(Debug, Default)]
pub(super) struct Keys {
    numbers: HashMap<String, u32>,
    houses: HashMap<String, u32>,
    forms: Vec<Form>,
}

/// What is asked of a form again and again.
#[derive(Debug)]
pub(super) struct Form {
    /// Lower case, no dots, digits for number words.
    pub(super) text: String,
    /// A number that all spellings of it share.
    pub(super) house: u32,
    /// It stands for a longer word: "n't".
    pub(super) short: bool,
    pub(super) first: char,
    /// In characters.
    pub(super) length: usize,
}

impl Keys {
    pub(super) fn key(&mut self, text: &str) -> u32 {
        if let Some(n) = self.numbers.get(text) {
            return *n;
        }
        let n = self.forms.len() as u32;
        let plain = spelling::plain_letters(text);
        let houses = self.houses.len() as u32;
        let house = *self.houses.entry(spelling::house_key(lexicon::unabbreviated(&plain))).or_insert(houses);
        let first = plain.chars().next().unwrap_or(' ');
        let form = Form { house, short: lexicon::is_contraction(text), first, length: text.chars().count(), text: text.to_owned() };
        self.forms.push(form);
        self.numbers.insert(text.to_owned(), n);
        n
    }

    /// The number of a form that was seen.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    pub(super) fn form(&self, key: u32) -> &Form {
        &self.forms[key as usize]
    }

    pub(super) fn text(&self, key: u32) -> &str {
        &self.forms[key as usize].text
    }
}

/// One word to compare.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// See [`Keys`].
    pub(super) key: u32,
    /// In bytes of the text that was read.
    pub(super) span: Span,
    /// How much it tells: small words .3, words of names .7, others 1, garbled ones 0 (reference: measured on pairs of quotations).
    pub(super) weight: f32,
    /// The sentence it stands in.
    pub(super) sentence: u32,
    /// A small word.
    pub(super) function: bool,
    /// Part of a name.
    pub(super) name: bool,
    /// Written by an editor, in square or round brackets.
    pub(super) bracket: Bracket,
    /// Garbled: what stands here says nothing of what was said.
    pub(super) damaged: bool,
    /// Its value, where it is a number.
    pub(super) value: Option<f64>,
}

/// What brackets a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Bracket {
    #[default]
    None,
    Square,
    Round,
}

/// Punctuation between words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// In bytes of the text that was read.
    pub(super) span: Span,
    /// How many words stand before it in the article.
    pub(super) before: usize,
    /// What it is, its variants set to one character.
    pub(super) sign: char,
    /// Blanks stand before it.
    pub(super) spaced: bool,
}

/// Weight of a small word.
pub(super) const SMALL: f32 = 0.3;
/// Weight of a word of a name.
pub(super) const NAME: f32 = 0.7;

/// The sign of an ellipsis, however it is written.
pub(super) const ELLIPSIS: char = '…';

/// Reads the tokens of `text` into words and marks. `sentence_of` tells the sentence of a token by its index.
pub(super) fn read(text: &str, tokens: &[Token], sentence_of: impl Fn(usize) -> u32, keys: &mut Keys) -> (Vec<Word>, Vec<Mark>) {
    let mut reader = Reader { text, tokens, words: Vec::with_capacity(tokens.len()), marks: Vec::new(), bracket: Bracket::None, opened: 0 };
    let mut at = 0;
    while at < tokens.len() {
        at += reader.step(at, sentence_of(at), keys);
    }
    (reader.words, reader.marks)
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    words: Vec<Word>,
    marks: Vec<Mark>,
    bracket: Bracket,
    /// The number of words read when the bracket opened.
    opened: usize,
}

/// Brackets of an editor hold no more words than this; what opens and does not close is none.
const LONGEST_BRACKET: usize = 24;

impl Reader<'_> {
    /// Reads what starts at token `at`; returns how many tokens it is.
    fn step(&mut self, at: usize, sentence: u32, keys: &mut Keys) -> usize {
        let token = self.tokens[at];
        match token.kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Link => self.word(at, sentence, keys),
            _ if matches!(token.of(self.text), "$" | "£" | "€" | "¥" | "%") => self.word(at, sentence, keys),
            _ => {
                if let Some(taken) = self.lettered_bracket(at, sentence, keys) {
                    return taken;
                }
                self.mark(at)
            }
        }
    }

    fn push(&mut self, key: &str, span: Span, sentence: u32, value: Option<f64>, keys: &mut Keys) {
        let function = lexicon::is_function(key) || key == "#1";
        let weight = if function { SMALL } else { 1.0 };
        if self.words.len() - self.opened > LONGEST_BRACKET {
            self.bracket = Bracket::None;
        }
        let bracket = self.bracket;
        self.words.push(Word { key: keys.key(key), span, weight, sentence, function, name: false, bracket, damaged: false, value });
    }

    /// "1.5 million", "forty-six", "per cent" are one word, and so is any other token.
    fn word(&mut self, at: usize, sentence: u32, keys: &mut Keys) -> usize {
        let token = self.tokens[at];
        let surface = token.of(self.text);
        let next = |n: usize| self.tokens.get(at + n).map(|t| (t, t.of(self.text)));
        let form = folded(surface);
        if let Some(mut value) = number_value(&form).filter(|_| token.kind != TokenKind::Clitic) {
            let mut taken = 1;
            let ten = (20.0..100.0).contains(&value) && value % 10.0 == 0.0 && token.kind == TokenKind::Word;
            if let (true, Some((_, "-" | "‐")), Some((unit, name))) = (ten, next(1), next(2))
                && let Some(unit_value) = lexicon::number(&folded(name)).filter(|v| (1.0..10.0).contains(v) && !unit.spaced)
            {
                value += unit_value;
                taken = 3;
            }
            while let Some(by) = self.tokens.get(at + taken).and_then(|t| lexicon::multiplier(&folded(t.of(self.text)))) {
                value *= by;
                taken += 1;
            }
            let span = token.span.cover(self.tokens[at + taken - 1].span);
            self.push(&format!("#{value}"), span, sentence, Some(value), keys);
            return taken;
        }
        if form == "per" && next(1).is_some_and(|(_, w)| w.eq_ignore_ascii_case("cent")) {
            self.push("percent", token.span.cover(self.tokens[at + 1].span), sentence, None, keys);
            return 2;
        }
        let key = match form.as_str() {
            "%" => "percent",
            "" => surface,
            other => other,
        };
        self.push(key, token.span, sentence, None, keys);
        1
    }

    /// "[T]he" is one word, whose first letter an editor set; so is "build[ing]".
    fn lettered_bracket(&mut self, at: usize, sentence: u32, keys: &mut Keys) -> Option<usize> {
        let surface = |n: usize| self.tokens.get(at + n).map(|t| t.of(self.text));
        if surface(0)? != "[" || surface(2)? != "]" {
            return None;
        }
        let (letters, rest) = (self.tokens.get(at + 1)?, self.tokens.get(at + 3)?);
        let joined = !letters.spaced && !self.tokens[at + 2].spaced && !rest.spaced && letters.kind == TokenKind::Word && rest.kind == TokenKind::Word;
        if !joined || letters.span.len() > 2 || !rest.of(self.text).starts_with(char::is_lowercase) {
            return None;
        }
        let form = format!("{}{}", folded(letters.of(self.text)), folded(rest.of(self.text)));
        self.push(&form, self.tokens[at].span.cover(rest.span), sentence, None, keys);
        Some(4)
    }

    fn mark(&mut self, at: usize) -> usize {
        let token = self.tokens[at];
        let surface = token.of(self.text);
        match surface {
            "[" | "(" => {
                self.bracket = if surface == "[" { Bracket::Square } else { Bracket::Round };
                self.opened = self.words.len();
            }
            "]" | ")" => self.bracket = Bracket::None,
            _ => {}
        }
        let apart = token.spaced && self.tokens.get(at + 1).is_none_or(|next| next.spaced);
        let Some(sign) = sign_of(surface, apart) else { return 1 };
        // ". . ." and ". .." are an ellipsis, and so is what is left of one after another dot.
        if matches!(sign, '.' | ELLIPSIS)
            && let Some(last) = self.marks.last_mut()
            && last.before == self.words.len()
            && matches!(last.sign, '.' | ELLIPSIS)
        {
            last.sign = ELLIPSIS;
            last.span = last.span.cover(token.span);
            return 1;
        }
        self.marks.push(Mark { span: token.span, before: self.words.len(), sign, spaced: token.spaced });
        1
    }
}

/// One character for all variants of a mark; none for what is no punctuation of a sentence, such as the hyphen of a word. `apart`
/// tells a hyphen that stands for a dash.
fn sign_of(surface: &str, apart: bool) -> Option<char> {
    let first = surface.chars().next()?;
    Some(match first {
        '.' if surface.len() > 1 => ELLIPSIS,
        '…' => ELLIPSIS,
        '-' | '\u{2010}' | '\u{2011}' if surface.chars().count() == 1 && !apart => return None,
        '-' | '\u{2010}'..='\u{2015}' => '—',
        c if is_quote_mark(c) => '"',
        ',' | '.' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '/' => first,
        _ => return None,
    })
}

/// Lower case, straight apostrophes, without dots, thousands commas and what takes no room; "&" is "and".
pub(super) fn folded(surface: &str) -> String {
    if surface == "&" {
        return "and".to_owned();
    }
    let number = surface.starts_with(|c: char| c.is_ascii_digit());
    let mut form = String::with_capacity(surface.len());
    for c in surface.chars() {
        match c {
            '.' if !number => {}
            ',' if number => {}
            c if is_apostrophe(c) => form.push('\''),
            c if is_ignorable(c) => {}
            c => form.extend(c.to_lowercase()),
        }
    }
    form
}

/// The value of a number, in digits or as a word.
pub(super) fn number_value(form: &str) -> Option<f64> {
    if form.starts_with(|c: char| c.is_ascii_digit()) {
        return form.parse().ok().filter(|v: &f64| v.is_finite());
    }
    lexicon::number(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Layout;

    fn forms(text: &str) -> String {
        let layout = Layout::of(text);
        let mut keys = Keys::default();
        let (words, _) = read(text, &layout.tokens, |_| 0, &mut keys);
        words.iter().map(|w| keys.text(w.key)).collect::<Vec<_>>().join(" ")
    }

    fn signs(text: &str) -> String {
        let layout = Layout::of(text);
        read(text, &layout.tokens, |_| 0, &mut Keys::default()).1.iter().map(|m| m.sign).collect()
    }

    #[test]
    fn one_form_for_all_ways_to_write_it() {
        assert_eq!(forms("1.5 million"), forms("1,500,000"));
        assert_eq!(forms("40 per cent"), forms("40%"));
        assert_eq!(forms("forty-six U.S. ships"), forms("46 US ships"));
        assert_eq!(forms("[T]he dues"), forms("The dues"));
        assert_eq!(forms("I don’t know"), forms("I don't know"));
    }

    #[test]
    fn other_numbers_are_other_words() {
        assert_ne!(forms("46 posts"), forms("64 posts"));
        assert_ne!(forms("$5"), forms("£5"));
    }

    #[test]
    fn an_ellipsis_is_one_mark_however_it_is_set() {
        for text in ["stay … go", "stay ... go", "stay . . . go", "stay . .. go"] {
            assert_eq!(signs(text), "…", "{text}");
        }
        assert_eq!(signs("stay -- go — on"), "——");
    }
}
