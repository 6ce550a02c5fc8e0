// Starts the page, hosted or as a single file. What the page's Rust code may call is `galley`, below.
import init from "galley:glue"; // wasm-bindgen's glue of bin/app; scripts/finish.mjs resolves it
import { compiled, sources } from "./assets.js";
import { holdVersion, keepOffline } from "./offline.js";
import { workers } from "./workers.js";

holdVersion();

const assets = sources();
let startWorker;
let relay; // what starts an engine with a person's own rules (house.js), once that is loaded

/** A script that is loaded when it is first needed; the single file has it in itself. */
const part = async (name) => globalThis[`galley_${name}`] ?? import(assets[`${name}.js`]);

/** True where a person has rules of their own. */
function ruled() {
  try {
    return localStorage.getItem("galley.rules");
  } catch {
    return null;
  }
}

let house;
/** The part of the page that has the rules, and looks for patterns: loaded when it is first needed. */
const housed = () =>
  (house ??= part("house")
    .then((loaded) => loaded.house(assets, startWorker))
    .then((made) => {
      relay = made.relay;
      return made;
    })
    .catch((error) => {
      house = null;
      throw error;
    }));

const tellOfRules = (detail) => dispatchEvent(new CustomEvent("galley:rules", { detail }));

globalThis.galley = {
  /**
   * A new worker that runs bin/worker or bin/exchange; with rules of a person's own, the engine's has another before it (house.js). It posts nothing before its own first message, and what is posted to it
   * before that is lost: wait for it. If it cannot start, its `error` event says why.
   */
  startWorker: (name) => (name === "worker" && relay && ruled() ? relay() : startWorker(name)),

  /** Opens the window of a person's own rules. */
  rules: (...here) => housed().then((made) => made.open(...here), (error) => tellOfRules(`The part of the page that has the rules could not be loaded: ${error.message}`)),
  /** Looks for a pattern. */
  find: (...what) => housed().then((made) => made.find(...what)),

  /** Shows the note that the page could not start, or that it stopped, with a reason, over whatever is there. */
  failed(why) {
    const started = !boot.isConnected;
    const note = started ? document.body.appendChild(boot) : boot;
    if (note.classList.contains("failed")) return; // what came first is the reason
    note.classList.add("failed");
    console.error(why);
    note.querySelector("#boot-why").textContent = String(why);
    if (started) {
      note.classList.add("stopped");
      note.querySelector("#boot-what").textContent = "Galley has stopped, by a mistake of its own.";
      note.querySelector("#boot-advice").textContent =
        "Reload the page: what was called saved is kept in this browser, and you go on from there. If it stops again in the same place, open another article from the start page, and tell whoever gave you Galley the words above.";
    }
    note.querySelector("#boot-failed").hidden = false;
    if (started && note.showPopover) {
      note.popover = "manual"; // over an open window too
      note.showPopover();
    }
  },

  files: globalThis.galleyEarly.files,

  /** The article of a web page: see readable.js. A promise; refused where the program for it could not be loaded. */
  readable: async (html, isPage) => (await part("readable")).readable(html, isPage),

  /** Whether a newer version waits; the window hears `galley:update` when one arrives. */
  updateReady: false,
  /** Lets the newer version take over and reloads the page. */
  applyUpdate() {},
  /** Whether every file is kept for use offline; the window hears `galley:offline` when it is so. */
  offlineReady: false,
};

const boot = document.getElementById("boot");

async function start() {
  boot.classList.add("started"); // from here on a failure has a reason
  const [module, start] = await Promise.all([compiled(assets["app.wasm"]), workers(assets, ["worker", "exchange"])]);
  startWorker = start;
  let why;
  if (ruled()) await housed().catch((error) => (why = error.message));
  await init({ module_or_path: module });
  boot.remove();
  globalThis.galleyEarly.release();
  keepOffline(globalThis.galley);
  if (why) tellOfRules(`Your house rules could not be loaded, so articles are read without them: ${why}`);
  addEventListener("storage", ({ key }) => key === "galley.rules" && housed().then((made) => made.refresh()));
}

start().catch((error) => {
  globalThis.galley.failed(error?.message ?? error);
});
