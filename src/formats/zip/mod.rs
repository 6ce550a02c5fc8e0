//! ZIP archives: written without compression, read with it. What is exported is small, and a browser that downloads from
//! itself gains nothing by compressing. Archives of more than 65,535 files are written with the fields of ZIP64.

mod pack;
mod record;
mod unpack;

pub use pack::pack;
pub(super) use unpack::Archive;

#[cfg(test)]
mod tests {
    use super::record::crc32;
    use super::*;

    fn unpacked(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
        let archive = Archive::open(archive, &mut 1000).unwrap();
        (0..archive.len()).map(|n| (archive.name(n).to_owned(), archive.read(n).unwrap())).collect()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let files: [(&str, &[u8]); 3] = [("a.txt", b"one"), ("étoile/b.txt", b""), ("c.bin", &[0, 255, 7])];
        let archive = pack(files);
        assert_eq!(unpacked(&archive).iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>(), files);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926, "the check value of the standard");
        for cut in 0..archive.len() {
            if let Ok(archive) = Archive::open(&archive[..cut], &mut 1000) {
                (0..archive.len()).for_each(|n| drop(archive.read(n)));
            }
        }
    }

    #[test]
    fn more_files_than_sixteen_bits_count() {
        let names: Vec<String> = (0..70_000).map(|n| n.to_string()).collect();
        let archive = pack(names.iter().map(|n| (n.as_str(), n.as_bytes())));
        let archive = Archive::open(&archive, &mut 1_000_000).unwrap();
        assert_eq!(archive.len(), 70_000);
        assert_eq!((archive.name(69_999), archive.read(69_999).unwrap().as_slice()), ("69999", b"69999".as_slice()));
    }

    #[test]
    fn a_file_that_is_not_what_was_packed_is_refused() {
        let mut archive = pack([("a.txt", b"one".as_slice()), ("b.txt", b"two")]);
        let at = archive.windows(3).position(|w| w == b"one").unwrap();
        archive[at] = b'O';
        let archive = Archive::open(&archive, &mut 1000).unwrap();
        assert!(archive.read(0).unwrap_err().to_string().contains("checksum"));
        assert_eq!(archive.read(1).unwrap(), b"two");
    }
}
