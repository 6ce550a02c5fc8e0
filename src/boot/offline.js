// Keeps the page for use offline. A new version is fetched whole, then waits until the person asks for it; an old one's files
// stay while a tab of it is open.
import { version } from "./assets.js";

const possible = "serviceWorker" in navigator && location.protocol.startsWith("http");

/** Says, for as long as this tab is open, which version it is of: a shared lock by the name of the service worker's cache. */
export function holdVersion() {
  if (!possible || !version) return;
  const name = `galley:${new URL("./", document.baseURI).pathname}:${version}`;
  navigator.locks?.request(name, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}

export function keepOffline(galley) {
  if (!possible) return;
  const tell = (name) => window.dispatchEvent(new Event(name));

  const waiting = (worker) => {
    galley.updateReady = true;
    galley.applyUpdate = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    };
    tell("galley:update");
  };

  const follow = (worker) => {
    if (!worker) return;
    const look = () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) waiting(worker);
    };
    worker.addEventListener("statechange", look);
    look();
  };

  const register = async () => {
    const registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
    follow(registration.waiting);
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage("tidy");
    galley.offlineReady = true;
    tell("galley:offline");
  };

  // Offline use is a convenience: where it is refused (private window, full disk) the page works without.
  register().catch((error) => console.info("Galley is not kept for offline use:", error.message));
}
