//! When two words are one word spelled in two ways.

/// The key that British and American spellings of a word share. It is no word, and only compared with another.
///
/// The endings are those in which the two houses differ as a rule (Oxford, New Hart's Rules, chapter 21); single words stand in a list.
pub(super) fn house_key(word: &str) -> String {
    if let Ok(n) = SINGLE.binary_search_by_key(&word, |(from, _)| from) {
        return SINGLE[n].1.to_owned();
    }
    if word.len() < 5 || !word.is_ascii() {
        return word.to_owned();
    }
    let mut key = word.to_owned();
    for (from, to) in ENDINGS {
        let stems = ["", "s", "d", "r", "rs", "ed", "ing", "ings", "able", "ful", "less", "ly", "ite", "ites"];
        if let Some(stem) = stems.iter().find_map(|tail| key.strip_suffix(tail).and_then(|k| k.strip_suffix(from)).filter(|s| s.len() >= 2).map(|s| (s, tail)))
        {
            key = format!("{}{to}{}", stem.0, stem.1);
            break;
        }
    }
    for (from, to) in [("aes", "es"), ("aem", "em"), ("oeu", "eu"), ("paed", "ped"), ("isation", "ization"), ("ising", "izing"), ("ll", "l")] {
        if key.get(1..).is_some_and(|rest| rest.contains(from)) {
            key = key.replace(from, to);
        }
    }
    key
}

/// Endings of one house and the other's. The first that fits holds.
const ENDINGS: &[(&str, &str)] = &[
    ("ise", "ize"),
    ("is", "iz"),
    ("yse", "yze"),
    ("ys", "yz"),
    ("our", "or"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("gramme", "gram"),
];

/// Words that follow no ending. Sorted.
const SINGLE: &[(&str, &str)] = &[
    ("afterwards", "afterward"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("amongst", "among"),
    ("backwards", "backward"),
    ("burnt", "burned"),
    ("cheque", "check"),
    ("cheques", "checks"),
    ("cosy", "cozy"),
    ("dreamt", "dreamed"),
    ("forwards", "forward"),
    ("grey", "gray"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("kerb", "curb"),
    ("learnt", "learned"),
    ("mould", "mold"),
    ("mum", "mom"),
    ("ok", "okay"),
    ("plough", "plow"),
    ("pyjamas", "pajamas"),
    ("sceptical", "skeptical"),
    ("spelt", "spelled"),
    ("storey", "story"),
    ("sulphur", "sulfur"),
    ("towards", "toward"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("upwards", "upward"),
    ("whilst", "while"),
    ("yoghurt", "yogurt"),
];

/// How alike two words are, from 0 to 1: one minus their edit distance over the longer one's characters.
pub(super) fn likeness(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(LONGEST).collect(), b.chars().take(LONGEST).collect());
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 1.0;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let best = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], best);
        }
    }
    1.0 - row[b.len()] as f32 / longer as f32
}

/// Characters of a word that are compared.
const LONGEST: usize = 40;

/// The letters of a word without the marks over them, as far as news in English has them.
pub(super) fn plain_letters(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'ď' | 'đ' => 'd',
            'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
            'ğ' => 'g',
            'ì'..='ï' | 'ī' | 'ı' => 'i',
            'ł' => 'l',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ř' => 'r',
            'ś' | 'š' | 'ş' => 's',
            'ţ' | 'ť' => 't',
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_houses_share_a_key() {
        for (a, b) in [
            ("harbour", "harbor"),
            ("favourites", "favorites"),
            ("organise", "organize"),
            ("organisation", "organization"),
            ("theatre", "theater"),
            ("towards", "toward"),
            ("travelled", "traveled"),
            ("defence", "defense"),
            ("analyse", "analyze"),
            ("criticised", "criticized"),
            ("labouring", "laboring"),
        ] {
            assert_eq!(house_key(a), house_key(b), "{a} {b}");
        }
    }

    #[test]
    fn unlike_words_do_not() {
        for (a, b) in [("four", "for"), ("promise", "prompt"), ("advise", "advice"), ("hour", "her"), ("course", "curse")] {
            assert_ne!(house_key(a), house_key(b), "{a} {b}");
        }
        assert!(likeness("received", "recieved") >= 0.75 && likeness("ship", "shore") < 0.75);
    }
}
