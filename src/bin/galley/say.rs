//! What the commands say, on standard error and on standard output. The macros of the standard library end the program where
//! it cannot be written, as on a full disk: work would be lost for a message's sake.

use std::fmt;
use std::io::{ErrorKind, Write as _};

/// Writes a line on standard error; where that cannot be, it is not said.
macro_rules! say {
    ($($part:tt)*) => { $crate::say::line(format_args!($($part)*)) };
}

/// Writes a line on standard output; where that cannot be, the program ends with status 2.
macro_rules! out {
    () => { $crate::say::out(format_args!("")) };
    ($($part:tt)*) => { $crate::say::out(format_args!($($part)*)) };
}

pub(crate) fn line(line: fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

pub(crate) fn out(line: fmt::Arguments<'_>) {
    if let Err(error) = writeln!(std::io::stdout().lock(), "{line}") {
        // A closed pipe ("| head") is the reader's wish, not an error of ours.
        if error.kind() != ErrorKind::BrokenPipe {
            say!("galley: standard output: {error}");
        }
        std::process::exit(2);
    }
}
