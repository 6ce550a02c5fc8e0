// A person's own rules ("house rules"): the window in which they are kept, and what has them applied. It is loaded when the first
// rule is there, when the window opens, or when a pattern is looked for. What is in the window, and what its buttons do, is said
// by bin/patterns (src/house/): here it is put on the page.
import { draw } from "./draw.js";
import { FLAG, articles, keep, read } from "./shelf.js";
import { workers } from "./workers.js";
import style from "../../style/house.css";

/**
 * `engine(name, more, transfer)` starts a worker of the page's. Resolves to { relay, open, find, refresh }:
 *   relay()   a worker that is the engine to the page, and adds what the rules find
 *   open(…)   opens the window; with the id, title and text of the article on the desk, and where the selected words are
 *   find(…)   looks for a pattern in a text: places (starts and ends in bytes), a note, and whether the pattern is none
 *   refresh() another tab changed the rules
 */
export async function house(assets, engine) {
  const start = await workers(assets, ["patterns"]);
  let file = await read();
  let changed = false;
  let broken = false;
  const relays = new Set();
  /** The page hears "restart" (the engine's worker is to be started again), "reread" (the list is old), or words to say. */
  const tell = (detail) => dispatchEvent(new CustomEvent("galley:rules", { detail }));

  function relay() {
    if (broken) return engine("worker");
    const { port1, port2 } = new MessageChannel();
    const inner = engine("worker", { out: port1 }, [port1]);
    const outer = start("patterns", { engine: port2, rules: file }, [port2]);
    let passedOn = false;
    inner.addEventListener("error", ({ message }) => {
      passedOn = true;
      outer.dispatchEvent(new ErrorEvent("error", { message, cancelable: true }));
    });
    outer.addEventListener("error", () => {
      if (passedOn || broken) return;
      broken = true; // the engine goes on without it
      tell("Your house rules stopped, so articles are read without them. Reload the page to try again.");
    });
    outer.terminate = () => {
      relays.delete(outer);
      inner.terminate();
      Worker.prototype.terminate.call(outer);
    };
    relays.add(outer);
    return outer;
  }

  function apply(text) {
    file = text;
    for (const outer of relays) outer.postMessage({ rules: text });
    if (!relays.size && text.trim()) tell("restart");
  }

  async function save(text) {
    changed = true;
    const kept = await keep(text);
    apply(text);
    if (!kept) tell("This browser does not keep the rules: they hold in this tab alone. Save them as a file.");
  }

  // ---- The worker of the window ------------------------------------------------------------------------------------
  let room; // { post, worker }, once it listens
  const searches = []; // who waits for a search, in order

  const roomed = () =>
    (room ??= new Promise((done, fail) => {
      const worker = start("patterns");
      worker.onmessage = ({ data }) => {
        if (data.ready) done((message) => worker.postMessage(message));
        if (data.show) show(data.show);
        if (data.found) searches.shift()?.done([new Uint32Array(data.found.places), data.found.note, data.found.bad]);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        worker.terminate();
        room = null;
        const error = new Error(event.message);
        searches.splice(0).forEach((search) => search.fail(error));
        if (dialog.open) failed(error);
        fail(error);
      };
    }));

  async function find(text, pattern, capitals, whole) {
    const post = await roomed();
    return new Promise((done, fail) => {
      searches.push({ done, fail });
      post({ find: { text, pattern, case: capitals, whole } });
    });
  }

  // ---- The window --------------------------------------------------------------------------------------------------
  const make = (name, attributes = {}, ...inside) => {
    const node = Object.assign(document.createElement(name), attributes);
    node.append(...inside);
    return node;
  };
  const heading = make("h2", { id: "house-title", textContent: "House rules" });
  const body = make("div", { className: "house-body" });
  const shut = make("button", { className: "btn", type: "button", textContent: "Close" });
  const dialog = make("dialog", { className: "window house" }, make("div", { className: "window-head" }, heading, shut), body);
  dialog.setAttribute("aria-labelledby", "house-title");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  // Keys and pastes in the window are not for the desk behind it.
  for (const type of ["keydown", "keyup", "paste", "drop", "dragenter"]) dialog.addEventListener(type, (event) => event.stopPropagation());
  const act = async (does, value = "") => (await roomed())({ act: { act: does, value } });
  shut.onclick = () => dialog.close();
  dialog.oncancel = (event) => {
    event.preventDefault();
    if (room && body.childElementCount) act("leave");
    else dialog.close();
  };
  dialog.onclose = () => {
    number += 1; // articles that are still on their way are not for the next window
    body.replaceChildren();
    dialog.remove();
    if (changed) tell("reread");
    changed = false;
  };
  let number = 0;

  function failed(error) {
    body.replaceChildren(make("p", { className: "trouble", role: "alert", textContent: `The part of the page that has the rules could not be used: ${error.message}. Your rules and articles are as they were. Close this and try again.` }));
  }

  function show({ title, tree, save: text, give, close }) {
    if (text != null) save(text);
    if (give) offer(...give);
    if (!dialog.open) return;
    if (close) return dialog.close();
    const other = heading.textContent !== title || !body.querySelector("button");
    heading.textContent = title;
    if (other) body.replaceChildren(); // nothing of what was there is this
    draw(body, tree, act);
    if (other) {
      dialog.scrollTop = 0;
      body.querySelector("input:not([type=file]):not([type=checkbox]), textarea, button")?.focus();
    } else if (!dialog.contains(document.activeElement)) body.querySelector("button")?.focus(); // what had the focus is gone
  }

  function offer(name, text) {
    const href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
    make("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  }

  async function open(id, title, text, start, end) {
    if (dialog.open) return;
    document.body.append(dialog);
    heading.textContent = "House rules";
    body.replaceChildren(make("p", { className: "hint", textContent: "Loading…" }));
    dialog.showModal();
    const mine = (number += 1);
    try {
      const post = await roomed();
      file = await read(file);
      const all = await articles();
      if (mine !== number) return;
      if (file.trim() && !relays.size) await save(file); // what this tab did not know of
      post({ open: { rules: file, here: id == null ? null : { id, title, text, start, end }, kept: all.length } });
      for await (const article of all) {
        if (mine !== number) return;
        post(article ? { kept: article } : "lost");
      }
    } catch (error) {
      if (mine === number) failed(error);
    }
  }

  return { relay, open, find, refresh: async () => apply(await read(localStorage.getItem(FLAG) ? file : "")) };
}
