// Starts bin/worker, bin/exchange and bin/patterns in web workers that obey the page's own policy.
//
// A worker that is loaded from an address obeys what the host's headers say, and a static host says nothing. A worker made of bytes
// obeys the policy of the page that made it. So the page fetches everything a worker needs, once, and hands it over: its script
// as a blob, its WebAssembly compiled, its models as they are kept. The worker itself asks no address for anything.
import { compiled, fetched } from "./assets.js";

/** Prepares workers of the programs `names`, of which the first is loaded at once, behind the page; resolves to what starts one: by its name, with `more` that it is to know and ports of that. */
export async function workers(assets, names) {
  const once = memo();
  const program = (name, priority) => once(name, () => compiled(assets[`${name}.wasm`], priority));
  program(names[0], "low").catch(() => {}); // told when a worker of it is started
  const address = async (name) => URL.createObjectURL(new Blob([await fetched(assets[`${name}.js`])], { type: "text/javascript" }));
  const scripts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await address(name).catch((error) => error)])));
  const models = Object.keys(assets).filter((path) => path.startsWith("models/"));

  /** Answers what a worker asks for through `port`: a model by name, the answer to the port that comes with it. */
  const serve = ({ data: name, ports: [answer] }) => {
    once(name, () => fetched(assets[name])).then(
      (blob) => answer.postMessage(blob),
      (error) => answer.postMessage(error.message),
    );
  };

  return (name, more, ports = []) => {
    if (scripts[name] instanceof Error) throw scripts[name];
    const worker = new Worker(scripts[name], { name: `galley ${name}` });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = serve;
    program(name).then(
      (module) => worker.postMessage({ module, models, port: port2, ...more }, [port2, ...ports]),
      (error) => worker.dispatchEvent(new ErrorEvent("error", { message: error.message, cancelable: true })),
    );
    return worker;
  };
}

/** Makes each thing once; what could not be made is tried again when it is next asked for. */
function memo() {
  const made = new Map();
  return (name, make) => {
    if (!made.has(name)) {
      const promise = make();
      made.set(name, promise);
      promise.catch(() => made.delete(name));
    }
    return made.get(name);
  };
}
