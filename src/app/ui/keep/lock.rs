//! One tab for each article: a lock of the browser's, held while the article is on the desk. Another tab may take it over;
//! the one that held it is told.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use crate::wire::promise::settle;

/// A lock that is held, until it is released, stolen, or the tab is closed.
#[derive(Clone, Default)]
pub(super) struct Lock(Rc<RefCell<Option<Function>>>);

impl Lock {
    /// Asks for the lock of document `id`, or takes it from the tab that has it. `got` has it, or nothing where another tab
    /// holds it; `lost` hears when another tab takes it. A browser without locks always gives it.
    pub(super) fn ask(id: &str, steal: bool, got: impl FnOnce(Option<Lock>) + 'static, lost: impl FnOnce() + 'static) {
        let lock = Lock::default();
        let manager = web_sys::window().and_then(|w| Reflect::get(&w.navigator(), &"locks".into()).ok()).filter(JsValue::is_object);
        let request = manager.as_ref().and_then(|m| Reflect::get(m, &"request".into()).ok()?.dyn_into::<Function>().ok());
        let (Some(manager), Some(request)) = (manager, request) else {
            return got(Some(lock));
        };
        let options = Object::new();
        let _ = Reflect::set(&options, &(if steal { "steal" } else { "ifAvailable" }).into(), &JsValue::TRUE);
        let mine = Rc::clone(&lock.0);
        let held = Closure::once_into_js(move |granted: JsValue| -> JsValue {
            if granted.is_null() {
                got(None);
                return JsValue::UNDEFINED;
            }
            let release = Rc::clone(&lock.0);
            let waiting = Promise::new(&mut |resolve, _| *release.borrow_mut() = Some(resolve));
            got(Some(lock));
            waiting.into()
        });
        let asked = request.call3(&manager, &format!("galley.document.{id}").into(), &options, &held);
        if let Ok(promise) = asked.and_then(|p| p.dyn_into::<Promise>()) {
            settle(
                &promise,
                |_| {},
                move |_| {
                    // A lock that was released on purpose was not taken away.
                    if mine.borrow_mut().take().is_some() {
                        lost();
                    }
                },
            );
        }
    }

    /// Lets other tabs have it.
    pub(super) fn release(&self) {
        let release = self.0.borrow_mut().take();
        if let Some(release) = release {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}
