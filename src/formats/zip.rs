//! ZIP archives: written without compression, read with it. What is exported is small, and a browser that downloads from
//! itself gains nothing by compressing.

use super::ImportError;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// File names are UTF-8.
const UTF8_NAMES: u16 = 1 << 11;
/// 1 January 1980, the first day that the format has: archives of the same files are the same.
const FIRST_DAY: u16 = 1 << 5 | 1;
/// What is read from one archive at most, unpacked: 256 MiB.
const MOST: usize = 256 << 20;

/// An archive of `files`, in order. Names must differ.
#[must_use]
pub fn pack<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let mut count = 0u16;
    for (name, bytes) in files {
        let offset = out.len() as u32;
        let mut header = Vec::new();
        for half in [20, UTF8_NAMES, 0, 0, FIRST_DAY] {
            header.extend(u16::to_le_bytes(half));
        }
        for word in [crc32(bytes), bytes.len() as u32, bytes.len() as u32] {
            header.extend(u32::to_le_bytes(word));
        }
        header.extend((name.len() as u16).to_le_bytes());
        header.extend([0, 0]);
        out.extend(LOCAL.to_le_bytes());
        out.extend(&header);
        out.extend(name.as_bytes());
        out.extend(bytes);
        directory.extend(CENTRAL.to_le_bytes());
        directory.extend([20, 0]);
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
        count += 1;
    }
    let (start, size) = (out.len() as u32, directory.len() as u32);
    out.extend(directory);
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// The files of an archive, folders left out.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ImportError> {
    let broken = || ImportError::Archive { reason: "the archive is damaged".into() };
    let end = (0..bytes.len().saturating_sub(21)).rev().take(1 << 16).find(|at| word(bytes, *at) == Some(END)).ok_or_else(broken)?;
    let count = half(bytes, end + 10).ok_or_else(broken)?;
    let mut at = word(bytes, end + 16).ok_or_else(broken)? as usize;
    let mut files = Vec::new();
    let mut total = 0usize;
    for _ in 0..count {
        if word(bytes, at) != Some(CENTRAL) {
            return Err(broken());
        }
        let get = |n| half(bytes, at + n).map(usize::from).ok_or_else(broken);
        let size = |n| word(bytes, at + n).map(|w| w as usize).ok_or_else(broken);
        let (method, packed, unpacked) = (get(10)?, size(20)?, size(24)?);
        let (name_length, extra, comment) = (get(28)?, get(30)?, get(32)?);
        let local = size(42)?;
        let name = bytes.get(at + 46..at + 46 + name_length).ok_or_else(broken)?;
        let name = String::from_utf8_lossy(name).into_owned();
        at += 46 + name_length + extra + comment;
        total += unpacked;
        if total > MOST {
            return Err(ImportError::Archive { reason: "unpacked, the archive is larger than 256 MiB".into() });
        }
        if name.ends_with('/') {
            continue;
        }
        let local_names = |n| half(bytes, local + n).map(usize::from).ok_or_else(broken);
        let from = local + 30 + local_names(26)? + local_names(28)?;
        let data = bytes.get(from..from + packed).ok_or_else(broken)?;
        let data = match method {
            0 => data.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(data, MOST).map_err(|_| broken())?,
            other => return Err(ImportError::Archive { reason: format!("{name}: compression method {other} is not known") }),
        };
        files.push((name, data));
    }
    Ok(files)
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The checksum of ISO 3309, by a table of 256 words.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut n = 0;
        while n < 256 {
            let mut c = n as u32;
            let mut bit = 0;
            while bit < 8 {
                c = if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 };
                bit += 1;
            }
            table[n] = c;
            n += 1;
        }
        table
    };
    !bytes.iter().fold(!0, |crc, b| TABLE[((crc ^ u32::from(*b)) & 255) as usize] ^ (crc >> 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let files: [(&str, &[u8]); 3] = [("a.txt", b"one"), ("étoile/b.txt", b""), ("c.bin", &[0, 255, 7])];
        let archive = pack(files);
        let back = unpack(&archive).unwrap();
        assert_eq!(back.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>(), files);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926, "the check value of the standard");
        for cut in 0..archive.len() {
            let _ = unpack(&archive[..cut]);
        }
    }
}
