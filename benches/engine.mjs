// Galley's engine as the page runs it: the built worker script with its WebAssembly, here in Node.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { gunzipSync } from "node:zlib";

/** Starts the worker that ./scripts/build left in `dist`. One a process: the script thinks it is alone. */
export async function openEngine(dist = "dist") {
  const names = readdirSync(dist, { recursive: true }).map(String);
  const one = (pattern) => {
    const name = names.find((n) => pattern.test(n));
    if (!name) throw new Error(`${dist} has no file like ${pattern}. Build first: ./scripts/build`);
    return name;
  };
  const blob = (name) => new Blob([readFileSync(join(dist, name))]);
  const models = {};
  for (const name of names.filter((n) => /^models[/\\]/.test(n))) {
    const plain = name.replaceAll("\\", "/").replace(/-[0-9a-f]{10}(?=\.)/, "").replace(/\.gz$/, "");
    models[plain] = blob(name);
  }

  let heard = () => {};
  const told = new Promise((resolve, reject) => {
    heard = ({ ready, failed }) => (ready ? resolve(ready) : failed ? reject(new Error(failed.message)) : undefined);
  });
  const listeners = new Set();
  globalThis.self = globalThis;
  globalThis.addEventListener = (type, listener) => type === "message" && listeners.add(listener);
  globalThis.removeEventListener = (type, listener) => listeners.delete(listener);
  globalThis.postMessage = (message) => heard(message);
  vm.runInThisContext(readFileSync(join(dist, one(/^worker-.*\.js$/)), "utf8"));
  const program = one(/^worker-.*\.wasm(\.gz)?$/);
  const bytes = readFileSync(join(dist, program));
  const module = await WebAssembly.compile(program.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  // The page's side of the worker's port: it is asked for a model by name, and answers to the port that comes with it.
  const port = { postMessage: (name, [answer]) => answer.postMessage(models[name] ?? `there is no ${name}`) };
  for (const listener of [...listeners]) {
    listeners.delete(listener);
    listener({ data: { module, models: Object.keys(models), port } });
  }
  await told;

  let revision = 0;
  const tell = (data) => globalThis.onmessage({ data });
  /** Sends `data` and waits for an answer that `done` takes; gives it with the time it took, in milliseconds. */
  const ask = (data, done) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const annotations = [];
      heard = ({ found, failed }) => {
        if (failed) reject(new Error(failed.message));
        if (found?.update.revision !== Object.values(data)[0].revision) return;
        annotations.push(...found.update.annotations.flatMap((splice) => splice.insert));
        if (found.last && done(found)) resolve({ annotations, wall: performance.now() - start, engine: found.micros / 1000 });
      };
      tell(data);
    });
  return {
    /** Reads `text` with what is loaded by now. */
    read: (text) => ask({ open: { revision: (revision += 1), text } }, (m) => m.update.settled),
    /** Reads `text`, and again as each model arrives; resolves when all are there. */
    load: (text) => ask({ open: { revision: (revision += 1), text } }, (m) => m.update.settled && m.pass === "full"),
    /** Inserts `insert` at byte `at` of the text read last; resolves at the first answer. */
    type: (at, insert) => ask({ edit: { revision: (revision += 1), edits: [{ at, delete: "", insert }] } }, () => true),
  };
}
