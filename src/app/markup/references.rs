//! Character references, as the HTML Living Standard, sections 13.2.5.72 to 80, reads them.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The ones in nearly every page. What has another name is asked for.
const COMMON: &[(&str, &str)] = &[
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&nbsp;", "\u{a0}"),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&hellip;", "…"),
];
/// What numbers from 0x80 to 0x9f stand for: Windows-1252, and the control itself where that has a hole.
const WINDOWS: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d,
    0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];
/// The longest name there is, with its "&" and ";", in bytes.
const LONGEST: usize = 33;
/// How many names are asked for at most: there are 2,231, and what a page invents beyond them stays as it is written.
const MOST: usize = 3_000;

/// Reads references; each name is asked for once.
pub(super) struct References<F> {
    named: F,
    known: BTreeMap<String, Option<String>>,
}

impl<F: FnMut(&str) -> Option<String>> References<F> {
    pub(super) fn new(named: F) -> Self {
        Self { named, known: BTreeMap::new() }
    }

    /// `raw` with its references read and without NUL.
    pub(super) fn decode<'s>(&mut self, raw: &'s str) -> Cow<'s, str> {
        if !raw.contains(['&', '\0']) {
            return Cow::Borrowed(raw);
        }
        let mut out = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(at) = rest.find(['&', '\0']) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let length = self.reference(rest, &mut out);
            rest = &rest[length..];
        }
        out.push_str(rest);
        Cow::Owned(out)
    }

    /// Reads what stands at the start of `rest`, "&" or NUL, into `out`; its length in bytes.
    fn reference(&mut self, rest: &str, out: &mut String) -> usize {
        let bytes = rest.as_bytes();
        if bytes[0] == 0 {
            return 1;
        }
        if bytes.get(1) == Some(&b'#') {
            if let Some((length, c)) = number(bytes) {
                out.push(c);
                return length;
            }
        } else {
            let name = 1 + bytes[1..].iter().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric()).count();
            let length = name + usize::from(name > 1 && bytes.get(name) == Some(&b';'));
            if (2..=LONGEST).contains(&length)
                && let Some(text) = self.meaning(&rest[..length])
            {
                out.push_str(&text);
                return length;
            }
        }
        out.push('&');
        1
    }

    /// What `reference` stands for: of one without ";" the longest name that it begins with is read, and the rest is text.
    fn meaning(&mut self, reference: &str) -> Option<Cow<'static, str>> {
        if let Some((_, text)) = COMMON.iter().find(|(name, _)| *name == reference) {
            return Some(Cow::Borrowed(text));
        }
        if let Some(known) = self.known.get(reference) {
            return known.clone().map(Cow::Owned);
        }
        if self.known.len() >= MOST {
            return None;
        }
        let text = (self.named)(reference);
        self.known.insert(reference.to_owned(), text.clone());
        text.map(Cow::Owned)
    }
}

/// A reference by number: its length in bytes and its character.
fn number(bytes: &[u8]) -> Option<(usize, char)> {
    let (start, base) = if matches!(bytes.get(2), Some(b'x' | b'X')) { (3, 16) } else { (2, 10) };
    let mut at = start;
    let mut code = 0u32;
    while let Some(digit) = bytes.get(at).and_then(|b| char::from(*b).to_digit(base)) {
        code = code.saturating_mul(base).saturating_add(digit);
        at += 1;
    }
    if at == start {
        return None;
    }
    let code = match code {
        0 => 0xfffd,
        0x80..=0x9f => u32::from(WINDOWS[code as usize - 0x80]),
        code => code,
    };
    Some((at + usize::from(bytes.get(at) == Some(&b';')), char::from_u32(code).unwrap_or('\u{fffd}')))
}
