// Keeps one version of the page, whole, for use offline. scripts/finish.mjs fills in the two constants.
const VERSION = "%VERSION%"; // digest of the list below and of every file in it
const FILES = ["%FILES%"]; // relative to the scope; "./" is the page

const OWN = `galley:${new URL(self.registration.scope).pathname}:`; // other projects may share the origin
const CACHE = OWN + VERSION;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
});
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

/** All or nothing: a version that could not be fetched whole is dropped, and the one in use stays. */
async function keep() {
  const known = await caches.has(CACHE); // a version that comes back, and is kept for a tab of it
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map((path) => new Request(path, { cache: path === "./" ? "reload" : "default" })));
  } catch (error) {
    if (!known) await caches.delete(CACHE);
    throw error;
  }
}

async function takeOver() {
  await tidy();
  await self.clients.claim();
}

/** Lets older versions go that no tab is of. Each tab holds a lock by the name of its version's cache (offline.js). */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN)); // in the order in which they were made
  const older = names.slice(0, Math.max(names.indexOf(CACHE), 0));
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const held = (await self.navigator.locks.query()).held.map((lock) => lock.name).filter((name) => name.startsWith(OWN));
  if (held.length < tabs.length) return; // one that is starting, or has no locks, may be of any version
  for (const name of older) if (!held.includes(name)) await caches.delete(name);
}

async function answer(request) {
  const url = new URL(request.url);
  url.search = url.hash = "";
  if (url.href === self.registration.scope + "index.html") url.href = self.registration.scope;
  const kept = await (await caches.open(CACHE)).match(url.href);
  if (kept) return kept;
  // A file that this version has not: a tab of an older one may ask for one of its own.
  for (const name of await caches.keys()) {
    const older = name.startsWith(OWN) && (await (await caches.open(name)).match(url.href));
    if (older) return older;
  }
  return fetch(request);
}
