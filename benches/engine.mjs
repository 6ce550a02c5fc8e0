// Galley's engine as the page runs it: the built worker script with its WebAssembly, here in Node.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

/** Starts the worker that ./scripts/build left in `dist`. One a process: the script thinks it is alone. */
export async function openEngine(dist = "dist") {
  const names = readdirSync(dist, { recursive: true }).map(String);
  const one = (pattern) => {
    const name = names.find((n) => pattern.test(n));
    if (!name) throw new Error(`${dist} has no file like ${pattern}. Build first: ./scripts/build`);
    return name;
  };
  const blob = (name) => new Blob([readFileSync(join(dist, name))]);
  const assets = { "worker.wasm": blob(one(/^worker-.*\.wasm(\.gz)?$/)) };
  for (const name of names.filter((n) => /^models[/\\]/.test(n))) {
    const plain = name.replaceAll("\\", "/").replace(/-[0-9a-f]{10}(?=\.)/, "").replace(/\.gz$/, "");
    assets[plain] = blob(name);
  }

  let heard = () => {};
  const told = new Promise((resolve, reject) => {
    heard = (message) => (message.type === "ready" ? resolve(message) : message.type === "failed" ? reject(new Error(message.message)) : undefined);
  });
  const listeners = new Set();
  globalThis.self = globalThis;
  globalThis.addEventListener = (type, listener) => type === "message" && listeners.add(listener);
  globalThis.removeEventListener = (type, listener) => listeners.delete(listener);
  globalThis.postMessage = (message) => heard(message);
  vm.runInThisContext(readFileSync(join(dist, one(/^worker-.*\.js$/)), "utf8"));
  for (const listener of [...listeners]) {
    listeners.delete(listener);
    listener({ data: { assets } });
  }
  await told;

  let revision = 0;
  const tell = (data) => globalThis.onmessage({ data });
  /** Sends `data` and waits for an answer that `done` takes; gives it with the time it took, in milliseconds. */
  const ask = (data, done) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const annotations = [];
      heard = (message) => {
        if (message.type === "failed") reject(new Error(message.message));
        if (message.type !== "found" || message.update.revision !== data.revision) return;
        annotations.push(...message.update.annotations.flatMap((splice) => splice.insert));
        if (message.last && done(message)) resolve({ annotations, wall: performance.now() - start, engine: message.micros / 1000 });
      };
      tell(data);
    });
  return {
    /** Reads `text` with what is loaded by now. */
    read: (text) => ask({ type: "open", revision: (revision += 1), text }, (m) => m.update.settled),
    /** Reads `text`, and again as each model arrives; resolves when all are there. */
    load: (text) => ask({ type: "open", revision: (revision += 1), text }, (m) => m.update.settled && m.pass === "full"),
    /** Inserts `insert` at byte `at` of the text read last; resolves at the first answer. */
    type: (at, insert) => ask({ type: "edit", revision: (revision += 1), edits: [{ at, delete: "", insert }] }, () => true),
  };
}
