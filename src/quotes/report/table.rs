//! Tables of rules: each a function of its own, beside it a sentence that it decides.

/// A row of rules of one kind, in the order in which they are asked, each with a sentence that it decides in the notation of the tests, which
/// run it. `first_to_know` asks them until one knows.
macro_rules! rules {
    ($(#[$doc:meta])* $kind:ty, $table:literal: $($rule:path => $example:literal,)+) => {
        $(#[$doc])*
        const RULES: &[$kind] = &[$($rule),+];

        /// What the first rule says that `asked` gets an answer from.
        fn first_to_know<T>(asked: impl Fn(&$kind) -> Option<T>) -> Option<T> {
            RULES.iter().enumerate().find_map(|(_row, rule)| {
                let answer = asked(rule)?;
                #[cfg(test)]
                crate::quotes::report::table::decided($table, _row);
                Some(answer)
            })
        }

        #[cfg(test)]
        pub(in crate::quotes) const EXAMPLES: (&str, &[(&str, &str)]) = ($table, &[$((stringify!($rule), $example)),+]);
    };
}

pub(super) use rules;

#[cfg(test)]
thread_local! {
    /// The table and the row of each rule that had the last word, since it was last asked for.
    static DECIDED: std::cell::RefCell<Vec<(&'static str, usize)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Keeps that a rule had the last word.
#[cfg(test)]
pub(super) fn decided(table: &'static str, row: usize) {
    DECIDED.with_borrow_mut(|all| all.push((table, row)));
}

/// The rules that had the last word since this was last asked for.
#[cfg(test)]
pub(in crate::quotes) fn take_decided() -> Vec<(&'static str, usize)> {
    DECIDED.take()
}
