//! Does the time grow with the text, whatever the text? Each kind of text at two sizes, the second four times the first.
//!
//! `cargo bench --bench growth` prints the time for each stage and how many times longer the longer text took: 4 is linear,
//! 16 quadratic. `cargo bench --bench growth -- 500000` chooses the smaller size, `-- quotes` one kind. `-- --mixes 300` reads 300
//! texts that are mixed at random and prints those that grow too fast, `--from 1000` other ones; `-- --check` does
//! both with short texts, the longer sixteen times the shorter, within seconds, and fails where one grows too fast.

#[path = "../article/mod.rs"]
mod article;
#[path = "../clock/mod.rs"]
mod clock;
mod kinds;
mod mix;
#[path = "../models/mod.rs"]
mod models;

use std::fmt;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use clock::Clock;
use galley::text::{Document, OffsetMap};
use galley::{Layers, Models, analyse};
use kinds::KINDS;

/// A text that takes so many times longer for each byte than the shorter one grows too fast, where it is four times longer: 1 is linear, and 1.5 where it leaves
/// the caches. Sixteen times longer, it leaves more of them.
const LIMIT: f64 = 1.7;
const WIDE_LIMIT: f64 = 2.6;

/// Less than this is the clock's grain.
const GRAIN: Duration = Duration::from_millis(2);

/// What is asked for.
struct Plan {
    /// The shorter text, in bytes, and how many times longer the other one is.
    size: usize,
    times: usize,
    /// Kinds whose name holds one of these; all where there are none.
    chosen: Vec<String>,
    /// Mixed texts from this number on, and how many of them.
    from: u64,
    mixes: u64,
    /// Only say what grows too fast, and fail then.
    check: bool,
}

impl Plan {
    fn of_arguments() -> Self {
        let mut plan = Plan { size: 0, times: 4, chosen: Vec::new(), from: 0, mixes: 0, check: false };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut number = || arguments.next().and_then(|a| a.parse().ok()).unwrap_or_default();
            match argument.as_str() {
                "--check" => plan.check = true,
                "--mixes" => plan.mixes = number(),
                "--from" => plan.from = number(),
                _ if argument.starts_with("--") => {}
                _ => match argument.parse() {
                    Ok(size) => plan.size = size,
                    Err(_) => plan.chosen.push(argument),
                },
            }
        }
        if plan.check {
            plan.times = 16;
        }
        if plan.size == 0 {
            plan.size = if plan.check {
                12_000
            } else if plan.mixes > 0 {
                100_000
            } else {
                250_000
            };
        }
        plan
    }
}

fn main() -> ExitCode {
    let plan = Plan::of_arguments();
    let models = models::models();
    let mut fast = 0;
    if plan.check || plan.mixes == 0 {
        fast += kinds(&plan, &models);
    }
    let mixes = if plan.check && plan.mixes == 0 { 60 } else { plan.mixes };
    for seed in plan.from..plan.from + mixes {
        let mix = mix::Mix::new(seed);
        let growth = growth(|bytes| mix.text(bytes), &plan, |text| drop(black_box(analyse(text, &models, Layers::ALL))));
        if growth.is_too_fast() {
            println!("mix {seed:<6} {growth}  {}", mix.name());
            fast += 1;
        }
    }
    if plan.check || plan.mixes > 0 {
        println!("{fast} of {} texts grow too fast", mixes as usize + if plan.check { KINDS.len() + 1 } else { 0 });
    }
    if plan.check && fast > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Reads the kinds that were chosen; returns how many grow too fast.
fn kinds(plan: &Plan, models: &Models) -> usize {
    let mut fast = 0;
    if !plan.check {
        println!("{:<16} {:>21} {:>21} {:>21}", "", "offsets", "layout", "all layers");
    }
    let kinds = KINDS.iter().map(|(name, unit)| (*name, Some(*unit))).chain([("article", None)]);
    for (name, unit) in kinds.filter(|(name, _)| plan.chosen.is_empty() || plan.chosen.iter().any(|c| name.contains(c.as_str()))) {
        let text = |bytes: usize| match unit {
            Some(unit) => unit.repeat(bytes / unit.len()),
            None => article::article(bytes),
        };
        let all = growth(text, plan, |text| drop(black_box(analyse(text, models, Layers::ALL))));
        if plan.check {
            if all.is_too_fast() {
                println!("{name:<16} {all}");
            }
        } else {
            let offsets = growth(text, plan, |text| _ = black_box(OffsetMap::new(text).byte_to_utf16(text.len() / 2)));
            let layout = growth(text, plan, |text| drop(black_box(Document::new(text))));
            println!("{name:<16} {offsets} {layout} {all}");
        }
        fast += usize::from(all.is_too_fast());
    }
    fast
}

/// How long the longer text takes, how many times as long as the shorter, and how many times longer it is.
struct Growth {
    long: Duration,
    times: f64,
    longer: f64,
}

impl Growth {
    fn is_too_fast(&self) -> bool {
        self.times > self.longer * if self.longer > 8.0 { WIDE_LIMIT } else { LIMIT }
    }
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>12.2?} {:>5.1} x ", self.long, self.times)
    }
}

/// What `run` takes for the shorter text of the plan and for the longer. One that seems to grow too fast is read five times: what disturbed one reading seldom
/// disturbs all.
fn growth(text: impl Fn(usize) -> String, plan: &Plan, run: impl Fn(&str)) -> Growth {
    let texts = [plan.size, plan.times * plan.size].map(text);
    // By bytes: a text holds whole units.
    let longer = texts[1].len() as f64 / texts[0].len() as f64;
    let mut best = [Duration::MAX; 2];
    let mut growth = Growth { long: Duration::MAX, times: 0.0, longer };
    for round in 0..5 {
        for (text, best) in texts.iter().zip(&mut best) {
            let start = Clock::start();
            run(text);
            *best = start.elapsed().min(*best);
        }
        growth.long = best[1];
        growth.times = best[1].as_secs_f64() / best[0].max(GRAIN).as_secs_f64();
        if round > 0 && !growth.is_too_fast() || best[1] > Duration::from_secs(5) {
            break;
        }
    }
    growth
}
