//! Texts that nobody thought of: units drawn at random from the pieces that stages tell apart, so that each stage meets them in
//! every company. The same for the same seed.

/// Pieces by what they are to a stage. A unit takes one to five, from one family or from several.
const FAMILIES: &[&[&str]] = &[
    // Names: listed and unknown, given, family, of places, of bodies.
    &[
        "Lena",
        "Ortiz",
        "Qwrtp",
        "John",
        "Washington",
        "New York",
        "Paris",
        "Georgia",
        "California",
        "Fox News",
        "Senate",
        "Judiciary",
        "White House",
        "Pentagon",
        "Department",
        "Ministry of Health",
        "Court",
        "Bank",
        "McDonald",
        "Democrat",
        "Smith",
        "Mr.",
        "President",
        "Sen.",
        "Dr.",
        "King",
        "Jr.",
        "II",
        "O’Brien",
        "JD (S)",
        "US",
        "WHO",
        "AT&T",
        "St.",
        "Northern",
        "District",
        "Harbour Board",
        "D-Calif.",
        "Anne-Marie",
        "LANE",
        "PORT MALEN (AP) —",
    ],
    // Names in small letters, and words that join names.
    &["san francisco", "california", "i live in", "uk", "paris", "white house", "al", "bin", "van", "of", "in", "the", "and", "de", "for", "with"],
    // Words, of reports above all.
    &[
        "said",
        "that",
        "told",
        "he",
        "she",
        "they",
        "who",
        "according to",
        "asked",
        "whether",
        "says",
        "the mayor",
        "a",
        "it",
        "was",
        "not",
        "spokesman",
        "but",
        "because",
        "as",
        "to",
        "reported",
        "I",
        "no",
        "reporter",
        "correspondent",
        "added",
        "what",
        "rain",
        "teh",
        "recieve",
        "colour",
        "color",
        "xqzt",
        "so-called",
    ],
    // Clitics and short forms.
    &["’s", "'s", "n't", "n’t", "'ll", "’", "'", " 's", " n't", "s'", "d'", "'em", "o'clock", "U.S.", "a.m.", "e.g.", "A.", "I."],
    // Quotation marks.
    &["\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "‹", "「", "」", "\" ", " \"", "“‘", "’”", "\"\"", "´", "`"],
    // Other marks.
    &[
        ".", ",", ";", ":", "!", "?", "-", "--", "—", "–", "…", "...", "(", ")", "[", "]", "{", "}", "/", "\\", "|", "_", "*", "#", "@", "&", "%", "+", "=",
        "<", ">", "~", "^", "•", "§", "©",
    ],
    // Numbers, times, amounts.
    &[
        "1",
        "12",
        "1,200",
        "3.5",
        "10:30",
        "2019",
        "1990s",
        "2nd",
        "March",
        "March 4, 2019",
        "Monday",
        "last week",
        "$",
        "$1 million",
        "€5",
        "5 percent",
        "5%",
        "three",
        "million",
        "years ago",
        "noon",
        "GMT",
        "half",
        "6'2\"",
        "Nov.",
        "May",
        "between",
        "from 3 to",
        "/",
        "-",
        "hundred",
        "two dozen",
    ],
    // Markup and addresses.
    &[
        "&amp;",
        "&lt;",
        "&#39;",
        "&#x27;",
        "&nbsp;",
        "<b>",
        "</b>",
        "<p>",
        "[1]",
        "[[",
        "]]",
        "{{",
        "}}",
        "**",
        "==",
        "''",
        "http://",
        "a.com/",
        "a@a.",
        "www.",
        "@ortiz",
        "#tag",
        "-LRB-",
        "-RRB-",
        "``",
        "%20",
        "\\n",
        "\\u2019",
        "<!--",
        "-->",
        "{",
        "}",
        "var x = 1;",
        "function(",
        "http://t.co/a",
        "[caption",
        "=\"",
        "/>",
        "<a href=",
    ],
    // What encoding breaks into.
    &["â€™", "â€œ", "â€\u{9d}", "Ã©", "Ã¢â‚¬â„¢", "Â ", "ï»¿", "\u{fffd}", "\u{92}", "\u{93}", "’’", "Ð", "Ñ", "å", "ä¸", "ã€", "&Atilde;", "\u{1a}", "?"],
    // Characters that are seldom seen, or not seen.
    &[
        "\u{ad}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{a0}", "\u{2009}", "\u{3000}", "\u{301}", "e\u{301}", "\0", "\u{1}", "\u{202e}", "\u{2028}", "\u{85}",
        "\t", "\u{b}", "ﬁ", "Ａ", "①", "½", "™", "\u{e000}", "\u{fe0f}",
    ],
    // Scripts, alone and as look-alikes in a Latin word.
    &[
        "Αlpha",
        "Вorn",
        "раypal",
        "Οrtiz",
        "σ",
        "Москва",
        "Ελλάδα",
        "Ünal",
        "Žižek",
        "中文",
        "中",
        "日本語",
        "한국",
        "سلام",
        "שלום",
        "हिन्दी",
        "ไทย",
        "Ångström",
        "İstanbul",
        "ß",
        "ǅ",
        "Ａlpha",
        "aΑ",
        "Ⅷ",
        "ё",
    ],
    // Emoji and their parts.
    &["👩🏽‍💻", "👩", "\u{200d}", "🇬🇧", "🇬", "☕", "❤\u{fe0f}", "🏽", "👍"],
    // Whole sentences and lines that come back.
    &[
        "The mayor spoke. ",
        "“It rained,” she said. ",
        "He said that it rained. ",
        "Read more: ",
        "Advertisement\n",
        "By Lena Ortiz\n",
        "Share this article\n",
        "Subscribe now!\n",
        "Photo: Lena Ortiz\n",
        "(Reuters) - ",
        "* Item\n",
        "1. Item\n",
        "- Item\n",
        "Copyright 2019\n",
        "Trump said to Bharara in New York. ",
        "stay Trump and Bharara \" New York ",
    ],
    // Breaks.
    &["\n", "\n\n", "\r\n", " \n", "\n ", "\n\n\n", ".\n", "\n\""],
];

/// What stands between the pieces of a unit, and after it.
const JOINTS: &[&str] = &[" ", " ", " ", " ", "", "", "", "\n", "\n\n", ", ", ". ", "-", "  ", "\u{a0}"];

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) struct Random(galley::random::Random);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(galley::random::Random::new(seed))
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.0.bits() % n as u64) as usize
    }

    fn pick<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list[self.below(list.len())]
    }
}

/// How a unit becomes a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The unit again and again.
    Repeated,
    /// A head once, then the unit again and again: what is opened and never closed.
    Headed,
    /// Half the text of one unit, half of another: what is looked for forwards and backwards.
    Halves,
    /// Pieces of the unit in an order that never comes back.
    Shuffled,
    /// The unit with a number that grows: no word, line or sentence comes back.
    Numbered,
}

/// A text in the making, of any length.
#[derive(Clone, Debug)]
pub(crate) struct Mix {
    shape: Shape,
    seed: u64,
    head: String,
    unit: Vec<&'static str>,
    joint: &'static str,
    ending: &'static str,
}

impl Mix {
    /// The mix with the number `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let shape = match random.below(10) {
            0..=4 => Shape::Repeated,
            5 => Shape::Headed,
            6 | 7 => Shape::Halves,
            8 => Shape::Shuffled,
            _ => Shape::Numbered,
        };
        let family = random.below(FAMILIES.len());
        let alone = random.below(3) == 0;
        let unit: Vec<&'static str> = (0..=random.below(5))
            .map(|_| {
                let family = if alone { family } else { random.below(FAMILIES.len()) };
                random.pick(FAMILIES[family])
            })
            .collect();
        let head = FAMILIES[random.below(FAMILIES.len())];
        let head = random.pick(head).to_owned();
        Mix { shape, seed, head, unit, joint: random.pick(JOINTS), ending: random.pick(JOINTS) }
    }

    /// What is seen of it: its shape and its unit.
    pub(crate) fn name(&self) -> String {
        let unit = self.unit.join(self.joint) + self.ending;
        match self.shape {
            Shape::Repeated => format!("{unit:?}"),
            Shape::Headed | Shape::Halves => format!("{:?} {:?} {unit:?}", self.shape, self.head),
            Shape::Shuffled | Shape::Numbered => format!("{:?} {unit:?}", self.shape),
        }
    }

    /// The text, of about `bytes` bytes: at least one unit.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let unit = self.unit.join(self.joint) + self.ending;
        let mut text = String::with_capacity(bytes + unit.len());
        let mut random = Random::new(self.seed);
        match self.shape {
            Shape::Repeated => {}
            Shape::Headed => text.push_str(&self.head),
            Shape::Halves => {
                let first = format!("{}{}", self.head, self.ending);
                text.push_str(&first.repeat(bytes / 2 / first.len()));
            }
            Shape::Shuffled | Shape::Numbered => {}
        }
        let mut count = 0_usize;
        while text.len() < bytes {
            match self.shape {
                Shape::Shuffled => {
                    text.push_str(random.pick(&self.unit));
                    text.push_str(if random.below(8) == 0 { self.ending } else { self.joint });
                }
                Shape::Numbered => {
                    text.push_str(&unit);
                    text.push_str(&letters(count));
                    text.push_str(self.ending);
                }
                _ => text.push_str(&unit),
            }
            count += 1;
        }
        text
    }
}

/// A number as a word with a capital, of the letters a to t: no two numbers give the same.
fn letters(mut number: usize) -> String {
    let mut word = String::from("Z");
    loop {
        word.push(char::from(b'a' + (number % 20) as u8));
        number /= 20;
        if number == 0 {
            return word;
        }
    }
}
