// Keeps the page for use offline. A new version is fetched whole, then waits until the person asks for it.

export function keepOffline(galley) {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
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
    await navigator.serviceWorker.ready;
    galley.offlineReady = true;
    tell("galley:offline");
  };

  // Offline use is a convenience: where it is refused (private window, full disk) the page works without.
  register().catch((error) => console.info("Galley is not kept for offline use:", error.message));
}
