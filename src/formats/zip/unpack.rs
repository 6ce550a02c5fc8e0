//! Archives are read. What an archive says of itself is believed only as far as it can be checked: the sizes that it
//! declares bound what is unpacked, no two of its files may share bytes, and each file's checksum must be right.

use std::ops::Range;

use super::super::imported::ImportError;
use super::super::limits;
use super::record::signature::{CENTRAL, END, END_64, LOCAL, LOCATOR_64};
use super::record::{EXTRA_64, crc32};

/// An archive whose directory has been read and found sound.
pub(in super::super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

/// One file of an archive.
struct Entry {
    name: String,
    method: u16,
    encrypted: bool,
    sum: u32,
    /// Its packed bytes in the archive.
    data: Range<usize>,
    /// Its size unpacked, in bytes, as declared.
    size: usize,
}

fn refused(reason: impl Into<String>) -> ImportError {
    ImportError::Archive { reason: reason.into() }
}

fn damaged() -> ImportError {
    refused("the archive is damaged")
}

impl<'a> Archive<'a> {
    /// True for what begins as an archive does.
    pub(in super::super) fn knows(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
    }

    /// Reads the directory; folders are left out. `left` is what may yet be unpacked, in bytes; what the files declare is taken
    /// off it.
    ///
    /// # Errors
    /// If the directory is damaged, files share bytes, or together they declare more than is left.
    pub(in super::super) fn open(bytes: &'a [u8], left: &mut usize) -> Result<Self, ImportError> {
        let (count, mut at) = directory(bytes).ok_or_else(damaged)?;
        let mut entries = Vec::new();
        let mut total = 0usize;
        let mut taken: Vec<Range<usize>> = Vec::new();
        for _ in 0..count {
            let (entry, local, next) = entry(bytes, at).ok_or_else(damaged)?;
            at = next;
            total = total.checked_add(entry.size).filter(|t| *t <= *left).ok_or_else(too_large)?;
            taken.push(local..entry.data.end);
            if !entry.name.ends_with('/') {
                entries.push(entry);
            }
        }
        taken.sort_unstable_by_key(|r| (r.start, r.end));
        if taken.windows(2).any(|w| w[1].start < w[0].end) {
            return Err(refused("files of the archive share bytes: it was made to be larger than it is"));
        }
        *left -= total;
        Ok(Self { bytes, entries })
    }

    /// How many files there are.
    pub(in super::super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The name of file `n`, folders in front.
    pub(in super::super) fn name(&self, n: usize) -> &str {
        &self.entries[n].name
    }

    /// Unpacks file `n`.
    ///
    /// # Errors
    /// If it is not what its entry declares, or packed in a way that is not known.
    pub(in super::super) fn read(&self, n: usize) -> Result<Vec<u8>, ImportError> {
        let entry = &self.entries[n];
        if entry.encrypted {
            return Err(refused("the file is encrypted"));
        }
        let packed = self.bytes.get(entry.data.clone()).ok_or_else(damaged)?;
        let other = || refused("unpacked, the file is not as large as the archive says");
        let data = match entry.method {
            0 => packed.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(packed, entry.size).map_err(|_| other())?,
            method => return Err(refused(format!("compression method {method} is not known"))),
        };
        if data.len() != entry.size {
            return Err(other());
        }
        if crc32(&data) != entry.sum {
            return Err(refused("the file is damaged: its checksum is another"));
        }
        Ok(data)
    }
}

fn too_large() -> ImportError {
    refused(format!("unpacked, the archive is larger than {} MiB", limits::ARCHIVE >> 20))
}

/// How many entries the directory has, and where it begins.
fn directory(bytes: &[u8]) -> Option<(usize, usize)> {
    // A comment of up to 65,535 bytes may follow the last record.
    let end = (0..bytes.len().saturating_sub(21)).rev().take(1 << 16).find(|at| word(bytes, *at) == Some(END))?;
    let (count, start) = (usize::from(half(bytes, end + 10)?), word(bytes, end + 16)? as usize);
    let locator = end.checked_sub(20).filter(|at| word(bytes, *at) == Some(LOCATOR_64));
    let Some(locator) = locator.filter(|_| count == usize::from(u16::MAX) || start == u32::MAX as usize) else { return Some((count, start)) };
    let end = long(bytes, locator + 8)?;
    if word(bytes, end) != Some(END_64) {
        return None;
    }
    Some((long(bytes, end.checked_add(32)?)?, long(bytes, end.checked_add(48)?)?))
}

/// The entry at `at`, where the file's own header begins, and where the next entry is.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize, usize)> {
    if word(bytes, at)? != CENTRAL {
        return None;
    }
    let half_at = |n| half(bytes, at + n);
    let word_at = |n| word(bytes, at + n);
    let (name_length, extra, comment) = (usize::from(half_at(28)?), usize::from(half_at(30)?), usize::from(half_at(32)?));
    let name = bytes.get(at + 46..at + 46 + name_length)?;
    let extra_at = at + 46 + name_length;
    let mut wide = Wide::of(bytes.get(extra_at..extra_at + extra)?);
    let size = wide.number(word_at(24)?)?;
    let packed = wide.number(word_at(20)?)?;
    let local = wide.number(word_at(42)?)?;
    if word(bytes, local)? != LOCAL {
        return None;
    }
    let from = local + 30 + usize::from(half(bytes, local + 26)?) + usize::from(half(bytes, local + 28)?);
    let to = from.checked_add(packed).filter(|to| *to <= bytes.len())?;
    let name = String::from_utf8_lossy(name).into_owned();
    let entry = Entry { name, method: half_at(10)?, encrypted: half_at(8)? & 1 == 1, sum: word_at(16)?, data: from..to, size };
    Some((entry, local, extra_at + extra + comment))
}

/// The numbers of 64 bits in an extra field: those whose own field says that they are there, in order.
struct Wide<'a>(&'a [u8]);

impl<'a> Wide<'a> {
    fn of(mut extra: &'a [u8]) -> Self {
        while let (Some(kind), Some(length)) = (half(extra, 0), half(extra, 2)) {
            let end = 4 + usize::from(length);
            let Some(field) = extra.get(4..end) else { break };
            if kind == EXTRA_64 {
                return Self(field);
            }
            extra = &extra[end..];
        }
        Self(&[])
    }

    fn number(&mut self, short: u32) -> Option<usize> {
        if short != u32::MAX {
            return Some(short as usize);
        }
        let number = long(self.0, 0)?;
        self.0 = &self.0[8..];
        Some(number)
    }
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let number = u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?);
    usize::try_from(number).ok()
}
