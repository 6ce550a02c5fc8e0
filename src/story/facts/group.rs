//! Which readings tell of one fact, and whether they agree.

use std::collections::BTreeMap;

use super::super::model::{Fact, FactReading, Verdict};
use super::super::union::Sets;
use super::count::{Bound, Count};
use super::date::Date;
use super::sentence::shared;

/// How two numbers lie to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Equal,
    /// One is the other, less exactly.
    Coarser,
    Other,
}

/// "About" a number is within so much of it.
const ABOUT: f64 = 0.15;
/// Numbers of one thing that are further apart count two things.
const RATIO: f64 = 2.0;
/// Places of one noun beyond these are not compared: a list.
const MOST: usize = 200;

fn beside(a: &Count, b: &Count) -> Beside {
    if a.value == b.value {
        return if a.bound == b.bound { Beside::Equal } else { Beside::Coarser };
    }
    let near = (a.value - b.value).abs() <= ABOUT * a.value.max(b.value);
    let fits = |loose: &Count, other: &Count| match loose.bound {
        Bound::Exact => false,
        Bound::Above => other.value > loose.value && other.value < RATIO * loose.value,
        Bound::Below => other.value < loose.value && near,
        Bound::Near => near,
    };
    if fits(a, b) || fits(b, a) { Beside::Coarser } else { Beside::Other }
}

/// Facts of counts.
pub(super) fn counts(counts: &[Count]) -> Vec<Fact> {
    let mut by_head: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, count) in counts.iter().enumerate() {
        by_head.entry(&count.head).or_default().push(n);
    }
    by_head.into_iter().filter(|(_, m)| m.len() <= MOST).flat_map(|(head, members)| of_head(head, &members, counts)).collect()
}

fn of_head(head: &str, members: &[usize], counts: &[Count]) -> Vec<Fact> {
    let mut sets = Sets::new(members.len());
    // The article has the other's number too, so that its own further numbers are of other things.
    let mut answered: Vec<Vec<usize>> = vec![Vec::new(); members.len()];
    let pairs = || (0..members.len()).flat_map(|i| (i + 1..members.len()).map(move |j| (i, j)));
    for (i, j) in pairs() {
        let (a, b) = (&counts[members[i]], &counts[members[j]]);
        let (all, plain) = shared(&a.around, &b.around);
        if a.place.doc != b.place.doc && beside(a, b) != Beside::Other && (all >= 1 || a.value > 12.0) && all + plain >= usize::from(a.value <= 12.0) * 3 {
            answered[i].push(b.place.doc);
            answered[j].push(a.place.doc);
            sets.join(i, j);
        }
    }
    let mut disagree = Vec::new();
    for (i, j) in pairs() {
        let (a, b) = (&counts[members[i]], &counts[members[j]]);
        let (all, plain) = shared(&a.around, &b.around);
        let close = a.value.max(b.value) < RATIO * a.value.min(b.value);
        let free = !answered[i].contains(&b.place.doc) && !answered[j].contains(&a.place.doc);
        if a.place.doc != b.place.doc && beside(a, b) == Beside::Other && close && free && all >= 3 && plain >= 2 {
            disagree.push((i, j));
        }
    }
    for (i, j) in &disagree {
        sets.join(*i, *j);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in 0..members.len() {
        groups.entry(sets.find(n)).or_default().push(n);
    }
    let mut facts = Vec::new();
    for group in groups.into_values().filter(|g| g.iter().any(|n| counts[members[*n]].place.doc != counts[members[g[0]]].place.doc)) {
        let of = |n: usize| &counts[members[n]];
        let verdict = if disagree.iter().any(|(i, _)| group.contains(i)) {
            Verdict::Disagree
        } else if group.iter().all(|n| beside(of(*n), of(group[0])) == Beside::Equal) {
            Verdict::Agree
        } else {
            Verdict::Coarser
        };
        let reading = |n: &usize| FactReading { place: of(*n).place, value: written(of(*n)) };
        let mut readings: Vec<FactReading> = group.iter().map(reading).collect();
        readings.sort_by_key(|r| r.place);
        facts.push(Fact { what: head.to_owned(), verdict, readings });
    }
    facts
}

fn written(count: &Count) -> String {
    let sign = match count.bound {
        Bound::Exact => "",
        Bound::Above => ">",
        Bound::Below => "<",
        Bound::Near => "~",
    };
    format!("{sign}{}", count.value)
}

/// Facts of dates: those of sentences that tell of the same, one of which may be less exact. Two unlike dates are two events, as a rule.
pub(super) fn dates(dates: &[Date]) -> Vec<Fact> {
    let mut by_year: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, date) in dates.iter().enumerate() {
        by_year.entry(stem(&date.value)).or_default().push(n);
    }
    let mut facts = Vec::new();
    for members in by_year.into_values().filter(|m| m.len() <= MOST) {
        let mut sets = Sets::new(members.len());
        for (i, n) in members.iter().enumerate() {
            for (j, m) in members.iter().enumerate().skip(i + 1) {
                let (a, b) = (&dates[*n], &dates[*m]);
                let (all, plain) = shared(&a.around, &b.around);
                let fits = a.value.starts_with(&b.value) || b.value.starts_with(&a.value);
                // Every article names the day and the year: that they agree is worth telling of one event alone.
                let least = if a.value == b.value { 4 } else { 2 };
                if a.place.doc != b.place.doc && fits && all > least && plain >= least {
                    sets.join(i, j);
                }
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, member) in members.iter().enumerate() {
            groups.entry(sets.find(n)).or_default().push(*member);
        }
        for group in groups.into_values().filter(|g| g.len() > 1) {
            let equal = group.iter().all(|n| dates[*n].value == dates[group[0]].value);
            let readings = group.iter().map(|n| FactReading { place: dates[*n].place, value: dates[*n].value.clone() });
            let verdict = if equal { Verdict::Agree } else { Verdict::Coarser };
            let mut fact = Fact { what: "date".to_owned(), verdict, readings: readings.collect() };
            fact.readings.sort_by_key(|r| r.place);
            facts.push(fact);
        }
    }
    facts
}

/// What all dates that can agree share: the year, or the whole of a day of the week.
fn stem(value: &str) -> &str {
    if value.starts_with("XXXX") { value } else { value.split('-').next().unwrap_or(value) }
}
