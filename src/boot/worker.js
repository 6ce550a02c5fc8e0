// Starts bin/worker or bin/exchange. Its first message brings the addresses or bytes of its files; every later one is Rust's.
import init from "galley:glue"; // wasm-bindgen's glue of the program; scripts/finish.mjs resolves it
import { open } from "./assets.js";

self.addEventListener("message", start, { once: true });

async function start({ data: { module, models } }) {
  try {
    self.galley = {
      /** Names of the models there are. */
      models: () => Object.keys(models),
      /** The bytes of one model, such as "models/entities.bin", fetched when asked for. */
      model: async (name) => new Uint8Array(await (await open(models[name])).arrayBuffer()),
    };
    await init({ module_or_path: await open(module, "application/wasm") });
  } catch (error) {
    // A rejected promise would stay in here; thrown like this, the page hears it as the worker's error event.
    setTimeout(() => {
      throw error;
    });
  }
}
