//! What the records of an archive are known by, and their checksum.

/// First words of the records of an archive.
pub(super) mod signature {
    pub(in super::super) const LOCAL: u32 = 0x0403_4b50;
    pub(in super::super) const CENTRAL: u32 = 0x0201_4b50;
    pub(in super::super) const END: u32 = 0x0605_4b50;
    pub(in super::super) const END_64: u32 = 0x0606_4b50;
    pub(in super::super) const LOCATOR_64: u32 = 0x0706_4b50;
}

/// Of the extra field that holds sizes and places in 64 bits.
pub(super) const EXTRA_64: u16 = 1;

/// The checksum of ISO 3309, by a table of 256 words.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
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
