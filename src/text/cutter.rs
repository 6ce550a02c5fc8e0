//! Cuts a text into tokens: words, numbers, clitics, marks. The same rules read tokenised and untokenised text.

use super::Span;
use super::abbreviations::is_abbreviation;
use super::link::{handle_end, has_domain_ending, mail_end, path_length, url_end};
use super::token::{Token, TokenKind, is_apostrophe, is_combining, is_ignorable, is_punctuation, is_quote_mark, is_word_char};

/// A run of at least this many equal marks is ornament, not language, and is one token.
const ORNAMENT: usize = 4;

/// Cuts `text` into tokens, in order. Time and memory grow linearly with the text, whatever it holds.
#[must_use]
pub fn tokenise(text: &str) -> Vec<Token> {
    let mut cutter = Cutter { text, bytes: text.as_bytes(), tokens: Vec::with_capacity(text.len() / 5 + 1), at: 0, sign: None };
    cutter.run();
    cutter.tokens
}

/// Bytes of ASCII by what a token that starts with them is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    /// Anything that needs a closer look.
    Mark,
}

const CLASSES: [Class; 128] = {
    let mut classes = [Class::Mark; 128];
    let mut b = 0;
    while b < 128 {
        let byte = b as u8;
        classes[b] = match byte {
            b'\t'..=b'\r' | b' ' => Class::Space,
            b'0'..=b'9' => Class::Digit,
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            _ => Class::Mark,
        };
        b += 1;
    }
    classes
};

struct Cutter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    tokens: Vec<Token>,
    at: usize,
    /// The first @ that was not yet passed, or the end of the text; `None` before the first search.
    sign: Option<usize>,
}

impl Cutter<'_> {
    fn run(&mut self) {
        let mut spaced = true;
        while let Some(&byte) = self.bytes.get(self.at) {
            let start = self.at;
            let kind = match CLASSES.get(usize::from(byte)) {
                Some(Class::Space) => {
                    self.at += 1;
                    spaced = true;
                    continue;
                }
                Some(Class::Letter) => self.word_or_link(false),
                Some(Class::Digit) => self.word_or_link(true),
                Some(Class::Mark) => self.mark(char::from(byte)),
                None => match self.peek() {
                    Some(c) if c.is_whitespace() => {
                        self.at += c.len_utf8();
                        spaced = true;
                        continue;
                    }
                    Some(c) if c.is_alphanumeric() => self.word(c.is_numeric()),
                    Some(c) => self.mark(c),
                    None => break,
                },
            };
            debug_assert!(self.at > start, "a token takes at least one character");
            self.tokens.push(Token { span: Span::new(start, self.at), kind, spaced });
            spaced = false;
        }
    }

    /// The character at `at`.
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    /// The character that starts at byte `at`.
    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(b) if b.is_ascii() => Some(char::from(*b)),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    fn previous(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    /// True where what went before cannot be a part of what starts here.
    fn starts_fresh(&self) -> bool {
        !self.previous().is_some_and(char::is_alphanumeric)
    }

    /// The first @ at or after `at`, or the end of the text. Each is looked for once, so that all searches together are one pass.
    fn next_sign(&mut self) -> usize {
        match self.sign {
            Some(sign) if sign >= self.at => sign,
            _ => {
                let sign = self.bytes[self.at..].iter().position(|b| *b == b'@').map_or(self.bytes.len(), |n| self.at + n);
                self.sign = Some(sign);
                sign
            }
        }
    }

    /// A token that starts with an ASCII letter or digit.
    fn word_or_link(&mut self, is_number: bool) -> TokenKind {
        let sign = self.next_sign();
        if sign < self.bytes.len()
            && let Some(end) = mail_end(self.text, self.at, sign)
            && self.starts_fresh()
        {
            self.at = end;
            return TokenKind::Link;
        }
        if !is_number
            && let Some(end) = url_end(self.text, self.at)
            && self.starts_fresh()
        {
            self.at = end;
            return TokenKind::Link;
        }
        self.word(is_number)
    }

    /// A token that starts with `c`, which is neither white space nor a letter nor a digit.
    fn mark(&mut self, c: char) -> TokenKind {
        if matches!(c, '@' | '#')
            && self.starts_fresh()
            && let Some(end) = handle_end(self.text, self.at)
        {
            self.at = end;
            return TokenKind::Link;
        }
        if (is_apostrophe(c) || is_inner_apostrophe(c) && !self.starts_fresh())
            && let Some(end) = self.clitic_end(self.at)
            && self.clitic_may_stand_here(end)
        {
            self.at = end;
            return TokenKind::Clitic;
        }
        let start = self.at;
        self.at += c.len_utf8();
        let run = if matches!(c, '(' | ')' | '[' | ']' | '{' | '}') { 0 } else { self.run_of(c) };
        if run + 1 >= ORNAMENT {
            self.at += run * c.len_utf8();
            return if is_punctuation(c) || is_quote_mark(c) { TokenKind::Punctuation } else { TokenKind::Symbol };
        }
        if is_quote_mark(c) {
            if run > 0 && matches!(c, '\'' | '`' | '´' | '\u{2019}' | '\u{2018}') {
                self.at += c.len_utf8();
            }
            return TokenKind::QuoteMark;
        }
        if matches!(c, '.' | '-' | '–' | '—' | '!' | '?' | '*' | '_' | '=' | '~' | '•') {
            self.at += run * c.len_utf8();
            return TokenKind::Punctuation;
        }
        if is_punctuation(c) {
            return TokenKind::Punctuation;
        }
        self.emoji(c, start);
        TokenKind::Symbol
    }

    /// How many more characters `c` follow at once.
    fn run_of(&self, c: char) -> usize {
        let mut buffer = [0; 4];
        let encoded = c.encode_utf8(&mut buffer).as_bytes();
        self.bytes[self.at..].chunks_exact(encoded.len()).take_while(|chunk| *chunk == encoded).count()
    }

    /// Takes what belongs to the symbol `first`: selectors, skin tones, joiners with what they join, the second half of a flag.
    fn emoji(&mut self, first: char, start: usize) {
        let is_flag_half = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
        if is_flag_half(first)
            && let Some(second) = self.peek().filter(|c| is_flag_half(*c))
        {
            self.at += second.len_utf8();
        }
        let pictograph = !first.is_ascii() && !is_ignorable(first);
        let mut joined = false;
        while let Some(c) = self.peek() {
            let takes = is_combining(c)
                || is_ignorable(c)
                || matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
                || (joined && pictograph && !c.is_alphanumeric() && !c.is_whitespace() && !is_punctuation(c) && !is_quote_mark(c));
            if !takes {
                break;
            }
            joined = c == '\u{200D}';
            self.at += c.len_utf8();
        }
        debug_assert!(self.at > start, "the symbol itself is taken");
    }

    /// Where the clitic whose apostrophe stands at `at` ends: 's 're 've 'll 'd 'm, in any case.
    fn clitic_end(&self, at: usize) -> Option<usize> {
        let from = at + self.char_at(at)?.len_utf8();
        let lower = |n: usize| self.bytes.get(from + n).map(u8::to_ascii_lowercase);
        let length = match lower(0)? {
            b's' | b'd' | b'm' => 1,
            b'r' | b'v' if lower(1) == Some(b'e') => 2,
            b'l' if lower(1) == Some(b'l') => 2,
            _ => return None,
        };
        let end = from + length;
        (!self.char_at(end).is_some_and(is_word_char)).then_some(end)
    }

    /// A clitic that ends at `end` follows a letter, or stands alone in tokenised text ("Trump ’s").
    fn clitic_may_stand_here(&self, end: usize) -> bool {
        let before = self.text[..self.at].trim_end_matches([' ', '\u{A0}']);
        let alone = before.len() < self.at;
        let follows = before.chars().next_back().is_some_and(|c| is_word_char(c) || matches!(c, '.' | ')' | ']' | '%'));
        // After a space, an apostrophe that opens a quotation ('s' or 're-entry') looks the same but for what follows.
        let free = !self.char_at(end).is_some_and(|c| c == '-' || c == '&' || is_quote_mark(c) && !matches!(c, '"' | '”'));
        follows && (!alone || free)
    }

    /// Past the letters, digits and marks over them that stand at `at`.
    fn skip_word_chars(&mut self) {
        loop {
            while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphanumeric) {
                self.at += 1;
            }
            match self.bytes.get(self.at) {
                Some(b) if !b.is_ascii() => match self.peek() {
                    Some(c) if is_word_char(c) => self.at += c.len_utf8(),
                    _ => return,
                },
                _ => return,
            }
        }
    }

    /// A word or number; `at` stands on its first character.
    fn word(&mut self, is_number: bool) -> TokenKind {
        let mut word = Word { start: self.at, piece: self.at, is_number, dotted: false, all_capitals: true, is_host: false };
        loop {
            let piece = self.at;
            self.skip_word_chars();
            let Some(next) = self.peek() else { break };
            if next.is_ascii_whitespace() {
                break;
            }
            if is_inner_apostrophe(next) {
                // "didn't": the clitic takes the n with it. Only where more than the n stands before it.
                let mark = self.at + next.len_utf8();
                let negation = matches!(self.bytes.get(mark), Some(b't' | b'T'))
                    && matches!(self.bytes[self.at - 1], b'n' | b'N')
                    && !self.char_at(mark + 1).is_some_and(is_word_char);
                if negation && self.at - 1 > word.start {
                    self.at -= 1;
                    break;
                }
                if negation {
                    self.at = mark + 1;
                    return TokenKind::Clitic;
                }
            }
            if next == '&' {
                word.all_capitals = word.all_capitals && self.text[piece..self.at].chars().all(|c| c.is_uppercase() || c.is_numeric());
            }
            match self.join(&mut word, next) {
                Join::Over => self.at += next.len_utf8(),
                Join::AndEnd => {
                    self.at += next.len_utf8();
                    break;
                }
                Join::Not => break,
                Join::Link(end) => {
                    self.at = end;
                    return TokenKind::Link;
                }
            }
        }
        if is_number { TokenKind::Number } else { TokenKind::Word }
    }

    /// Whether the character `c` at `at` stands between two halves of one token ("1,200", "U.S.", "O’Brien", "AT&T") or closes it.
    fn join(&self, word: &mut Word, c: char) -> Join {
        let after = self.at + c.len_utf8();
        let next_is = |f: fn(char) -> bool| self.char_at(after).is_some_and(f);
        let when = |yes: bool| if yes { Join::Over } else { Join::Not };
        match c {
            '.' | ',' | ':' if word.is_number && self.bytes[self.at - 1].is_ascii_digit() => {
                let joins = next_is(|n| n.is_ascii_digit()) && !(c == ':' && word.dotted);
                word.dotted |= joins && c == '.';
                when(joins)
            }
            '.' => self.dot(word, after),
            '&' => when(word.all_capitals && next_is(char::is_uppercase)),
            '/' if word.dotted && word.is_host => {
                let length = path_length(&self.text[after..]);
                Join::Link(after + length)
            }
            // A mark that is only mistaken for an apostrophe may also open a quotation after a lost space: it joins "O‘Brien" alone.
            _ if is_inner_apostrophe(c) => {
                when(next_is(char::is_alphabetic) && self.clitic_end(self.at).is_none() && (is_apostrophe(c) || self.at - word.piece == 1))
            }
            _ => Join::Not,
        }
    }

    /// What the dot at `at`, before byte `after`, is to `word`.
    fn dot(&self, word: &mut Word, after: usize) -> Join {
        let piece = &self.text[word.piece..self.at];
        let one_letter = piece.chars().next().is_some_and(|c| c.len_utf8() == piece.len());
        let next = self.char_at(after);
        if one_letter && next.is_some_and(char::is_alphabetic) && !word.is_host {
            // "U.S", "p.m": a letter, a dot, a letter. Not "a.Next", where a word follows.
            let single = next.is_some_and(|n| !self.char_at(after + n.len_utf8()).is_some_and(is_word_char));
            if single {
                word.piece = after;
                word.dotted = true;
                return Join::Over;
            }
            if !word.dotted {
                return if piece.starts_with(char::is_uppercase) && self.follows_name() { Join::AndEnd } else { Join::Not };
            }
        }
        let whole = &self.text[word.start..self.at];
        if one_letter && (word.dotted || self.is_initial(piece)) || is_abbreviation(whole, || self.number_follows(after)) {
            // The dot closes the token: "U.S.", "Sen.", the initial in "George W. Bush".
            return Join::AndEnd;
        }
        if whole == "Ph" && next == Some('D') {
            word.piece = after;
            word.dotted = true;
            return Join::Over;
        }
        if next.is_some_and(|n| n.is_ascii_lowercase()) && has_domain_ending(&self.text[after..]) {
            word.piece = after;
            word.dotted = true;
            word.is_host = true;
            return Join::Over;
        }
        Join::Not
    }

    /// True where a number stands at byte `at` or after one space.
    fn number_follows(&self, at: usize) -> bool {
        let at = at + usize::from(self.bytes.get(at) == Some(&b' '));
        self.bytes.get(at).is_some_and(u8::is_ascii_digit)
    }

    /// True where the letter `letter` before a dot stands for a name. "I" does so only after a name: "so do I." ends a sentence.
    fn is_initial(&self, letter: &str) -> bool {
        letter.starts_with(char::is_uppercase) && (letter != "I" || self.follows_name())
    }

    /// True where the last token is a word with a capital.
    fn follows_name(&self) -> bool {
        self.tokens.last().is_some_and(|t| t.kind == TokenKind::Word && t.of(self.text).starts_with(char::is_uppercase))
    }
}

/// What is known of a word while it is read.
struct Word {
    /// Where it starts, in bytes.
    start: usize,
    /// Where the piece after its last dot starts.
    piece: usize,
    is_number: bool,
    dotted: bool,
    /// True while all letters before the last "&" are capitals.
    all_capitals: bool,
    /// True where its last dot belongs to a domain name.
    is_host: bool,
}

/// What becomes of the character after a piece of a word.
enum Join {
    /// It stands inside the word.
    Over,
    /// It is the word's last.
    AndEnd,
    /// It does not belong to the word.
    Not,
    /// The word was the host of an address that ends at this byte.
    Link(usize),
}

/// True for what stands for an apostrophe between two letters: apostrophes, and the marks that are mistaken for one.
fn is_inner_apostrophe(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '\u{2018}' | '´' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokenise(text).iter().map(|t| t.of(text)).collect();
        assert_eq!(found.join("|"), expected, "{text:?}");
    }

    #[test]
    fn splits_clitics_and_keeps_names() {
        check("Trump's men didn't see O’Brien’s d'Arcy.", "Trump|'s|men|did|n't|see|O’Brien|’s|d'Arcy|.");
        check("Trump ’s men did n’t", "Trump|’s|men|did|n’t");
        check("attorneys’ 'quoted' words", "attorneys|’|'|quoted|'|words");
        check("I'm sure you'll say we'd've; y'all know o'clock", "I|'m|sure|you|'ll|say|we|'d|'ve|;|y'all|know|o'clock");
        check("DON'T WON’T O'BRIEN'S", "DO|N'T|WO|N’T|O'BRIEN|'S");
    }

    #[test]
    fn a_mark_mistaken_for_an_apostrophe_is_read_as_one() {
        check("Trump‘s don´t O`Brien", "Trump|‘s|do|n´t|O`Brien");
        check("he said‘hello’ and ‘so’", "he|said|‘|hello|’|and|‘|so|’");
    }

    #[test]
    fn an_opening_mark_is_no_clitic() {
        check("the letter 's' and a 're-entry' in the '90s", "the|letter|'|s|'|and|a|'|re|-|entry|'|in|the|'|90s");
        check("\n's so", "'|s|so");
    }

    #[test]
    fn keeps_abbreviations_and_initials_whole() {
        check("U.S. Attorney George W. Bush met Sen. Schumer on Feb. 8.", "U.S.|Attorney|George|W.|Bush|met|Sen.|Schumer|on|Feb.|8|.");
        check("at 5 p.m. in D.C.", "at|5|p.m.|in|D.C.");
        check("It ended.Next, he left.", "It|ended|.|Next|,|he|left|.");
        check("J.R.R.Tolkien, the U.S.Attorney, a Ph.D. and so do I. Plan b.So", "J.R.R.|Tolkien|,|the|U.S.|Attorney|,|a|Ph.D.|and|so|do|I|.|Plan|b|.|So");
        check("Louis I. Kahn met George W.Bush", "Louis|I.|Kahn|met|George|W.|Bush");
    }

    #[test]
    fn reads_numbers_and_names_with_signs() {
        check("$1.2 billion, 40% of 1,000,000 at 10:30 in the 1990s", "$|1.2|billion|,|40|%|of|1,000,000|at|10:30|in|the|1990s");
        check("AT&T and R&D at Politico.com", "AT&T|and|R&D|at|Politico.com");
        check("the Obama-appointed D-NY", "the|Obama|-|appointed|D|-|NY");
        check("It ended.in tears, said.company", "It|ended|.|in|tears|,|said|.|company");
    }

    #[test]
    fn reads_marks_of_two_characters() {
        check("''We may,'' he ``said'' ... -- so", "''|We|may|,|''|he|``|said|''|...|--|so");
    }

    #[test]
    fn keeps_addresses_whole() {
        check("See https://a.org/x?y=1. Mail a.b@c.org, or @name #tag.", "See|https://a.org/x?y=1|.|Mail|a.b@c.org|,|or|@name|#tag|.");
        check("(www.a.co.uk) at bbc.co.uk/news, #1 and @ 5", "(|www.a.co.uk|)|at|bbc.co.uk/news|,|#|1|and|@|5");
        check("http:// www. x@y", "http|:|/|/|www|.|x|@|y");
    }

    #[test]
    fn emoji_with_all_that_belongs_to_them_are_one_token() {
        check("👩🏽‍💻🇬🇧🇫🇷❤️ 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿!", "👩🏽‍💻|🇬🇧|🇫🇷|❤️|1️⃣|🏴󠁧󠁢󠁳󠁣󠁴󠁿|!");
        check("cafe\u{301} न\u{92e}स\u{94d}त\u{947}", "cafe\u{301}|न\u{92e}स\u{94d}त\u{947}");
    }

    #[test]
    fn a_long_run_of_one_mark_is_one_token() {
        check("\"\"\"\"\" ((( ¤¤¤¤ ,,", "\"\"\"\"\"|(|(|(|¤¤¤¤|,|,");
        check("\0\0\0\0\u{1}", "\0\0\0\0|\u{1}");
    }
}
