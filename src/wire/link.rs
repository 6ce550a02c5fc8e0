//! The page's side of the talk with the worker, as a state machine without a browser.
//!
//! One text is in flight at a time; the newest one waits, older ones are forgotten. A worker that stops, falls silent or
//! answers in an unknown version is replaced, and the text is sent to the new one once; a second stop on the same text is
//! reported and not tried again until the person changes the text or asks.

/// Where the talk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    phase: Phase,
    /// The newest text, by revision; 0 before the first.
    newest: u32,
    /// The revision that the worker last stopped on; 0 where it never did.
    stopped_on: u32,
    /// Starts that failed in a row without one success.
    failed_starts: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Starting,
    Idle,
    Busy { revision: u32 },
    Broken,
}

/// What happens to the talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The worker listens, in this version of the messages.
    Ready {
        /// Its version.
        protocol: u32,
    },
    /// The page wants this text read; revisions grow.
    Ask {
        /// Of the text.
        revision: u32,
    },
    /// A part of an answer, or the whole of one, arrived.
    Answer {
        /// Of the text that was read.
        revision: u32,
        /// True where an answer is complete; later ones may correct it.
        done: bool,
    },
    /// The worker stopped, could not start, or sent what cannot be read.
    Stopped {
        /// What is known of the reason.
        reason: String,
    },
    /// Nothing was heard for too long.
    Silent,
    /// The person asks for another attempt.
    Retry,
    /// The worker is to be another one from now on.
    Replace,
}

/// What is to be done about it, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Start a worker and the clock.
    Spawn,
    /// End the worker that there is, and the clock.
    Terminate,
    /// Send the text of this revision, and start the clock.
    Send(u32),
    /// Show the answer that caused this step.
    Deliver,
    /// Stop the clock.
    Rest,
    /// Tell the person that the worker stopped for good.
    Report(String),
}

impl Link {
    /// Before the first worker; [`Link::step`] with [`Event::Retry`] starts it.
    #[must_use]
    pub fn new() -> Self {
        Self { phase: Phase::Broken, newest: 0, stopped_on: 0, failed_starts: 0 }
    }

    /// True where a text is being read or waits for it.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Busy { .. }) || (self.phase == Phase::Starting && self.newest > 0)
    }

    /// Takes `event` in and says what is to be done.
    pub fn step(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Ready { protocol } if protocol != super::PROTOCOL => {
                self.phase = Phase::Broken;
                vec![
                    Effect::Terminate,
                    Effect::Report(format!(
                        "The page and its engine are of different versions (messages {} and {protocol}). Reload the page.",
                        super::PROTOCOL
                    )),
                ]
            }
            Event::Ready { .. } => {
                self.failed_starts = 0;
                self.phase = Phase::Idle;
                if self.newest > 0 { self.send() } else { vec![Effect::Rest] }
            }
            Event::Ask { revision } => {
                self.newest = self.newest.max(revision);
                match self.phase {
                    Phase::Idle => self.send(),
                    Phase::Starting | Phase::Busy { .. } => Vec::new(),
                    Phase::Broken => self.spawn(),
                }
            }
            Event::Answer { revision, done } => self.answer(revision, done),
            Event::Stopped { reason } => self.stopped(reason),
            Event::Silent if matches!(self.phase, Phase::Busy { .. } | Phase::Starting) => self.stopped("It did not answer in time.".into()),
            Event::Silent => Vec::new(),
            Event::Retry if self.phase == Phase::Broken => {
                self.stopped_on = 0;
                self.failed_starts = 0;
                self.spawn()
            }
            Event::Retry => Vec::new(),
            Event::Replace => {
                self.phase = Phase::Starting;
                vec![Effect::Terminate, Effect::Spawn]
            }
        }
    }

    fn spawn(&mut self) -> Vec<Effect> {
        self.phase = Phase::Starting;
        vec![Effect::Spawn]
    }

    fn send(&mut self) -> Vec<Effect> {
        self.phase = Phase::Busy { revision: self.newest };
        vec![Effect::Send(self.newest)]
    }

    fn answer(&mut self, revision: u32, done: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        if revision == self.newest {
            effects.push(Effect::Deliver);
        }
        match self.phase {
            Phase::Busy { revision: awaited } if done && revision == awaited => {
                self.phase = Phase::Idle;
                if self.newest > awaited {
                    effects.extend(self.send());
                } else {
                    effects.push(Effect::Rest);
                }
            }
            _ => {}
        }
        effects
    }

    fn stopped(&mut self, reason: String) -> Vec<Effect> {
        let tried = match self.phase {
            Phase::Broken => return Vec::new(),
            Phase::Starting => {
                self.failed_starts += 1;
                self.failed_starts > 1
            }
            Phase::Idle | Phase::Busy { .. } => {
                let again = self.newest > 0 && self.stopped_on == self.newest;
                self.stopped_on = self.newest;
                again
            }
        };
        if tried {
            self.phase = Phase::Broken;
            return vec![Effect::Terminate, Effect::Report(reason)];
        }
        self.phase = Phase::Starting;
        vec![Effect::Terminate, Effect::Spawn]
    }
}

impl Default for Link {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::PROTOCOL;

    const READY: Event = Event::Ready { protocol: PROTOCOL };

    fn started() -> Link {
        let mut link = Link::new();
        assert_eq!(link.step(Event::Retry), [Effect::Spawn]);
        assert_eq!(link.step(READY), [Effect::Rest]);
        link
    }

    fn ask(revision: u32) -> Event {
        Event::Ask { revision }
    }

    fn done(revision: u32) -> Event {
        Event::Answer { revision, done: true }
    }

    fn stop() -> Event {
        Event::Stopped { reason: "unreachable".into() }
    }

    #[test]
    fn the_first_text_waits_for_the_worker() {
        let mut link = Link::new();
        link.step(Event::Retry);
        assert_eq!(link.step(ask(1)), []);
        assert_eq!(link.step(READY), [Effect::Send(1)]);
    }

    #[test]
    fn only_the_newest_waits() {
        let mut link = started();
        assert_eq!(link.step(ask(1)), [Effect::Send(1)]);
        assert_eq!(link.step(ask(2)), []);
        assert_eq!(link.step(ask(3)), []);
        assert_eq!(link.step(done(1)), [Effect::Send(3)]);
        assert_eq!(link.step(done(3)), [Effect::Deliver, Effect::Rest]);
    }

    #[test]
    fn a_late_answer_is_dropped() {
        let mut link = started();
        link.step(ask(1));
        link.step(ask(2));
        assert_eq!(link.step(Event::Answer { revision: 1, done: false }), []);
    }

    #[test]
    fn a_second_pass_over_the_newest_text_is_shown() {
        let mut link = started();
        link.step(ask(1));
        link.step(done(1));
        assert_eq!(link.step(done(1)), [Effect::Deliver]);
    }

    #[test]
    fn a_stop_is_tried_once_more_and_then_reported() {
        let mut link = started();
        link.step(ask(1));
        assert_eq!(link.step(stop()), [Effect::Terminate, Effect::Spawn]);
        assert_eq!(link.step(READY), [Effect::Send(1)]);
        assert_eq!(link.step(stop()), [Effect::Terminate, Effect::Report("unreachable".into())]);
        // Another text gets a new worker.
        assert_eq!(link.step(ask(2)), [Effect::Spawn]);
        assert_eq!(link.step(READY), [Effect::Send(2)]);
        assert_eq!(link.step(stop()), [Effect::Terminate, Effect::Spawn]);
    }

    #[test]
    fn another_worker_reads_the_same_text() {
        let mut link = started();
        link.step(ask(1));
        link.step(done(1));
        assert_eq!(link.step(Event::Replace), [Effect::Terminate, Effect::Spawn]);
        assert_eq!(link.step(READY), [Effect::Send(1)]);
        assert_eq!(link.step(done(1)), [Effect::Deliver, Effect::Rest]);
    }

    #[test]
    fn a_worker_that_never_starts_is_reported() {
        let mut link = Link::new();
        link.step(Event::Retry);
        assert_eq!(link.step(stop()), [Effect::Terminate, Effect::Spawn]);
        assert_eq!(link.step(Event::Silent), [Effect::Terminate, Effect::Report("It did not answer in time.".into())]);
        assert_eq!(link.step(stop()), []);
        assert_eq!(link.step(Event::Retry), [Effect::Spawn]);
    }

    #[test]
    fn silence_counts_only_while_something_is_awaited() {
        let mut link = started();
        assert_eq!(link.step(Event::Silent), []);
        link.step(ask(1));
        assert_eq!(link.step(Event::Silent), [Effect::Terminate, Effect::Spawn]);
    }

    #[test]
    fn an_old_copy_of_the_engine_is_refused() {
        let mut link = Link::new();
        link.step(Event::Retry);
        let effects = link.step(Event::Ready { protocol: PROTOCOL + 1 });
        assert!(matches!(effects.as_slice(), [Effect::Terminate, Effect::Report(_)]));
    }
}
