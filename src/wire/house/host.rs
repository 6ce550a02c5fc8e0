//! The worker's side.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, MessagePort};

use super::{FromHouse, Relay, ToHouse, Told};
use crate::annotation::Workspace;
use crate::house::{Article, Room};
use crate::rules::{Pattern, RuleFile, Rules, Switches};
use crate::text::Span;
use crate::wire::parts::parts;
use crate::wire::scope::{now, post, scope};
use crate::wire::{FromWorker, ToWorker};

/// Hits of a search that are told at most.
const MOST: usize = 20_000;
/// How long articles are counted before what was counted is shown, in milliseconds.
const SLICE: f64 = 40.0;

/// Listens: as a relay where the page gave it the engine, and as the room of the rules where it did not.
pub fn run() {
    std::panic::set_hook(Box::new(|info| {
        // The page hears it as the worker's error event.
        wasm_bindgen::throw_str(&info.to_string());
    }));
    let given = |name: &str| Reflect::get(&js_sys::global(), &"galley".into()).and_then(|g| Reflect::get(&g, &name.into()));
    match given("engine").map(JsCast::dyn_into::<MessagePort>) {
        Ok(Ok(engine)) => relay(engine, given("rules").ok().and_then(|r| r.as_string()).unwrap_or_default()),
        _ => room(),
    }
}

fn rules(file: &str) -> Rules {
    RuleFile::read(file).into_rules()
}

fn relay(engine: MessagePort, file: String) {
    let relay = Rc::new(RefCell::new(Relay::new(rules(&file))));
    let answered = Rc::clone(&relay);
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        // What is no finding concerns the page alone.
        if !Reflect::has(&data, &"found".into()).unwrap_or(false) {
            let _ = scope().post_message(&data);
            return;
        }
        match serde_wasm_bindgen::from_value(data) {
            Ok(FromWorker::Found { update, last, pass, micros }) => {
                let start = now();
                let told = answered.borrow_mut().answer(update, last, pass, micros);
                tell(told, start);
            }
            Ok(_) => {}
            Err(error) => post(&FromWorker::Failed { message: format!("The engine's answer could not be read: {error}") }),
        }
    });
    engine.set_onmessage(Some(answer.into_js_value().unchecked_ref()));
    let ask = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if let Some(file) = Reflect::get(&data, &"rules".into()).ok().and_then(|r| r.as_string()) {
            let start = now();
            let told = relay.borrow_mut().change(rules(&file));
            tell(told, start);
            return;
        }
        match serde_wasm_bindgen::from_value::<ToWorker>(data.clone()) {
            Ok(message) => {
                relay.borrow_mut().ask(&message);
                let _ = engine.post_message(&data);
            }
            Err(error) => post(&FromWorker::Failed { message: format!("The rules did not understand the page: {error}") }),
        }
    });
    scope().set_onmessage(Some(ask.into_js_value().unchecked_ref()));
}

fn tell(told: Option<Told>, start: f64) {
    let Some(Told { update, pass, micros }) = told else { return };
    let micros = micros + ((now() - start) * 1000.0) as u32;
    let parts = parts(update);
    let count = parts.len();
    for (n, update) in parts.into_iter().enumerate() {
        post(&FromWorker::Found { update, last: n + 1 == count, pass, micros });
    }
}

fn room() {
    let room = Rc::new(RefCell::new(Room::default()));
    let counting = Rc::new(RefCell::new(false));
    let whole = RefCell::new(true);
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        match serde_wasm_bindgen::from_value(event.data()) {
            Ok(ToHouse::Find { text, pattern, case, whole }) => return post(&find(&text, &pattern, case, whole)),
            Ok(ToHouse::Open { rules, here, kept }) => {
                let chosen = here.as_ref().map(|h| Span::new(h.start, h.end.max(h.start)));
                let here = here.map(|h| Article { id: h.id, title: h.title, text: h.text });
                room.borrow_mut().open(rules, here, chosen, kept);
                show(&room);
            }
            Ok(ToHouse::Kept { title, seed, log }) => {
                let id = seed.id.clone();
                let text = Workspace::replay(*seed, log).desk.text().to_owned();
                room.borrow_mut().add(Some(Article { id, title, text }));
            }
            Ok(ToHouse::Lost) => room.borrow_mut().add(None),
            Ok(ToHouse::Act { act, value }) => {
                room.borrow_mut().act(act, &value);
                show(&room);
            }
            Err(_) => room.borrow_mut().add(None),
        }
        let now = room.borrow().is_whole();
        // The last kept article has come: what needs all of them is there.
        if !whole.replace(now) && now {
            show(&room);
        }
        count(&room, &counting);
    });
    scope().set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    post(&FromHouse::Ready {});
}

/// Counts articles for a while, shows it, and goes on after the messages that wait have been heard.
fn count(room: &Rc<RefCell<Room>>, counting: &Rc<RefCell<bool>>) {
    if counting.replace(true) {
        return;
    }
    let (room, counting) = (Rc::clone(room), Rc::clone(counting));
    let next = Closure::once_into_js(move || {
        counting.replace(false);
        let start = now();
        let mut more = true;
        let mut some = false;
        while more && now() - start < SLICE {
            more = room.borrow_mut().count();
            some |= more;
        }
        if some {
            show(&room);
        }
        if more {
            count(&room, &counting);
        }
    });
    let scope: web_sys::WorkerGlobalScope = scope().into();
    let _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(next.unchecked_ref(), 0);
}

fn show(room: &Rc<RefCell<Room>>) {
    let shown = room.borrow_mut().shown();
    post(&FromHouse::Show { title: shown.title, tree: shown.tree, save: shown.save, give: shown.give, close: shown.close });
}

fn find(text: &str, pattern: &str, case: bool, whole: bool) -> FromHouse {
    let switches = Switches { ignore_case: !case, whole_words: whole, whole_line: false };
    match Pattern::new(pattern, switches) {
        Ok(pattern) => {
            let places = pattern.places(text, MOST + 1);
            let note = match places.len() {
                0 if pattern.fits_nothing() => Some("The pattern fits places without any letter alone. Try + where it has *.".to_owned()),
                n if n > MOST => Some("There are more: these are the first 20,000.".to_owned()),
                _ => None,
            };
            let places = places.iter().take(MOST).flat_map(|s| [s.start() as u32, s.end() as u32]).collect();
            FromHouse::Found { places, note, bad: false }
        }
        Err(error) => FromHouse::Found { places: Vec::new(), note: Some(format!("Not a pattern: {}.", crate::house::told(pattern, &error))), bad: true },
    }
}
