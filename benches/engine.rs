//! How fast the engine reads: each stage alone and all together, at four sizes of text.
//!
//! `cargo bench --bench engine` prints a table; `cargo bench --bench engine -- 1000000` measures one size.
//! Each figure is the median of several runs. Linear growth is the last line's claim: 10 MB over 1 MB.

mod article;

use std::hint::black_box;
use std::time::{Duration, Instant};

use galley::text::{Document, OffsetMap, tokenise};
use galley::{Layers, Models, analyse};

/// One thing to measure.
struct Stage {
    name: &'static str,
    run: fn(&str, &Models),
}

const STAGES: &[Stage] = &[
    Stage { name: "offset map", run: |text, _| drop(black_box(OffsetMap::new(text))) },
    Stage { name: "tokens", run: |text, _| drop(black_box(tokenise(text))) },
    Stage { name: "layout", run: |text, _| drop(black_box(Document::new(text))) },
    Stage { name: "entities", run: |text, models| drop(black_box(analyse(text, models, Layers { entity: true, quote: false, artifact: false }))) },
    Stage { name: "+ quotes", run: |text, models| drop(black_box(analyse(text, models, Layers { entity: true, quote: true, artifact: false }))) },
    Stage { name: "all layers", run: |text, models| drop(black_box(analyse(text, models, Layers::ALL))) },
];

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![6_000, 10_000, 100_000, 1_000_000, 10_000_000] } else { sizes };
    let models = Models::default();
    println!("{:>12} {:<12} {:>12} {:>10}", "bytes", "stage", "median", "MB/s");
    for &size in &sizes {
        let text = article::article(size);
        for stage in STAGES {
            let median = median_time(|| (stage.run)(&text, &models));
            println!("{:>12} {:<12} {:>12.3?} {:>10.1}", text.len(), stage.name, median, text.len() as f64 / median.as_secs_f64() / 1e6);
        }
    }
}

/// The median of between 3 and 50 runs, as many as fit in about a second.
fn median_time(run: impl Fn()) -> Duration {
    let mut times = Vec::new();
    let begun = Instant::now();
    while times.len() < 3 || (times.len() < 50 && begun.elapsed() < Duration::from_secs(1)) {
        let start = Instant::now();
        run();
        times.push(start.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}
