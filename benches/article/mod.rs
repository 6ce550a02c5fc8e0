//! Article text of any length for the benches, made of our own sentences.

/// Sentences with the things that the engine looks for: names, titles, places, dates, amounts, quotations of every style.
const SENTENCES: &str = include_str!("sentences.txt");

/// About `bytes` bytes of article: paragraphs of one to three sentences with a blank line between them. The same for every call, and in `article.mjs`.
pub(crate) fn article(bytes: usize) -> String {
    let sentences: Vec<&str> = SENTENCES.lines().collect();
    let mut text = String::with_capacity(bytes + 512);
    // A small linear congruential generator (Knuth's MMIX constants): the mix must not repeat in step with the list.
    let mut state: u64 = 0x5EED;
    let mut draw = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as usize) % n
    };
    while text.len() < bytes {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        for n in 0..=draw(3) {
            if n > 0 {
                text.push(' ');
            }
            text.push_str(sentences[draw(sentences.len())]);
        }
    }
    text
}
