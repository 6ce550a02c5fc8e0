//! Colours of a person's own labels: can they be read, and can they be told apart?
//!
//! The rules are those that the page's own palette was measured by: 4.5:1 or more against the page (WCAG 2.2, 1.4.3), on
//! the light page and on the dark, and a distance in OKLab between any two that is seen with normal sight and without red,
//! green or blue cones (the matrices of Machado, Oliveira and Fernandes 2009 for full severity).

/// A colour: red, green, blue from 0 to 255.
pub type Rgb = [u8; 3];

/// The pages, light and dark.
pub const PAGES: [Rgb; 2] = [[0xff, 0xff, 0xff], [0x14, 0x17, 0x1c]];
/// The inks on them.
pub const INKS: [Rgb; 2] = [[0x1a, 0x1a, 0x1a], [0xe9, 0xeb, 0xee]];
/// The least contrast of an edge or a letter against the page.
pub const LEAST: f32 = 4.5;
/// Nearer than this (OKLab × 100) two edges are told apart by their letters alone.
pub const NEAR: f32 = 6.0;

/// The page's own entity colours with what they stand for, on the light page.
const OWN: [(&str, Rgb); 5] = [
    ("Person", [0x21, 0x51, 0x8f]),
    ("Organisation", [0x82, 0x49, 0x01]),
    ("Place", [0x0a, 0x86, 0x72]),
    ("Date, time", [0xa3, 0x51, 0xd2]),
    ("Other", [0x36, 0x38, 0x3b]),
];

/// Colours to begin with: each passes on both pages, and they lie far from each other and from the page's own.
pub const PROPOSED: [&str; 6] = ["#e41854", "#7800d8", "#0000fc", "#9c006c", "#8448fc", "#0030a8"];

/// Reads "#rrggbb".
#[must_use]
pub fn parse(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let part = |n: usize| u8::from_str_radix(digits.get(n..n + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// Writes "#rrggbb".
#[must_use]
pub fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn linear(colour: Rgb) -> [f32; 3] {
    colour.map(|c| {
        let c = f32::from(c) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

/// The contrast of two colours by WCAG, from 1 to 21.
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> f32 {
    let luminance = |c: Rgb| {
        let [r, g, b] = linear(c);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// `colour` mixed with `other`; `share` of 1 is `other`.
#[must_use]
pub fn mixed(colour: Rgb, other: Rgb, share: f32) -> Rgb {
    std::array::from_fn(|n| (f32::from(colour[n]) + (f32::from(other[n]) - f32::from(colour[n])) * share).round() as u8)
}

/// The colour nearest to `colour` that can be read on `page`: darker on a light page, lighter on a dark one.
#[must_use]
pub fn readable(colour: Rgb, page: Rgb) -> Rgb {
    let towards = if contrast(page, [0; 3]) > contrast(page, [255; 3]) { [0; 3] } else { [255; 3] };
    (0..=50).map(|step| mixed(colour, towards, step as f32 / 50.0)).find(|c| contrast(*c, page) >= LEAST).unwrap_or(towards)
}

/// The fill that goes with an edge on `page`.
#[must_use]
pub fn fill(edge: Rgb, page: Rgb) -> Rgb {
    mixed(edge, page, if page == PAGES[0] { 0.87 } else { 0.76 })
}

/// Protan, deutan and tritan sight.
const SIGHTS: [[[f32; 3]; 3]; 3] = [
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

fn product(m: [[f32; 3]; 3], v: [f32; 3]) -> [f32; 3] {
    m.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

fn oklab(rgb: [f32; 3]) -> [f32; 3] {
    let cone = product([[0.412_221_5, 0.536_332_5, 0.051_446], [0.211_903_5, 0.680_7, 0.107_396_9], [0.088_302_5, 0.281_718_8, 0.629_978_7]], rgb);
    let root = cone.map(|c| c.max(0.0).cbrt());
    product([[0.210_454_3, 0.793_617_8, -0.004_072], [1.977_998_5, -2.428_592_2, 0.450_593_7], [0.025_904, 0.782_771_8, -0.808_675_8]], root)
}

/// How far apart two colours look in the worst of the four kinds of sight: OKLab × 100; about 2 is just seen.
#[must_use]
pub fn distance(a: Rgb, b: Rgb) -> f32 {
    let (a, b) = (linear(a), linear(b));
    let apart = |a: [f32; 3], b: [f32; 3]| {
        let (a, b) = (oklab(a), oklab(b));
        (0..3).map(|n| (a[n] - b[n]).powi(2)).sum::<f32>().sqrt() * 100.0
    };
    SIGHTS.iter().map(|m| apart(product(*m, a), product(*m, b))).fold(apart(a, b), f32::min)
}

/// What is to be said of a colour that somebody chose.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// True where it may be used.
    pub good: bool,
    /// In a sentence or two.
    pub words: String,
    /// The nearest that may, where it may not.
    pub instead: Option<Rgb>,
}

/// Judges `colour` beside the page's own and `others`, which have names.
#[must_use]
pub fn verdict(colour: Rgb, others: &[(String, Rgb)]) -> Verdict {
    let light = contrast(colour, PAGES[0]);
    if light < LEAST {
        let instead = readable(colour, PAGES[0]);
        return Verdict { good: false, words: format!("Too pale: {light:.1} to 1 against the page, {LEAST} is the least."), instead: Some(instead) };
    }
    let dark = readable(colour, PAGES[1]);
    let mut words = format!("{light:.1} to 1 on the light page, {:.1} to 1 on the dark", contrast(dark, PAGES[1]));
    words.push_str(if dark == colour { "." } else { " (lightened there)." });
    let own = OWN.iter().map(|(name, c)| ((*name).to_owned(), *c));
    let nearest = own.chain(others.iter().cloned()).map(|(name, c)| (name, distance(colour, c))).min_by(|a, b| a.1.total_cmp(&b.1));
    match nearest {
        Some((name, far)) if far < NEAR => words.push_str(&format!(" Close to {name} for some eyes: the letter tells them apart.")),
        _ => words.push_str(" Unlike every other label."),
    }
    Verdict { good: true, words, instead: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_palette_as_measured() {
        assert_eq!(parse("#21518f"), Some([0x21, 0x51, 0x8f]));
        assert_eq!(parse("21518f"), None);
        assert_eq!(parse("#21é18"), None);
        assert!((contrast([255; 3], [0; 3]) - 21.0).abs() < 0.01);
        assert!((contrast(OWN[0].1, PAGES[0]) - 8.0).abs() < 0.1);
        assert!((contrast(INKS[1], PAGES[1]) - 15.0).abs() < 0.1);
    }

    #[test]
    fn a_pale_colour_is_refused_and_a_darker_one_offered() {
        let refused = verdict(parse("#ffd54f").unwrap(), &[]);
        assert!(!refused.good && refused.words.starts_with("Too pale"));
        assert!(contrast(refused.instead.unwrap(), PAGES[0]) >= LEAST);
    }

    #[test]
    fn what_is_proposed_can_be_read_on_both_pages_with_text_on_its_fill() {
        for proposed in PROPOSED {
            let colour = parse(proposed).unwrap();
            let said = verdict(colour, &[]);
            assert!(said.good && !said.words.contains("Close"), "{proposed}");
            for (page, ink) in PAGES.into_iter().zip(INKS) {
                let edge = readable(colour, page);
                assert!(contrast(edge, page) >= LEAST && contrast(ink, fill(edge, page)) >= LEAST, "{proposed}");
            }
        }
    }

    #[test]
    fn likeness_is_said_and_named() {
        let mine = [("Ship".to_owned(), parse("#c2185b").unwrap())];
        assert!(verdict(parse("#c21a5c").unwrap(), &mine).words.contains("Close to Ship"));
        // Red and green of one lightness are one colour to many.
        assert!(distance(parse("#b00020").unwrap(), parse("#824901").unwrap()) < NEAR);
        assert!(distance(OWN[0].1, OWN[2].1) > 12.0);
    }
}
