//! Lloyd's k-means, deterministic: the centres start at points that are spread evenly over the list.

/// For each of `points`, with its weight, which of at most `count` centres is nearest; and the centres.
pub(super) fn cluster<const N: usize>(points: &[[f32; N]], weights: &[f32], count: usize, passes: usize) -> (Vec<usize>, Vec<[f32; N]>) {
    let count = count.min(points.len());
    let mut centres: Vec<[f32; N]> = (0..count).map(|n| points[n * points.len() / count.max(1)]).collect();
    let mut nearest = vec![0; points.len()];
    for _ in 0..passes {
        assign(points, &centres, &mut nearest);
        let mut sums = vec![([0.0f64; N], 0.0f64); count];
        for ((point, weight), at) in points.iter().zip(weights).zip(&nearest) {
            let (sum, total) = &mut sums[*at];
            sum.iter_mut().zip(point).for_each(|(s, p)| *s += f64::from(p * weight));
            *total += f64::from(*weight);
        }
        for (centre, (sum, total)) in centres.iter_mut().zip(&sums) {
            if *total > 0.0 {
                centre.iter_mut().zip(sum).for_each(|(c, s)| *c = (s / total) as f32);
            }
        }
    }
    assign(points, &centres, &mut nearest);
    (nearest, centres)
}

/// Writes the nearest centre of each point, by the square of the distance; on two threads, the same for any number of them.
fn assign<const N: usize>(points: &[[f32; N]], centres: &[[f32; N]], nearest: &mut [usize]) {
    let halves: Vec<f32> = centres.iter().map(|c| dot(c, c) / 2.0).collect();
    let part = points.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        for (points, nearest) in points.chunks(part).zip(nearest.chunks_mut(part)) {
            let halves = &halves;
            scope.spawn(move || {
                for (point, at) in points.iter().zip(nearest) {
                    let score = |c: &[f32; N], half: &f32| dot(point, c) - half;
                    let best = centres.iter().zip(halves).map(|(c, h)| score(c, h)).enumerate().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
                    *at = best.map_or(0, |b| b.0);
                }
            });
        }
    });
}

fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    // In four sums, which the compiler does side by side.
    let mut sums = [0.0f32; 4];
    let (fours_a, fours_b) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f32 = fours_a.remainder().iter().zip(fours_b.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in fours_a.zip(fours_b) {
        (0..4).for_each(|n| sums[n] += x[n] * y[n]);
    }
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_lies_together() {
        let points = [[0.0, 0.1], [0.1, 0.0], [0.0, 0.0], [5.0, 5.0], [5.1, 5.0], [5.0, 4.9]];
        let (nearest, centres) = cluster(&points, &[1.0; 6], 2, 5);
        assert_eq!(centres.len(), 2);
        assert!(nearest[0] == nearest[1] && nearest[1] == nearest[2] && nearest[3] == nearest[4] && nearest[4] == nearest[5] && nearest[0] != nearest[3]);
        assert_eq!(cluster(&points[..1], &[1.0], 3, 2).1.len(), 1);
    }
}
