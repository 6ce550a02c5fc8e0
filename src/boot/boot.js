// Starts the page, hosted or as a single file. What the page's Rust code may call is `galley`, below.
import init from "galley:glue"; // wasm-bindgen's glue of bin/app; scripts/finish.mjs resolves it
import { open, sources } from "./assets.js";
import { files } from "./files.js";
import { keepOffline } from "./offline.js";

const assets = sources();

globalThis.galley = {
  /**
   * A new worker that runs bin/worker or bin/exchange. It posts nothing before its own first message, and what is posted to it
   * before that is lost: wait for it. If it cannot start, its `error` event says why.
   */
  startWorker(name) {
    const source = assets[`${name}.js`];
    const address = typeof source === "string" ? source : URL.createObjectURL(source);
    const worker = new Worker(address, { name: `galley ${name}` });
    const models = Object.fromEntries(Object.entries(assets).filter(([path]) => path.startsWith("models/")));
    worker.postMessage({ module: assets[`${name}.wasm`], models });
    return worker;
  },

  /** Shows the "could not start" note with a reason, over whatever is there. For a crash of the page itself. */
  failed(why) {
    const note = document.getElementById("boot") ?? document.body.appendChild(boot);
    note.classList.add("failed");
    note.querySelector("#boot-why").textContent = String(why);
    note.querySelector("#boot-failed").hidden = false;
  },

  files,

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
  await init({ module_or_path: await open(assets["app.wasm"], "application/wasm") });
  boot.remove();
  keepOffline(globalThis.galley);
}

start().catch((error) => {
  console.error(error);
  globalThis.galley.failed(error?.message ?? error);
});
