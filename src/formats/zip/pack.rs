//! Archives are written: files as they are, no compression.

use super::record::signature::{CENTRAL, END, END_64, LOCAL, LOCATOR_64};
use super::record::{EXTRA_64, crc32};

/// File names are UTF-8.
const UTF8_NAMES: u16 = 1 << 11;
/// 1 January 1980, the first day that the format has: archives of the same files are the same.
const FIRST_DAY: u16 = 1 << 5 | 1;
/// Version of the format that a reader must know: 2.0, and 4.5 for ZIP64.
const VERSION: u16 = 20;
const VERSION_64: u16 = 45;
/// Stands in a field of 32 bits whose number is in the extra field.
const IN_EXTRA: u64 = u32::MAX as u64;

/// An archive of `files`, in order. Names must differ.
#[must_use]
pub fn pack<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let mut count = 0u64;
    for (name, bytes) in files {
        // The length of a name is a field of 16 bits.
        let name = name.char_indices().find(|(at, c)| at + c.len_utf8() > usize::from(u16::MAX)).map_or(name, |(at, _)| &name[..at]);
        let (offset, size, sum) = (out.len() as u64, bytes.len() as u64, crc32(bytes));
        let sizes: &[u64] = if size >= IN_EXTRA { &[size, size] } else { &[] };
        out.extend(LOCAL.to_le_bytes());
        header(&mut out, name, sum, size, sizes);
        out.extend(name.as_bytes());
        extra(&mut out, sizes);
        out.extend(bytes);
        let mut places = sizes.to_vec();
        places.extend(Some(offset).filter(|o| *o >= IN_EXTRA));
        directory.extend(CENTRAL.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        header(&mut directory, name, sum, size, &places);
        directory.extend([0; 10]);
        directory.extend((offset.min(IN_EXTRA) as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        extra(&mut directory, &places);
        count += 1;
    }
    let (start, size) = (out.len() as u64, directory.len() as u64);
    out.extend(directory);
    end(&mut out, count, start, size);
    out
}

/// What a file's own header and its entry in the directory share.
fn header(out: &mut Vec<u8>, name: &str, sum: u32, size: u64, extra: &[u64]) {
    let version = if extra.is_empty() { VERSION } else { VERSION_64 };
    for half in [version, UTF8_NAMES, 0, 0, FIRST_DAY] {
        out.extend(half.to_le_bytes());
    }
    let size = size.min(IN_EXTRA) as u32;
    for word in [sum, size, size] {
        out.extend(word.to_le_bytes());
    }
    out.extend((name.len() as u16).to_le_bytes());
    let extra = if extra.is_empty() { 0 } else { 4 + 8 * extra.len() };
    out.extend((extra as u16).to_le_bytes());
}

fn extra(out: &mut Vec<u8>, numbers: &[u64]) {
    if !numbers.is_empty() {
        out.extend(EXTRA_64.to_le_bytes());
        out.extend((8 * numbers.len() as u16).to_le_bytes());
        numbers.iter().for_each(|n| out.extend(n.to_le_bytes()));
    }
}

/// The records at the end: how many files, where the directory is.
fn end(out: &mut Vec<u8>, count: u64, start: u64, size: u64) {
    let many = u64::from(u16::MAX);
    if count >= many || start >= IN_EXTRA || size >= IN_EXTRA {
        let here = out.len() as u64;
        out.extend(END_64.to_le_bytes());
        out.extend(44u64.to_le_bytes());
        out.extend(VERSION_64.to_le_bytes());
        out.extend(VERSION_64.to_le_bytes());
        out.extend([0; 8]);
        for number in [count, count, size, start] {
            out.extend(number.to_le_bytes());
        }
        out.extend(LOCATOR_64.to_le_bytes());
        out.extend([0; 4]);
        out.extend(here.to_le_bytes());
        out.extend(1u32.to_le_bytes());
    }
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    let count = count.min(many) as u16;
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((size.min(IN_EXTRA) as u32).to_le_bytes());
    out.extend((start.min(IN_EXTRA) as u32).to_le_bytes());
    out.extend([0, 0]);
}
