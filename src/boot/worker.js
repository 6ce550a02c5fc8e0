// Starts bin/worker, bin/exchange or bin/patterns. Its first message brings what it runs on; every later one is Rust's.
import init from "galley:glue"; // wasm-bindgen's glue of the program; scripts/finish.mjs resolves it
import { unpacked } from "./packed.js";

self.addEventListener("message", start, { once: true });

async function start({ data: { module, models, port, out, engine, rules } }) {
  /** Asks the page for a model: a Blob, or a sentence on why there is none. */
  const ask = (name) =>
    new Promise((done, fail) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        port1.close();
        if (data instanceof Blob) done(data);
        else fail(new Error(data));
      };
      port.postMessage(name, [port2]);
    });
  try {
    // Another worker may stand between this one and the page (house.js): then it is talked to through a port.
    if (out) {
      self.postMessage = (message) => out.postMessage(message);
      out.onmessage = ({ data }) => self.dispatchEvent(new MessageEvent("message", { data }));
    }
    self.galley = {
      /** What bin/patterns stands before, and with which rules; nothing where it stands by itself. */
      engine,
      rules,
      /** Names of the models there are. */
      models: () => models,
      /** The bytes of one model, such as "models/entities.bin", fetched when asked for. */
      model: async (name) => new Uint8Array(await (await unpacked(await ask(name))).arrayBuffer()),
    };
    await init({ module_or_path: module });
  } catch (error) {
    // A rejected promise would stay in here; thrown like this, the page hears it as the worker's error event.
    setTimeout(() => {
      throw error;
    });
  }
}
