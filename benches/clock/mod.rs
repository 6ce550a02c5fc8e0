//! Time on the processor, so that what else the machine does is not measured.

use std::time::{Duration, Instant};

/// A stop-watch. On Linux it counts the time that this thread was running; elsewhere, the time that went by.
pub(crate) struct Clock {
    began: Instant,
    ran: Option<Duration>,
}

impl Clock {
    pub(crate) fn start() -> Self {
        Self { began: Instant::now(), ran: running_time() }
    }

    pub(crate) fn elapsed(&self) -> Duration {
        match (self.ran, running_time()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.began.elapsed(),
        }
    }
}

/// How long this thread has run, as the kernel counts it: the first number of its schedstat, in nanoseconds.
fn running_time() -> Option<Duration> {
    let line = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    line.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
