//! What a token is, and what its characters are.

use super::Span;

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

/// True for marks that are drawn over the character before them, variation selectors included.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{064B}'..='\u{065F}' | '\u{093C}' | '\u{094D}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}')
}

/// True for what may stand inside a word after its first letter.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c) || is_ignorable(c)
}

/// True for punctuation that is no quotation mark.
pub(super) fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~')
        || matches!(
            c,
            '\u{2010}'
                ..='\u{2015}' | '…' | '•' | '·' | '¿' | '¡' | '§' | '¶' | '†' | '‡' | '，' | '。' | '、' | '！' | '？' | '：' | '；' | '（' | '）'
        )
}
