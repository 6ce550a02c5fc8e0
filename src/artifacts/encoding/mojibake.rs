//! Text decoded with the wrong character set, put right line by line and island by island.
//!
//! The order of steps is the published one of ftfy 6 (R. Speer, Apache-2.0). Unlike it, every character keeps the place
//! that it was read from, so that a repair is a list of edits.

use std::ops::Range;

use super::badness::Classed;
use super::codepages::{CODE_PAGES, CodePage, LOST, SUBSTITUTE, windows_1252};

/// One character of a line under repair, with the bytes of the source that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) c: char,
    pub(super) source: Range<usize>,
}

/// Text was mistaken three times at most where it was seen; each round may need a step for what is inconsistent.
const ROUNDS: usize = 6;

/// Puts `line` right. What does not look like mojibake stays as it is.
pub(super) fn repair(line: Vec<Cell>, depth: usize) -> Vec<Cell> {
    rounds(line, depth, false)
}

/// The same; `known` says that the context already told it to be mojibake.
fn rounds(mut line: Vec<Cell>, depth: usize, known: bool) -> Vec<Cell> {
    for round in 0..ROUNDS {
        match step(&line, depth, known && round == 0) {
            Some(better) => line = better,
            None => break,
        }
    }
    line
}

/// One round; `None` where nothing is to be done.
fn step(line: &[Cell], depth: usize, known: bool) -> Option<Vec<Cell>> {
    let classed = Classed::of(line.iter().map(|c| c.c));
    if line.iter().all(|c| c.c.is_ascii()) || !(known || classed.is_bad()) {
        return None;
    }
    if let Some(read) = CODE_PAGES.iter().find_map(|page| reread(line, page)) {
        return (read != line).then_some(read);
    }
    if let Some(better) = islands(line, &classed, depth) {
        return Some(better);
    }
    control_characters(line)
}

/// The line as UTF-8, if all of it was read in `page`.
fn reread(line: &[Cell], page: &CodePage) -> Option<Vec<Cell>> {
    let mut bytes = Vec::with_capacity(line.len());
    for cell in line {
        bytes.push(Byte { value: page.byte(cell.c)?, source: cell.source.clone() });
    }
    if page.name != "Mac Roman" {
        bytes = with_blanks_restored(bytes);
    }
    decode(&bytes, page.lenient)
}

#[derive(Clone)]
struct Byte {
    value: u8,
    source: Range<usize>,
}

/// Byte A0 is a no-break space in most code pages, and something on the way made it a blank: puts it back where UTF-8 needs it.
fn with_blanks_restored(bytes: Vec<Byte>) -> Vec<Byte> {
    let value = |n: usize| bytes.get(n).map_or(0, |b: &Byte| b.value);
    let later = |b: u8| matches!(b, 0x80..=0x84 | 0x86..=0x9F | 0xA1..=0xBF);
    let any_later = |b: u8| matches!(b, 0x80..=0xBF);
    let mut restored = Vec::with_capacity(bytes.len());
    let mut n = 0;
    let mut push = |byte: &Byte, blank_of_sequence: bool| {
        let value = if blank_of_sequence { 0xA0 } else { byte.value };
        restored.push(Byte { value, source: byte.source.clone() });
    };
    while n < bytes.len() {
        let (a, b, c, d) = (value(n), value(n + 1), value(n + 2), value(n + 3));
        // "Ã la mode": the à is a word, and its blank is still needed. Not so in the Portuguese words "às", "àquele", "àquela", "àquilo".
        if a == 0xC3 && b == b' ' {
            let rest: Vec<u8> = bytes[n + 2..].iter().take(5).map(|b| b.value).collect();
            let one_word = c == b' ' || rest.starts_with(b"quele") || rest.starts_with(b"quela") || rest.starts_with(b"quilo") || rest.starts_with(b"s ");
            push(&bytes[n], false);
            if one_word {
                push(&bytes[n + 1], true);
            } else {
                let at = bytes[n].source.end;
                push(&Byte { value: 0xA0, source: at..at }, false);
                push(&bytes[n + 1], false);
            }
            n += 2;
            continue;
        }
        let length = match a {
            0xC2 | 0xC5 | 0xCE | 0xD0 | 0xD9 if b == b' ' => 2,
            0xE2 | 0xE3 if b == b' ' && later(c) => 3,
            0xE0..=0xE3 if later(b) && c == b' ' => 3,
            0xF0 if [b, c, d].iter().filter(|x| **x == b' ').count() == 1 && [b, c, d].iter().all(|x| *x == b' ' || any_later(*x)) => 4,
            _ => 1,
        };
        for (m, byte) in bytes[n..n + length].iter().enumerate() {
            push(byte, m > 0 && byte.value == b' ');
        }
        n += length;
    }
    restored
}

/// `bytes` as UTF-8; surrogates stored one by one (CESU-8) are read as one character, and where `lossy`, a sequence with a
/// lost byte is one lost character. `None` where the bytes are no UTF-8.
fn decode(bytes: &[Byte], lossy: bool) -> Option<Vec<Cell>> {
    let mut cells = Vec::with_capacity(bytes.len());
    let mut n = 0;
    while n < bytes.len() {
        let (c, length) = character(&bytes[n..], lossy)?;
        cells.push(Cell { c, source: bytes[n].source.start..bytes[n + length - 1].source.end });
        n += length;
    }
    Some(cells)
}

/// The character that `bytes` start with, and how many bytes it takes.
fn character(bytes: &[Byte], lossy: bool) -> Option<(char, usize)> {
    let value = |n: usize| bytes.get(n).map_or(0, |b| b.value);
    let later = |n: usize| matches!(value(n), 0x80..=0xBF);
    let first = value(0);
    if lossy && let Some(length) = lost_sequence(bytes) {
        return Some((LOST, length));
    }
    if first < 0x80 {
        return Some((first as char, 1));
    }
    if first == 0xC0 && value(1) == 0x80 {
        return Some(('\0', 2)); // Java's NUL
    }
    if first == 0xED && matches!(value(1), 0xA0..=0xAF) && later(2) && value(3) == 0xED && matches!(value(4), 0xB0..=0xBF) && later(5) {
        let half = |a: usize, b: usize| (u32::from(value(a) & 0x0F) << 6) | u32::from(value(b) & 0x3F);
        let code = 0x1_0000 + (half(1, 2) << 10) + half(4, 5);
        return char::from_u32(code).map(|c| (c, 6));
    }
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let raw: Vec<u8> = bytes.get(..length)?.iter().map(|b| b.value).collect();
    std::str::from_utf8(&raw).ok()?.chars().next().map(|c| (c, length))
}

/// The length of a sequence in which a byte was lost ("â€�"). A question mark may stand for the lost byte, once.
fn lost_sequence(bytes: &[Byte]) -> Option<usize> {
    let value = |n: usize| bytes.get(n).map_or(0, |b| b.value);
    let lost = |n: usize| value(n) == SUBSTITUTE;
    let asked = |n: usize| value(n) == b'?';
    let later = |n: usize| matches!(value(n), 0x80..=0xBF);
    let any = |n: usize| lost(n) || later(n);
    let gone = |n: usize| lost(n) || asked(n);
    match value(0) {
        SUBSTITUTE => Some(1),
        0xC2 | 0xC3 if gone(1) => Some(2),
        0xC4..=0xDF if lost(1) => Some(2),
        0xED if matches!(value(1), 0xA0..=0xAF)
            && value(3) == 0xED
            && matches!(value(4), 0xB0..=0xBF)
            && ((gone(2) && (any(5) || asked(5))) || ((any(2) || asked(2)) && gone(5))) =>
        {
            Some(6)
        }
        0xE0..=0xEF if (gone(1) && any(2)) || (any(1) && gone(2)) => Some(3),
        0xF0..=0xF4 if (gone(1) && any(2) && any(3)) || (any(1) && gone(2) && any(3)) || (any(1) && any(2) && gone(3)) => Some(4),
        _ => None,
    }
}

/// Puts each island right by itself, where the line as a whole is of no one encoding.
fn islands(line: &[Cell], classed: &Classed, depth: usize) -> Option<Vec<Cell>> {
    if depth == 0 {
        return None;
    }
    let mut better = Vec::with_capacity(line.len());
    let mut done = 0;
    for island in classed.islands() {
        // Only a part of the line, so that this comes to an end.
        if island.len() == line.len() || !classed.is_bad_within(&island) {
            continue;
        }
        better.extend_from_slice(&line[done..island.start]);
        better.extend(rounds(line[island.clone()].to_vec(), depth - 1, true));
        done = island.end;
    }
    better.extend_from_slice(&line[done..]);
    (better != line).then_some(better)
}

/// Latin-1 control characters are what Windows-1252 has there.
fn control_characters(line: &[Cell]) -> Option<Vec<Cell>> {
    let mut changed = false;
    let better = line
        .iter()
        .map(|cell| {
            let meant = u8::try_from(u32::from(cell.c)).ok().filter(|b| (0x80..=0x9F).contains(b)).and_then(windows_1252);
            changed |= meant.is_some();
            Cell { c: meant.unwrap_or(cell.c), source: cell.source.clone() }
        })
        .collect();
    changed.then_some(better)
}
