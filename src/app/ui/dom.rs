//! The browser: files, clipboard, settings, time.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, Url};

use crate::wire::promise::settle;

/// Milliseconds since 1970.
pub(super) fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// An id that no other document has.
pub(super) fn fresh_id() -> String {
    thread_local! {
        static GIVEN: Cell<u32> = const { Cell::new(0) };
    }
    // A folder's files come in one millisecond: the count tells them apart, the chance those of other tabs.
    let count = GIVEN.replace(GIVEN.get().wrapping_add(1));
    format!("{:x}-{count:x}-{:x}", now(), (js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

/// The element with `id`.
pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Does `act` to the element with `id` once what is being drawn now is on the page. It waits for no frame: a page that nobody looks
/// at has none.
pub(super) fn once_there(id: &'static str, act: impl FnOnce(HtmlElement) + 'static) {
    queue_microtask(move || {
        if let Some(element) = by_id(id) {
            act(element);
        }
    });
}

/// What is typed in the field with `id`; nothing where there is none.
pub(super) fn value_of(id: &str) -> String {
    let Some(field) = by_id(id) else { return String::new() };
    match field.dyn_into::<web_sys::HtmlTextAreaElement>() {
        Ok(area) => area.value(),
        Err(field) => field.dyn_into::<web_sys::HtmlInputElement>().map(|f| f.value()).unwrap_or_default(),
    }
}

/// Moves the focus to the article, and leaves it where it is on the screen.
pub(super) fn focus_sheet() {
    if let Some(sheet) = by_id("sheet") {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = sheet.focus_with_options(&options);
    }
}

/// True where something on the sheet is selected with the mouse or the keys.
pub(super) fn has_selection() -> bool {
    window().get_selection().ok().flatten().is_some_and(|s| !s.is_collapsed())
}

/// Offers `text` as a file to keep.
pub(super) fn download(name: &str, mime: &str, text: &str) {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        offer(name, &blob);
    }
}

fn offer(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    if let Some(link) = document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(60),
    );
}

/// A setting that this browser keeps.
pub(super) fn setting(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&format!("galley.{name}")).ok()?
}

/// Keeps a setting, none where it is empty; a browser that keeps none is no reason to stop.
pub(super) fn keep_setting(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let name = format!("galley.{name}");
        let _ = if value.is_empty() { storage.remove_item(&name) } else { storage.set_item(&name, value) };
    }
}

/// What this tab remembers over a reload.
pub(super) fn remembered(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(&format!("galley.{name}")).ok()?
}

/// Has this tab remember something over a reload.
pub(super) fn remember(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(&format!("galley.{name}"), value);
    }
}

/// Writes `value` into the field with `id`.
pub(super) fn fill(id: &str, value: &str) {
    if let Some(field) = by_id(id).and_then(|f| f.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value(value);
    }
}

thread_local! {
    static CRASHED: Cell<bool> = const { Cell::new(false) };
}

/// True once the page itself stopped: what still runs of it is not to be trusted.
pub(super) fn has_crashed() -> bool {
    CRASHED.get()
}

/// Shows that the page itself stopped.
pub(super) fn crashed(why: &str) {
    CRASHED.set(true);
    call("failed", &js_sys::Array::of1(&why.into()));
}

/// Calls a function of what starts the page (`src/boot/boot.js`); what it gives, or none where it is not there.
pub(super) fn call(name: &str, with: &js_sys::Array) -> Option<JsValue> {
    let galley = js_sys::Reflect::get(&js_sys::global(), &"galley".into()).ok()?;
    let function: js_sys::Function = js_sys::Reflect::get(&galley, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&galley, with).ok()
}

/// Offers bytes as a file to keep.
pub(super) fn download_bytes(name: &str, bytes: &[u8]) {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        offer(name, &blob);
    }
}

/// A time of day as the browser's language writes it: "12:04".
pub(super) fn clock(time: u64) -> String {
    locale(time, "toLocaleTimeString", &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// A day and a time: "21 Nov, 12:04".
pub(super) fn day_and_time(time: u64) -> String {
    locale(time, "toLocaleString", &[("day", "numeric"), ("month", "short"), ("hour", "2-digit"), ("minute", "2-digit")])
}

fn locale(time: u64, method: &str, options: &[(&str, &str)]) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(time as f64));
    let wanted = js_sys::Object::new();
    for (name, value) in options {
        let _ = js_sys::Reflect::set(&wanted, &(*name).into(), &(*value).into());
    }
    let call = js_sys::Reflect::get(&date, &method.into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    call.and_then(|f| f.call2(&date, &JsValue::UNDEFINED, &wanted).ok()).and_then(|s| s.as_string()).unwrap_or_default()
}

/// The browser's storage manager, where it has one.
fn storage_call(method: &str) -> Option<js_sys::Promise> {
    let manager = js_sys::Reflect::get(&window().navigator(), &"storage".into()).ok().filter(JsValue::is_object)?;
    let call: js_sys::Function = js_sys::Reflect::get(&manager, &method.into()).ok()?.dyn_into().ok()?;
    call.call0(&manager).ok()?.dyn_into().ok()
}

/// Asks the browser not to clear what is kept when space runs short.
pub(super) fn ask_to_persist() {
    if let Some(promise) = storage_call("persist") {
        settle(&promise, |_| {}, |_| {});
    }
}

/// The bytes that the browser keeps for this page, where it says.
pub(super) fn used_space(done: impl FnOnce(Option<f64>) + 'static) {
    match storage_call("estimate") {
        Some(promise) => {
            let done = std::rc::Rc::new(std::cell::RefCell::new(Some(done)));
            let failed = std::rc::Rc::clone(&done);
            let usage = |value: &JsValue| js_sys::Reflect::get(value, &"usage".into()).ok().and_then(|u| u.as_f64());
            settle(
                &promise,
                move |value| {
                    if let Some(done) = done.borrow_mut().take() {
                        done(usage(&value));
                    }
                },
                move |_| {
                    if let Some(done) = failed.borrow_mut().take() {
                        done(None);
                    }
                },
            );
        }
        None => done(None),
    }
}

/// Removes every setting of this page's, and what the tab remembers.
pub(super) fn forget_settings() {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.clear();
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let count = storage.length().unwrap_or(0);
        let names: Vec<String> = (0..count).filter_map(|n| storage.key(n).ok().flatten()).filter(|name| name.starts_with("galley.")).collect();
        for name in names {
            let _ = storage.remove_item(&name);
        }
    }
}

/// What a click does. All handlers are of one type, so that the framework's code for a handler is compiled once, and not once for each.
pub(super) fn on_click(act: impl FnMut(web_sys::MouseEvent) + 'static) -> Box<dyn FnMut(web_sys::MouseEvent)> {
    Box::new(act)
}

/// What another event does, likewise.
pub(super) fn on_event(act: impl FnMut(web_sys::Event) + 'static) -> Box<dyn FnMut(web_sys::Event)> {
    Box::new(act)
}

/// Listens to an event of the document.
pub(super) fn on_document(name: &str, heard: impl FnMut(web_sys::Event) + 'static) {
    let handler = Closure::<dyn FnMut(web_sys::Event)>::new(heard);
    let _ = document().add_event_listener_with_callback(name, handler.into_js_value().unchecked_ref());
}

/// Listens to an event of the element with `id`, for as long as the page is there.
pub(super) fn on(id: &str, name: &str, heard: impl FnMut(web_sys::Event) + 'static) {
    let handler = Closure::<dyn FnMut(web_sys::Event)>::new(heard);
    if let Some(element) = by_id(id) {
        let _ = element.add_event_listener_with_callback(name, handler.into_js_value().unchecked_ref());
    }
}

/// The element of this kind in which an event happened.
pub(super) fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// True where an event happened in an element of this kind.
pub(super) fn happened_in(event: &web_sys::Event, selector: &str) -> bool {
    closest(event, selector).is_some()
}

/// Sets or takes away an attribute of the whole page, for the style sheet.
pub(super) fn mark_root(name: &str, on: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force(name, on);
    }
}

/// Lets the button with `id` be pressed, or not.
pub(super) fn enable(id: &str, on: bool) {
    if let Some(button) = by_id(id) {
        let _ = button.toggle_attribute_with_force("disabled", !on);
    }
}

/// Empties the box of text with `id`, as a person would.
pub(super) fn empty(id: &str) {
    if let Some(area) = by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        area.set_value("");
        if let Ok(event) = web_sys::Event::new("input") {
            let _ = area.dispatch_event(&event);
        }
    }
}

/// True where the box of text that `selector` names has something in it.
pub(super) fn is_filled(selector: &str) -> bool {
    let area = document().query_selector(selector).ok().flatten().and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    area.is_some_and(|a| !a.value().trim().is_empty())
}

/// Takes the focus from the field that has it.
pub(super) fn leave_field() {
    if let Some(field) = document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

/// True where a `details` element is open.
pub(super) fn is_open(event: &web_sys::Event) -> bool {
    event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|e| e.has_attribute("open"))
}

/// The files of a drop, a paste or a file box, folders opened: a promise of pairs of path and file.
pub(super) fn files(source: &JsValue) -> Option<js_sys::Promise> {
    call("files", &js_sys::Array::of1(source))?.dyn_into().ok()
}

/// The article of a web page: a promise of an object, or of null where there is none to tell from the rest. `whole` where `html` is a
/// page, not a part of one that a person cut out.
pub(super) fn readable(html: &str, whole: bool) -> Option<js_sys::Promise> {
    call("readable", &js_sys::Array::of2(&html.into(), &whole.into()))?.dyn_into().ok()
}

/// Sets a custom property of the style sheets for the whole page.
pub(super) fn set_property(name: &str, value: &str) {
    if let Some(root) = document().document_element().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = root.style().set_property(name, value);
    }
}
