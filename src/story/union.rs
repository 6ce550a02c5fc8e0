//! Sets that are joined.

/// Which set each of so many things is in.
#[derive(Debug)]
pub(super) struct Sets(Vec<usize>);

impl Sets {
    /// Each alone.
    pub(super) fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    /// The first of the set that `n` is in.
    pub(super) fn find(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    /// Joins the sets of two.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b)] = a.min(b);
    }
}
