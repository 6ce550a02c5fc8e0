//! One map between the three units in which the world counts text.

/// Characters between two checkpoints: a lookup walks at most this many.
const STEP: usize = 64;

/// Converts between byte offsets (the engine), code points (files) and UTF-16 units (the page).
///
/// Built once in one pass; a text of ASCII alone needs no table at all, and any other costs
/// twelve bytes for every 64 characters. A lookup is a binary search and a walk of at most 64 characters.
#[derive(Clone, Debug)]
pub struct OffsetMap<'t> {
    text: &'t str,
    /// Position of every 64th character in all three units; empty where the text is ASCII.
    checkpoints: Vec<Point>,
    end: Point,
}

/// One place in the text in all three units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Point {
    byte: u32,
    char: u32,
    utf16: u32,
}

impl Point {
    fn step(self, c: char) -> Point {
        Point { byte: self.byte + c.len_utf8() as u32, char: self.char + 1, utf16: self.utf16 + c.len_utf16() as u32 }
    }
}

impl<'t> OffsetMap<'t> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let length = text.len() as u32;
        if text.is_ascii() {
            return Self { text, checkpoints: Vec::new(), end: Point { byte: length, char: length, utf16: length } };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut here = Point::default();
        for (n, c) in text.chars().enumerate() {
            if n % STEP == 0 {
                checkpoints.push(here);
            }
            here = here.step(c);
        }
        Self { text, checkpoints, end: here }
    }

    /// Length of the text in code points.
    #[must_use]
    pub fn chars(&self) -> usize {
        self.end.char as usize
    }

    /// Length of the text in UTF-16 units.
    #[must_use]
    pub fn utf16_len(&self) -> usize {
        self.end.utf16 as usize
    }

    /// Code points before `byte`. An offset inside a character counts as the character's start; one past the end as the end.
    #[must_use]
    pub fn byte_to_char(&self, byte: usize) -> usize {
        self.find(byte, |p| p.byte).char as usize
    }

    /// UTF-16 units before `byte`, with the same rounding.
    #[must_use]
    pub fn byte_to_utf16(&self, byte: usize) -> usize {
        self.find(byte, |p| p.byte).utf16 as usize
    }

    /// Byte offset of code point number `char`; past the end, the end.
    #[must_use]
    pub fn char_to_byte(&self, char: usize) -> usize {
        self.find(char, |p| p.char).byte as usize
    }

    /// Byte offset of UTF-16 unit number `utf16`; inside a surrogate pair, the start of its character; past the end, the end.
    #[must_use]
    pub fn utf16_to_byte(&self, utf16: usize) -> usize {
        self.find(utf16, |p| p.utf16).byte as usize
    }

    /// The last place that is at or before `target` in the unit that `unit` picks.
    fn find(&self, target: usize, unit: impl Fn(&Point) -> u32) -> Point {
        let target = u32::try_from(target).unwrap_or(u32::MAX);
        if target >= unit(&self.end) {
            return self.end;
        }
        if self.checkpoints.is_empty() {
            return Point { byte: target, char: target, utf16: target };
        }
        let after = self.checkpoints.partition_point(|p| unit(p) <= target);
        let mut here = self.checkpoints[after - 1];
        for c in self.text[here.byte as usize..].chars() {
            let next = here.step(c);
            if unit(&next) > target {
                break;
            }
            here = next;
        }
        here
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) {
        let map = OffsetMap::new(text);
        let (mut chars, mut utf16) = (0, 0);
        for (byte, c) in text.char_indices() {
            assert_eq!((map.byte_to_char(byte), map.byte_to_utf16(byte)), (chars, utf16), "{text:?} at {byte}");
            assert_eq!((map.char_to_byte(chars), map.utf16_to_byte(utf16)), (byte, byte), "{text:?} at {byte}");
            chars += 1;
            utf16 += c.len_utf16();
        }
        assert_eq!((map.chars(), map.utf16_len()), (chars, utf16));
        assert_eq!((map.char_to_byte(chars), map.utf16_to_byte(utf16)), (text.len(), text.len()));
    }

    #[test]
    fn counts_alike_at_every_character() {
        check("");
        check("plain ASCII\r\nwith two lines\0");
        check("“Port Avelle 🚢 reopens” — e\u{301}");
        check(&"🏴󠁧󠁢󠁳󠁣󠁴󠁿é".repeat(100));
    }

    #[test]
    fn rounds_down_inside_a_character() {
        let map = OffsetMap::new("a🚢b");
        assert_eq!(map.byte_to_char(3), 1);
        assert_eq!(map.utf16_to_byte(2), 1);
        assert_eq!(map.utf16_to_byte(99), 6);
    }
}
