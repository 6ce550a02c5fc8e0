//! Article text of any length for the benches, made of our own sentences.

/// Sentences with the things that the engine looks for: names, titles, places, dates, amounts, quotations of every style.
const SENTENCES: &[&str] = &[
    "Mayor Lena Ortiz told reporters on Tuesday that the harbour would open again before the end of March.",
    "“We will rebuild what the storm took,” said Ortiz, who has led Port Avelle since 2014.",
    "The council's finance officer, Daniel K. Whitmore, put the cost at $48.5 million, 12% more than in February.",
    "\"Nobody asked the people who live here,\" Maria Kessler said. \"They just came with their maps.\"",
    "According to the Coastal Engineering Board, the eastern pier was built in 1963 and last repaired on Sept. 11, 2009.",
    "Sen. Thomas Okafor (D-Calif.) called the plan “a bridge to nowhere” and asked for a hearing in Washington, D.C.",
    "A spokeswoman for Halden Marine Inc. declined to comment, saying the company didn't discuss open contracts.",
    "By 5:30 p.m. the water had reached the steps of St. Brendan's Church; the U.S. Coast Guard sent two boats from Norfolk.",
    "Residents remember the flood of 1998, when the river Tarn rose four metres in a night and the railway to Brenholm was cut for six weeks.",
    "Ms. Kessler, 46, said that her family had run the fish market since her grandfather's time.",
    "“It's not about money,” he added. “It's about whether anyone under 30 stays.”",
    "The report, titled \"After the Water\", lists 1,250 houses, three schools and the old Carrow Street hospital.",
    "Experts from the University of Greymouth warned that the sea wall would not hold through another winter like the last.",
    "Asked whether she would resign, Ortiz laughed. ‘I have a harbour to open,’ she said.",
    "French and Norwegian firms have until Friday, April 14 to submit their offers.",
];

/// About `bytes` bytes of article: paragraphs of one to three sentences with a blank line between them. The same for every call.
pub(crate) fn article(bytes: usize) -> String {
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
            text.push_str(SENTENCES[draw(SENTENCES.len())]);
        }
    }
    text
}
