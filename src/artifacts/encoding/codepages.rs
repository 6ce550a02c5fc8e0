//! The single-byte encodings that UTF-8 is most often mistaken for. Tables: unicode.org/Public/MAPPINGS.

use std::sync::LazyLock;

use crate::text::order;

/// A single-byte encoding.
pub(super) struct CodePage {
    /// As people call it: "Windows-1252".
    pub(super) name: &'static str,
    /// A byte that the encoding leaves undefined stands for the C1 control character of the same number, and a lost
    /// character for byte 1A, as lenient decoders have it.
    pub(super) lenient: bool,
    /// The characters of bytes 80 to FF.
    upper: &'static str,
    /// The same, sorted by character.
    bytes: LazyLock<Vec<(char, u8)>>,
}

impl CodePage {
    const fn new(name: &'static str, lenient: bool, upper: &'static str, bytes: LazyLock<Vec<(char, u8)>>) -> Self {
        Self { name, lenient, upper, bytes }
    }

    /// The byte that stands for `c`, if one does.
    pub(super) fn byte(&self, c: char) -> Option<u8> {
        if c == LOST {
            return self.lenient.then_some(SUBSTITUTE);
        }
        if c.is_ascii() {
            return (!self.lenient || c != '\u{1A}').then_some(c as u8);
        }
        self.bytes.binary_search_by_key(&c, |pair| pair.0).ok().map(|n| self.bytes[n].1)
    }

    /// The characters of bytes 80 to FF with their bytes.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (char, u8)> {
        self.upper.chars().zip(0x80u8..=0xFF)
    }
}

/// The character that stands for one that was lost.
pub(super) const LOST: char = '\u{FFFD}';
/// The byte that stands for it while text is encoded.
pub(super) const SUBSTITUTE: u8 = 0x1A;

fn sorted(upper: &str) -> Vec<(char, u8)> {
    let mut pairs: Vec<(char, u8)> = upper.chars().zip(0x80u8..=0xFF).collect();
    order::sort_by(&mut pairs, |(c, byte)| order::pair(*c as usize, usize::from(*byte)));
    pairs
}

/// What `byte` is in Windows-1252, strictly: `None` where the encoding leaves it undefined.
pub(super) fn windows_1252(byte: u8) -> Option<char> {
    if byte < 0x80 {
        return Some(byte as char);
    }
    WINDOWS_1252.chars().nth(usize::from(byte - 0x80)).filter(|c| !('\u{80}'..='\u{9F}').contains(c))
}

/// In the order in which they are tried: the more common first.
pub(super) static CODE_PAGES: [CodePage; 10] = [
    CodePage::new("Latin-1", false, LATIN_1, LazyLock::new(|| sorted(LATIN_1))),
    CodePage::new("Windows-1252", true, WINDOWS_1252, LazyLock::new(|| sorted(WINDOWS_1252))),
    CodePage::new("Windows-1251", true, WINDOWS_1251, LazyLock::new(|| sorted(WINDOWS_1251))),
    CodePage::new("Windows-1250", true, WINDOWS_1250, LazyLock::new(|| sorted(WINDOWS_1250))),
    CodePage::new("Windows-1253", true, WINDOWS_1253, LazyLock::new(|| sorted(WINDOWS_1253))),
    CodePage::new("Windows-1254", true, WINDOWS_1254, LazyLock::new(|| sorted(WINDOWS_1254))),
    CodePage::new("Windows-1257", true, WINDOWS_1257, LazyLock::new(|| sorted(WINDOWS_1257))),
    CodePage::new("ISO 8859-2", false, ISO_8859_2, LazyLock::new(|| sorted(ISO_8859_2))),
    CodePage::new("Mac Roman", false, MAC_ROMAN, LazyLock::new(|| sorted(MAC_ROMAN))),
    CodePage::new("code page 437", false, CODE_PAGE_437, LazyLock::new(|| sorted(CODE_PAGE_437))),
];

#[rustfmt::skip]
const LATIN_1: &str = "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

/// The characters of bytes 80 to FF.
#[rustfmt::skip]
pub(crate) const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

/// The characters of bytes 80 to FF.
#[rustfmt::skip]
pub(crate) const WINDOWS_1251: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

#[rustfmt::skip]
const WINDOWS_1250: &str = "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

#[rustfmt::skip]
const WINDOWS_1253: &str = "€\u{81}‚ƒ„…†‡\u{88}‰\u{8A}‹\u{8C}\u{8D}\u{8E}\u{8F}\u{90}‘’“”•–—\u{98}™\u{9A}›\u{9C}\u{9D}\u{9E}\u{9F}\u{A0}΅Ά£¤¥¦§¨©ª«¬\u{AD}®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡÒΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώÿ";

#[rustfmt::skip]
const WINDOWS_1254: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}\u{8E}\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}\u{9E}Ÿ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ";

#[rustfmt::skip]
const WINDOWS_1257: &str = "€\u{81}‚\u{83}„…†‡\u{88}‰\u{8A}‹\u{8C}¨ˇ¸\u{90}‘’“”•–—\u{98}™\u{9A}›\u{9C}¯˛\u{9F}\u{A0}¡¢£¤¥¦§Ø©Ŗ«¬\u{AD}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙";

#[rustfmt::skip]
const ISO_8859_2: &str = "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

/// The characters of bytes 80 to FF.
#[rustfmt::skip]
pub(crate) const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

#[rustfmt::skip]
const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_character() {
        for page in &CODE_PAGES {
            assert_eq!(page.pairs().count(), 128, "{}", page.name);
            assert!(page.pairs().all(|(c, b)| page.byte(c) == Some(b)), "{}", page.name);
        }
        assert_eq!(CODE_PAGES[1].byte('€'), Some(0x80));
        assert_eq!(CODE_PAGES[0].byte('€'), None);
        assert_eq!(windows_1252(0x92), Some('’'));
        assert_eq!(windows_1252(0x81), None);
    }
}
