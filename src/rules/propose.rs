//! From words that a person selected to patterns that find more of the same, the narrowest first.

use super::pattern::{Pattern, Switches};
use crate::text::Span;

/// One way of looking for more of what was selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Words as they stand, or a pattern.
    pub what: String,
    /// True for a pattern.
    pub pattern: bool,
    /// True where nothing else may stand in the line.
    pub lines: bool,
    /// What it takes, for a person: "with any number".
    pub says: &'static str,
}

/// How much is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Open {
    /// Digits, as many as there are.
    Digits,
    /// Numbers of any length, and dates.
    Numbers,
    /// Names too.
    Names,
    /// All but the first words of a line.
    Rest,
}

const LEVELS: [(Open, &str); 4] = [
    (Open::Digits, "with other digits"),
    (Open::Numbers, "with any number or date"),
    (Open::Names, "with any number, date or name"),
    (Open::Rest, "every line that begins so"),
];

/// The longest selection that patterns are proposed for, in bytes.
const LONG: usize = 400;

/// Ways of looking for more of `span` of `text`, the narrowest first. Each finds what was selected.
#[must_use]
pub fn proposals(text: &str, span: Span) -> Vec<Proposal> {
    let Some(selected) = text.get(span.range()) else { return Vec::new() };
    let start = span.start() + selected.len() - selected.trim_start().len();
    let selected = selected.trim();
    let end = start + selected.len();
    if selected.is_empty() {
        return Vec::new();
    }
    let line_start = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |n| end + n);
    let lines = !selected.contains('\n') && text[line_start..line_end].trim() == selected;
    let mut found = vec![Proposal { what: selected.to_owned(), pattern: false, lines, says: if lines { "exactly this line" } else { "exactly these words" } }];
    if selected.contains('\n') || selected.len() > LONG {
        return found;
    }
    let begins = text[line_start..start].trim_end().is_empty() || text[line_start..start].trim_end().ends_with(['.', '!', '?', '“', '"']);
    for (open, says) in LEVELS {
        let what = match open {
            Open::Rest if !lines => continue,
            Open::Rest => first_words(selected),
            _ => Some(generalised(selected, open, begins)),
        };
        let Some(what) = what else { continue };
        let known = |p: &Proposal| p.pattern && p.what == what;
        let switches = Switches { whole_line: lines, ..Switches::default() };
        let literal = what == Pieces::new(selected).map(|p| literal(p, false)).collect::<String>();
        if literal || found.iter().any(known) || !finds(&what, switches, &text[line_start..line_end], start - line_start..end - line_start) {
            continue;
        }
        found.push(Proposal { what, pattern: true, lines, says });
    }
    found
}

/// True where the pattern finds exactly what was selected.
fn finds(what: &str, switches: Switches, line: &str, wanted: std::ops::Range<usize>) -> bool {
    let Ok(pattern) = Pattern::new(what, switches) else { return false };
    let mut same = false;
    pattern.find(line, 0..line.len(), |found| same |= found == wanted);
    same
}

/// A name for a rule: the first words of what was selected.
#[must_use]
pub fn name_for(selected: &str) -> String {
    let mut name = String::new();
    for word in selected.split_whitespace().take(4) {
        if name.len() + word.len() > 40 {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The first words of a line, and anything behind them; none where there are too few to be known by.
fn first_words(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() < 4 {
        return None;
    }
    let head: String = Pieces::new(&words[..3.min(words.len() - 1)].join(" ")).map(|p| literal(p, false)).collect();
    Some(format!("{head}\\b.*"))
}

/// A piece of the selected words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Blank,
    Number(&'t str),
    Word(&'t str),
    Sign(char),
}

struct Pieces<'t>(&'t str);

impl<'t> Pieces<'t> {
    fn new(text: &'t str) -> Self {
        Self(text)
    }

    fn take(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let end = self.0.find(|c| !fits(c)).unwrap_or(self.0.len());
        let (piece, rest) = self.0.split_at(end);
        self.0 = rest;
        piece
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let first = self.0.chars().next()?;
        Some(match first {
            c if c.is_whitespace() => {
                self.take(char::is_whitespace);
                Piece::Blank
            }
            c if c.is_ascii_digit() => Piece::Number(self.take(|c| c.is_ascii_digit())),
            c if c.is_alphanumeric() => Piece::Word(self.take(|c| c.is_alphanumeric() && !c.is_ascii_digit() || matches!(c, '\'' | '’'))),
            c => {
                self.0 = &self.0[c.len_utf8()..];
                Piece::Sign(c)
            }
        })
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTH: &str = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*";
const DAY: &str = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*";
const NAME: &str = r"\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'.-]*)*";

/// The whole names of months and days, and their usual cuts: "Mark" is no March.
fn calendar(word: &str) -> Option<&'static str> {
    const LONG: [&str; 19] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let small = word.to_lowercase();
    let cut =
        |names: &[&str]| names.contains(&small.as_str()) || names.iter().any(|n| small.starts_with(n) && (LONG.contains(&small.as_str()) || small == "sept"));
    if cut(&MONTHS) {
        return Some(MONTH);
    }
    cut(&DAYS).then_some(DAY)
}

fn literal(piece: Piece<'_>, shape: bool) -> String {
    match piece {
        Piece::Blank => r"\s+".into(),
        Piece::Number(digits) if shape => format!(r"\d{{{}}}", digits.len()),
        Piece::Number(text) | Piece::Word(text) => text.chars().map(sign).collect(),
        Piece::Sign(c) => sign(c),
    }
}

/// A character that is any of its kind: marks as typed are marks as printed.
fn sign(c: char) -> String {
    match c {
        '\'' | '’' | '‘' => "['’‘]".into(),
        '"' | '“' | '”' => "[\"“”]".into(),
        c => regex_syntax::escape(c.encode_utf8(&mut [0; 4])),
    }
}

fn generalised(selected: &str, open: Open, begins: bool) -> String {
    let pieces: Vec<Piece<'_>> = Pieces::new(selected).collect();
    let mut out = String::new();
    let mut n = 0;
    while n < pieces.len() {
        let next = pieces.get(n + 1).copied();
        match pieces[n] {
            Piece::Number(_) if open >= Open::Numbers => {
                // "1,200.50" is one number.
                let mut end = n + 1;
                while let (Some(Piece::Sign(',' | '.')), Some(Piece::Number(_))) = (pieces.get(end), pieces.get(end + 1)) {
                    end += 2;
                }
                out.push_str(if end > n + 1 { r"\d+(?:[.,]\d+)*" } else { r"\d+" });
                n = end;
                continue;
            }
            Piece::Word(word) if open >= Open::Numbers && calendar(word).is_some() => out.push_str(calendar(word).unwrap_or_default()),
            Piece::Sign(c @ ('#' | '@')) if open >= Open::Names && matches!(next, Some(Piece::Word(_) | Piece::Number(_))) => {
                out.push(c);
                out.push_str(r"\w+");
                n += 1;
                while matches!(pieces.get(n), Some(Piece::Word(_) | Piece::Number(_) | Piece::Sign('_'))) {
                    n += 1;
                }
                continue;
            }
            Piece::Word(word) if open >= Open::Names && is_name(word) && !(n == 0 && begins && starts_sentence(&pieces)) => {
                out.push_str(NAME);
                n = after_name(&pieces, n);
                continue;
            }
            piece => out.push_str(&literal(piece, true)),
        }
        n += 1;
    }
    out
}

/// True for a word with a capital that is not all capitals: "MV", "AP" are what one knows the others by.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// True where the first word may have its capital from the sentence: the next one has none.
fn starts_sentence(pieces: &[Piece<'_>]) -> bool {
    let mut words = pieces.iter().filter_map(|p| if let Piece::Word(w) = p { Some(*w) } else { None }).skip(1);
    words.next().is_some_and(|w| !w.starts_with(char::is_uppercase))
}

/// The piece after a name of several words that begins at `n`.
fn after_name(pieces: &[Piece<'_>], n: usize) -> usize {
    let mut end = n + 1;
    loop {
        match (pieces.get(end), pieces.get(end + 1)) {
            (Some(Piece::Blank | Piece::Sign('-')), Some(Piece::Word(word))) if is_name(word) && calendar(word).is_none() => end += 2,
            // An initial: "J."
            (Some(Piece::Blank), Some(Piece::Word(word))) if word.chars().count() == 1 && matches!(pieces.get(end + 2), Some(Piece::Sign('.'))) => end += 3,
            _ => return end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(text: &str, words: &str) -> Vec<(String, bool)> {
        let at = text.find(words).unwrap();
        proposals(text, Span::new(at, at + words.len())).into_iter().map(|p| (p.what, p.lines)).collect()
    }

    fn patterns(text: &str, words: &str) -> Vec<String> {
        proposed(text, words).into_iter().map(|(what, _)| what).collect()
    }

    #[test]
    fn the_narrowest_comes_first() {
        let text = "It was docket 12/3456 that day.\n\nFollow the latest from Port Avelle on 3 May 2024\n";
        assert_eq!(patterns(text, "docket 12/3456"), ["docket 12/3456", r"docket\s+\d{2}/\d{4}", r"docket\s+\d+/\d+"]);
        let line = proposed(text, "Follow the latest from Port Avelle on 3 May 2024");
        assert!(line.iter().all(|(_, lines)| *lines));
        let line: Vec<&str> = line.iter().map(|(what, _)| what.as_str()).collect();
        assert_eq!(line[1], r"Follow\s+the\s+latest\s+from\s+Port\s+Avelle\s+on\s+\d{1}\s+May\s+\d{4}");
        assert!(line[2].contains(r"\d+\s+(?:Jan|") && line[2].contains("Port"));
        assert!(line[3].starts_with(r"Follow\s+the\s+latest\s+from\s+\p{Lu}") && !line[3].contains("Port"), "{line:?}");
        assert_eq!(line[4], r"Follow\s+the\s+latest\b.*");
    }

    #[test]
    fn names_are_left_open_and_the_word_beside_them_is_not() {
        assert_eq!(patterns("The MV Quibble sailed.", "MV Quibble"), ["MV Quibble".to_owned(), format!(r"MV\s+{NAME}")]);
        assert_eq!(patterns("It met Ann Pell, staff", "Ann Pell").last().unwrap(), NAME);
        assert_eq!(patterns("See #PortAvelle_2 now", "#PortAvelle_2").last().unwrap(), r"#\w+");
        assert_eq!(patterns("It cost $1,200.50.", "$1,200.50").last().unwrap(), r"\$\d+(?:[.,]\d+)*");
    }

    #[test]
    fn every_proposal_finds_what_was_selected() {
        for (text, words) in [
            ("Don’t “miss” (it) — 5*a+[b]\\c? 😀 É", "“miss” (it) — 5*a+[b]\\c? 😀 É"),
            ("שלום 12 עולם", "שלום 12"),
            ("Mark said no", "Mark"),
            ("  x1 ", " x1 "),
            ("May", "May"),
        ] {
            let at = text.find(words).unwrap();
            let all = proposals(text, Span::new(at, at + words.len()));
            assert!(!all.is_empty());
            for p in all {
                let switches = Switches { whole_line: p.lines, ..Switches::default() };
                let pattern = if p.pattern { Pattern::new(&p.what, switches) } else { Pattern::of_words(&p.what, switches) }.unwrap();
                let mut found = Vec::new();
                pattern.find(text, 0..text.len(), |r| found.push(text[r].to_owned()));
                assert!(found.iter().any(|f| f == words.trim()), "{p:?} in {text:?}: {found:?}");
            }
        }
        assert!(proposals("a", Span::new(0, 9)).is_empty());
        assert_eq!(proposals("a\nb", Span::new(0, 3)).len(), 1);
        assert_eq!(name_for("Sign up for the Harbour Letter!"), "Sign up for the");
        assert_eq!(name_for("“Docket” 12/34."), "Docket” 12/34");
    }
}
