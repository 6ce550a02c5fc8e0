// Starts the page, hosted or as a single file. What the page's Rust code may call is `galley`, below.
import init from "galley:glue"; // wasm-bindgen's glue of bin/app; scripts/finish.mjs resolves it
import { compiled, sources } from "./assets.js";
import { holdVersion, keepOffline } from "./offline.js";
import { workers } from "./workers.js";

holdVersion();

const assets = sources();
let startWorker;

globalThis.galley = {
  /**
   * A new worker that runs bin/worker or bin/exchange. It posts nothing before its own first message, and what is posted to it
   * before that is lost: wait for it. If it cannot start, its `error` event says why.
   */
  startWorker: (name) => startWorker(name),

  /** Shows the note that the page could not start, or that it stopped, with a reason, over whatever is there. */
  failed(why) {
    const started = !boot.isConnected;
    const note = started ? document.body.appendChild(boot) : boot;
    if (note.classList.contains("failed")) return; // what came first is the reason
    note.classList.add("failed");
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
  await init({ module_or_path: module });
  boot.remove();
  globalThis.galleyEarly.release();
  keepOffline(globalThis.galley);
}

start().catch((error) => {
  console.error(error);
  globalThis.galley.failed(error?.message ?? error);
});
