//! Character references of HTML.

/// The character reference at the start of `rest`, with its length in bytes and what it means. References to references
/// (`&amp;amp;`, `&amp;nbsp;`) are followed to their end.
pub(super) fn reference(rest: &str) -> Option<(usize, String)> {
    let bytes = rest.as_bytes();
    if bytes.first() != Some(&b'&') {
        return None;
    }
    // "&amp;amp;nbsp;": each "amp;" stands for an "&" that was escaped once more.
    let mut at = 1;
    while rest[at..].starts_with("amp;") {
        at += 4;
    }
    if let Some((length, text)) = body(&rest[at..]) {
        return Some((at + length, text));
    }
    (at > 1).then(|| (at, "&".to_owned()))
}

/// What stands between "&" and ";", the semicolon included in the length.
fn body(rest: &str) -> Option<(usize, String)> {
    let end = rest.bytes().take(12).position(|b| b == b';')?;
    let name = &rest[..end];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) if !digits.is_empty() => u32::from_str_radix(digits, 16).ok()?,
            Some(_) => return None,
            None => number.parse().ok()?,
        };
        return Some((end + 1, number_meaning(code)?));
    }
    let found = NAMES.binary_search_by_key(&name, |(n, _)| n).ok()?;
    Some((end + 1, NAMES[found].1.to_owned()))
}

/// True for a line that speaks of HTML, and means its references as they stand.
pub(super) fn is_about_html(line: &str) -> bool {
    line.contains("HTML") || line.contains("ampersand") || line.contains("html entit")
}

/// A reference at the start of `rest` whose semicolon is missing, with its length in bytes: of a mark or sign, and such that
/// no word can be meant.
pub(super) fn without_semicolon(rest: &str) -> Option<(usize, String)> {
    let after = rest.strip_prefix('&')?;
    if let Some(number) = after.strip_prefix("#x") {
        let length = ["27", "22", "26", "201", "202"].iter().find(|d| number.starts_with(**d)).map(|d| if d.len() == 2 { 2 } else { 4 })?;
        let code = u32::from_str_radix(number.get(..length)?, 16).ok()?;
        return (!number[length..].starts_with([';', '0'])).then(|| number_meaning(code).map(|m| (3 + length, m)))?;
    }
    if let Some(number) = after.strip_prefix('#') {
        let length = number.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let code: u32 = number[..length].parse().ok()?;
        let mark = matches!(code, 34 | 38 | 39 | 145..=151 | 160 | 8211 | 8212 | 8216 | 8217 | 8220 | 8221 | 8230);
        return (mark && !number[length..].starts_with([';'])).then(|| number_meaning(code).map(|m| (2 + length, m)))?;
    }
    let length = after.bytes().take(8).take_while(u8::is_ascii_alphabetic).count();
    let name = MARKS.iter().find(|name| after[..length].starts_with(**name) && !after[name.len()..].starts_with(|c: char| c.is_ascii_lowercase()))?;
    if after[name.len()..].starts_with([';', '=']) {
        return None;
    }
    if *name == "amp" {
        return Some((4, "&".to_owned()));
    }
    let found = NAMES.binary_search_by_key(name, |(n, _)| n).ok()?;
    Some((1 + name.len(), NAMES[found].1.to_owned()))
}

/// The names of references to marks that are read without a semicolon too.
const MARKS: &[&str] = &["amp", "quot", "nbsp", "lsquo", "rsquo", "ldquo", "rdquo", "ndash", "mdash", "hellip"];

fn number_meaning(code: u32) -> Option<String> {
    let c = match code {
        0xA0 => ' ',
        0x80..=0x9F => super::codepages::windows_1252(code as u8)?,
        9 | 10 | 13 | 0x20.. => char::from_u32(code)?,
        _ => return None,
    };
    Some(c.to_string())
}

/// The names that turn up in articles, sorted; "amp" is followed by [`reference`] itself. Source: HTML Living Standard, section 13.5.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("AElig", "Æ"), ("Aacute", "Á"), ("Acirc", "Â"), ("Agrave", "À"), ("Aring", "Å"), ("Atilde", "Ã"), ("Auml", "Ä"), ("Ccedil", "Ç"),
    ("Dagger", "‡"), ("ETH", "Ð"), ("Eacute", "É"), ("Ecirc", "Ê"), ("Egrave", "È"), ("Euml", "Ë"), ("Iacute", "Í"), ("Icirc", "Î"), ("Igrave", "Ì"),
    ("Iuml", "Ï"), ("Ntilde", "Ñ"), ("OElig", "Œ"), ("Oacute", "Ó"), ("Ocirc", "Ô"), ("Ograve", "Ò"), ("Omega", "Ω"), ("Oslash", "Ø"),
    ("Otilde", "Õ"), ("Ouml", "Ö"), ("Prime", "″"), ("Scaron", "Š"), ("THORN", "Þ"), ("Uacute", "Ú"), ("Ucirc", "Û"), ("Ugrave", "Ù"), ("Uuml", "Ü"),
    ("Yacute", "Ý"), ("Yuml", "Ÿ"), ("aacute", "á"), ("acirc", "â"), ("acute", "´"), ("aelig", "æ"), ("agrave", "à"), ("alpha", "α"), ("apos", "'"),
    ("aring", "å"), ("asymp", "≈"), ("atilde", "ã"), ("auml", "ä"), ("bdquo", "„"), ("beta", "β"), ("brvbar", "¦"), ("bull", "•"), ("ccedil", "ç"),
    ("cedil", "¸"), ("cent", "¢"), ("circ", "ˆ"), ("copy", "©"), ("curren", "¤"), ("dagger", "†"), ("darr", "↓"), ("deg", "°"), ("delta", "δ"),
    ("divide", "÷"), ("eacute", "é"), ("ecirc", "ê"), ("egrave", "è"), ("emsp", " "), ("ensp", " "), ("eth", "ð"), ("euml", "ë"), ("euro", "€"),
    ("fnof", "ƒ"), ("frac12", "½"), ("frac14", "¼"), ("frac34", "¾"), ("gamma", "γ"), ("ge", "≥"), ("gt", ">"), ("hearts", "♥"), ("hellip", "…"),
    ("iacute", "í"), ("icirc", "î"), ("iexcl", "¡"), ("igrave", "ì"), ("infin", "∞"), ("iquest", "¿"), ("iuml", "ï"), ("laquo", "«"), ("larr", "←"),
    ("ldquo", "“"), ("le", "≤"), ("lrm", ""), ("lsaquo", "‹"), ("lsquo", "‘"), ("lt", "<"), ("macr", "¯"), ("mdash", "—"), ("micro", "µ"),
    ("middot", "·"), ("minus", "−"), ("mu", "μ"), ("nbsp", " "), ("ndash", "–"), ("ne", "≠"), ("not", "¬"), ("ntilde", "ñ"), ("oacute", "ó"),
    ("ocirc", "ô"), ("oelig", "œ"), ("ograve", "ò"), ("ordf", "ª"), ("ordm", "º"), ("oslash", "ø"), ("otilde", "õ"), ("ouml", "ö"), ("para", "¶"),
    ("permil", "‰"), ("pi", "π"), ("plusmn", "±"), ("pound", "£"), ("prime", "′"), ("quot", "\""), ("raquo", "»"), ("rarr", "→"), ("rdquo", "”"),
    ("reg", "®"), ("rlm", ""), ("rsaquo", "›"), ("rsquo", "’"), ("sbquo", "‚"), ("scaron", "š"), ("sect", "§"), ("shy", ""), ("sigma", "σ"),
    ("sup1", "¹"), ("sup2", "²"), ("sup3", "³"), ("szlig", "ß"), ("thinsp", " "), ("thorn", "þ"), ("tilde", "˜"), ("times", "×"), ("trade", "™"),
    ("uacute", "ú"), ("uarr", "↑"), ("ucirc", "û"), ("ugrave", "ù"), ("uml", "¨"), ("uuml", "ü"), ("yacute", "ý"), ("yen", "¥"), ("yuml", "ÿ"),
    ("zwj", ""), ("zwnj", ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.windows(2).all(|w| w[0].0 < w[1].0));
    }

    #[test]
    fn references_are_followed() {
        let check = |text: &str, length: usize, meaning: &str| assert_eq!(reference(text), Some((length, meaning.to_owned())), "{text}");
        check("&amp;amp; Co", 9, "&");
        check("&#8220;Yes", 7, "“");
        check("&#x2019;s", 8, "’");
        check("&amp;nbsp;", 10, " ");
        check("&#146;s", 6, "’");
        assert_eq!(reference("&T; R"), None);
        assert_eq!(reference("& so on;"), None);
    }
}
