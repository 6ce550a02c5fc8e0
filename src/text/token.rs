//! Tokens: words, numbers, clitics, marks. The same rules read tokenised and untokenised text.

use super::Span;
use super::abbreviations::is_abbreviation;

/// One token of a text. Tokens never overlap, are in order, and cover every character that is not white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the text that was tokenised.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// True where white space, or nothing, stands before it.
    pub spaced: bool,
}

impl Token {
    /// The token's characters in the text that it was cut from.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner dots and apostrophes where they belong: "Ortiz", "O’Brien", "U.S.", "Sen.", "AT&T".
    Word,
    /// Starts with a digit: "46", "1,200.5", "10:30", "1990s", "2nd".
    Number,
    /// A contraction's or possessive's tail: "’s", "n't", "'ll".
    Clitic,
    /// A mark that may open or close a quotation, double marks made of two characters ("''", "``") included.
    QuoteMark,
    /// Any other punctuation: one character, or a run that is read as one ("...", "--").
    Punctuation,
    /// An address: URL, e-mail, "@handle", "#tag".
    Link,
    /// Everything else: currency signs, emoji, control characters.
    Symbol,
}

/// True for the apostrophes that news text uses: straight, curly, and the modifier letter.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}')
}

/// True for every character that is ever used as a quotation mark, single or double, apostrophes included.
#[must_use]
pub fn is_quote_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '«' | '»' | '\u{2018}'..='\u{201F}' | '‹' | '›' | '＂' | '〝' | '〞' | '「' | '」' | '『' | '』')
}

/// True for characters that take no room and join what stands around them: soft hyphen, zero-width characters, marks of direction.
#[must_use]
pub fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}')
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c) || is_ignorable(c)
}

/// Cuts `text` into tokens, in order.
#[must_use]
pub fn tokenise(text: &str) -> Vec<Token> {
    let mut cutter = Cutter { text, tokens: Vec::with_capacity(text.len() / 5 + 1), at: 0 };
    cutter.run();
    cutter.tokens
}

struct Cutter<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
}

impl<'t> Cutter<'t> {
    fn run(&mut self) {
        let mut spaced = true;
        while let Some(c) = self.peek(0) {
            if c.is_whitespace() {
                self.at += c.len_utf8();
                spaced = true;
                continue;
            }
            let start = self.at;
            let kind = self.token(c);
            debug_assert!(self.at > start, "a token takes at least one character");
            self.tokens.push(Token { span: Span::new(start, self.at), kind, spaced });
            spaced = false;
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The character `ahead` characters after the current one.
    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest().chars().nth(ahead)
    }

    fn previous(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    /// Moves past one token that starts with `c`.
    fn token(&mut self, c: char) -> TokenKind {
        if let Some(end) = link_end(self.rest(), self.previous()) {
            self.at += end;
            return TokenKind::Link;
        }
        if c.is_alphanumeric() {
            return self.word();
        }
        if is_apostrophe(c)
            && let Some(length) = clitic_length(self.rest())
            && self.clitic_may_stand_here()
        {
            self.at += length;
            return TokenKind::Clitic;
        }
        if is_quote_mark(c) {
            self.at += c.len_utf8();
            let doubled = matches!(c, '\'' | '`' | '´' | '\u{2019}' | '\u{2018}') && self.peek(0) == Some(c);
            if doubled {
                self.at += c.len_utf8();
            }
            return TokenKind::QuoteMark;
        }
        if matches!(c, '.' | '-' | '–' | '—' | '!' | '?' | '*' | '_' | '=' | '~' | '•') {
            while self.peek(0) == Some(c) {
                self.at += c.len_utf8();
            }
            return TokenKind::Punctuation;
        }
        self.at += c.len_utf8();
        if is_punctuation(c) {
            return TokenKind::Punctuation;
        }
        // An emoji with its joiners and selectors is one token.
        while self.peek(0).is_some_and(|n| is_combining(n) || is_ignorable(n)) {
            self.at += self.peek(0).map_or(0, char::len_utf8);
        }
        TokenKind::Symbol
    }

    /// A clitic follows a letter, or stands alone in tokenised text ("Trump ’s").
    fn clitic_may_stand_here(&self) -> bool {
        let before = self.text[..self.at].trim_end_matches([' ', '\u{A0}']);
        before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ')' | ']' | '%'))
    }

    /// A word or number; `at` stands on its first character.
    fn word(&mut self) -> TokenKind {
        let start = self.at;
        let is_number = self.peek(0).is_some_and(char::is_numeric);
        loop {
            while let Some(c) = self.peek(0)
                && is_word_char(c)
            {
                self.at += c.len_utf8();
            }
            // "didn't": the clitic takes the n with it. Only where more than the n stands before it.
            let word = &self.text[start..self.at];
            if word.len() > 1
                && word.ends_with(['n', 'N'])
                && self.peek(0).is_some_and(is_apostrophe)
                && self.peek(1).is_some_and(|c| matches!(c, 't' | 'T'))
                && !self.peek(2).is_some_and(is_word_char)
            {
                self.at -= 1;
                break;
            }
            if matches!(word, "n" | "N") && self.peek(0).is_some_and(is_apostrophe) && self.peek(1) == Some('t') && !self.peek(2).is_some_and(is_word_char) {
                self.at += self.peek(0).map_or(0, char::len_utf8) + 1;
                return TokenKind::Clitic;
            }
            if !self.joins_on(start, is_number) {
                break;
            }
        }
        if is_number { TokenKind::Number } else { TokenKind::Word }
    }

    /// Takes the character that stands between two halves of one token ("1,200", "U.S.", "O’Brien", "AT&T"), if it is one.
    /// True where the token goes on after it.
    fn joins_on(&mut self, start: usize, is_number: bool) -> bool {
        let word = &self.text[start..self.at];
        let (Some(c), next) = (self.peek(0), self.peek(1)) else { return false };
        let next_is = |f: fn(char) -> bool| next.is_some_and(f);
        let take = match c {
            '.' | ',' | ':' if is_number && word.ends_with(|c: char| c.is_ascii_digit()) => {
                next_is(|n| n.is_ascii_digit()) && !(c == ':' && word.contains('.'))
            }
            '.' => {
                let letters = last_piece(word);
                if letters == 1 && next_is(char::is_alphabetic) && (word.contains('.') || letters == word.chars().count()) {
                    // "U.S", "p.m": a letter, a dot, a letter. Not "a.Next", where a word follows.
                    self.peek(2).is_none_or(|c| !is_word_char(c))
                } else if is_abbreviation(word) || (letters == 1 && (word.contains('.') || word.chars().all(char::is_uppercase))) {
                    // The dot closes the token: "U.S.", "Sen.", the initial in "George W. Bush".
                    self.at += 1;
                    return false;
                } else {
                    next_is(|n| n.is_ascii_lowercase()) && has_domain_ending(&self.rest()[1..])
                }
            }
            '&' => word.chars().all(|c| c.is_uppercase() || c.is_numeric()) && next_is(char::is_uppercase),
            _ if is_apostrophe(c) => next_is(char::is_alphabetic) && clitic_length(self.rest()).is_none(),
            _ => false,
        };
        if take {
            self.at += c.len_utf8();
        }
        take
    }
}

/// Letters after the last dot of `word`.
fn last_piece(word: &str) -> usize {
    word.rsplit('.').next().map_or(0, |piece| piece.chars().count())
}

/// Length in bytes of the clitic that `rest` starts with, its apostrophe included: 's 're 've 'll 'd 'm 't, any case.
fn clitic_length(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|c| is_apostrophe(*c))?.len_utf8();
    let tail: String = chars.by_ref().take_while(|c| is_word_char(*c)).take(3).collect();
    let known = ["s", "re", "ve", "ll", "d", "m"].iter().any(|t| tail.eq_ignore_ascii_case(t));
    known.then_some(mark + tail.len())
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~')
        || matches!(
            c,
            '\u{2010}'
                ..='\u{2015}' | '…' | '•' | '·' | '¿' | '¡' | '§' | '¶' | '†' | '‡' | '，' | '。' | '、' | '！' | '？' | '：' | '；' | '（' | '）'
        )
}

/// Top-level domains and file endings that follow a dot inside a name ("Politico.com", "Node.js").
const DOMAIN_ENDINGS: &[&str] =
    &["com", "org", "net", "gov", "edu", "co", "uk", "io", "js", "tv", "info", "eu", "de", "fr", "au", "ca", "us", "ru", "cn", "in", "ie", "nz", "za"];

fn has_domain_ending(after_dot: &str) -> bool {
    let piece: &str = after_dot.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    DOMAIN_ENDINGS.contains(&piece)
}

/// Where an address that starts `rest` ends, in bytes; its closing punctuation is left out.
fn link_end(rest: &str, previous: Option<char>) -> Option<usize> {
    if previous.is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    let bytes = rest.as_bytes();
    match bytes.first()? {
        b'@' | b'#' => {
            let name = rest[1..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len() - 1);
            let wordy = rest[1..1 + name].chars().any(char::is_alphabetic);
            return wordy.then_some(1 + name);
        }
        b'h' | b'H' | b'w' | b'W' | b'p' | b'P' | b't' | b'T' => {
            let starts = |p: &str| bytes.len() > p.len() && rest.is_char_boundary(p.len()) && rest[..p.len()].eq_ignore_ascii_case(p);
            if starts("http://") || starts("https://") || starts("www.") || starts("pic.twitter.com/") || starts("t.co/") {
                let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '’')).unwrap_or(rest.len());
                let trimmed = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len();
                return Some(trimmed);
            }
        }
        _ => {}
    }
    // An e-mail address: only where an @ stands in the same run of plain characters.
    if !bytes[0].is_ascii_alphanumeric() {
        return None;
    }
    let name = bytes.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+')))?;
    if bytes[name] != b'@' {
        return None;
    }
    let domain = &bytes[name + 1..];
    let length = domain.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))).unwrap_or(domain.len());
    let address = rest[..name + 1 + length].trim_end_matches(['.', '-']);
    address[name + 1..].contains('.').then_some(address.len())
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
    }

    #[test]
    fn keeps_abbreviations_and_initials_whole() {
        check("U.S. Attorney George W. Bush met Sen. Schumer on Feb. 8.", "U.S.|Attorney|George|W.|Bush|met|Sen.|Schumer|on|Feb.|8|.");
        check("at 5 p.m. in D.C.", "at|5|p.m.|in|D.C.");
        check("It ended.Next, he left.", "It|ended|.|Next|,|he|left|.");
    }

    #[test]
    fn reads_numbers_and_names_with_signs() {
        check("$1.2 billion, 40% of 1,000,000 at 10:30 in the 1990s", "$|1.2|billion|,|40|%|of|1,000,000|at|10:30|in|the|1990s");
        check("AT&T and R&D at Politico.com", "AT&T|and|R&D|at|Politico.com");
        check("the Obama-appointed D-NY", "the|Obama|-|appointed|D|-|NY");
    }

    #[test]
    fn reads_marks_of_two_characters() {
        check("''We may,'' he ``said'' ... -- so", "''|We|may|,|''|he|``|said|''|...|--|so");
    }

    #[test]
    fn keeps_addresses_whole() {
        check("See https://a.org/x?y=1. Mail a.b@c.org, or @name #tag.", "See|https://a.org/x?y=1|.|Mail|a.b@c.org|,|or|@name|#tag|.");
    }
}
