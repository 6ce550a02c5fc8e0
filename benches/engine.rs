//! How fast the engine reads: each stage alone and all together, at four sizes of text.
//!
//! `cargo bench --bench engine` prints a table; `cargo bench --bench engine -- 1000000` measures one size.
//! Each figure is the median of several runs. Linear growth is the last line's claim: 10 MB over 1 MB.

mod article;
mod clock;
mod models;

use std::hint::black_box;
use std::time::Duration;

use clock::Clock;
use galley::annotation::{Edits, TextEdit};
use galley::session::{Mirror, Session};
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
    let models = models::models();
    println!("{:>12} {:<12} {:>12} {:>10}", "bytes", "stage", "median", "MB/s");
    for &size in &sizes {
        let text = article::article(size);
        for stage in STAGES {
            let median = median_time(|| (stage.run)(&text, &models));
            println!("{:>12} {:<12} {:>12.3?} {:>10.1}", text.len(), stage.name, median, text.len() as f64 / median.as_secs_f64() / 1e6);
        }
    }
    keystrokes(&models);
}

/// A keystroke in the middle of an article of 60,000 words: what the worker takes before it can answer, what the page takes to
/// carry its copy along, and the longest stage of reading the whole again, during which the next keystroke would have to wait.
fn keystrokes(models: &Models) {
    let mut session = Session::open(0, article::article(360_000), models.clone(), Layers::ALL);
    let mut mirror = Mirror::new();
    let mut stages = Vec::new();
    let mut settle = |session: &mut Session, mirror: &mut Mirror| {
        while !session.is_settled() {
            let start = Clock::start();
            let update = session.settle();
            stages.push(start.elapsed());
            if let Some(update) = update {
                mirror.update(update);
            }
        }
    };
    let start = Clock::start();
    settle(&mut session, &mut mirror);
    let opened = start.elapsed();
    let (mut worker, mut page) = (Vec::new(), Vec::new());
    for n in 0..40 {
        let text = session.text().to_owned();
        let at = (text.len() / 50 * (n % 50)..).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let edits = Edits::new(&text, vec![TextEdit { at, delete: String::new(), insert: "e".into() }]).unwrap_or_default();
        let start = Clock::start();
        let update = session.edit(n as u32 + 1, &edits).unwrap_or_default();
        worker.push(start.elapsed());
        let start = Clock::start();
        mirror.edit(&text, &edits);
        mirror.update(update);
        page.push(start.elapsed());
        if n % 10 == 9 {
            settle(&mut session, &mut mirror);
        }
    }
    let words = session.text().split_whitespace().count();
    let median = |mut times: Vec<Duration>| {
        times.sort();
        (times[times.len() / 2], times[times.len() - 1])
    };
    let (worker, page) = (median(worker), median(page));
    println!("\nan article of {words} words, {} annotations: opened and read in {opened:.1?}", mirror.analysis().annotations.len());
    println!("a keystroke: worker {:.2?} (at most {:.2?}), page's copy {:.2?} (at most {:.2?})", worker.0, worker.1, page.0, page.1);
    println!("reading the whole again: the longest stage takes {:.1?}", stages.into_iter().max().unwrap_or_default());
}

/// The median of between 3 and 50 runs, as many as fit in about a second.
fn median_time(run: impl Fn()) -> Duration {
    let mut times = Vec::new();
    let begun = Clock::start();
    while times.len() < 3 || (times.len() < 50 && begun.elapsed() < Duration::from_secs(1)) {
        let start = Clock::start();
        run();
        times.push(start.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}
