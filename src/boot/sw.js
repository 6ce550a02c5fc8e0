// Keeps one version of the page, whole, for use offline. scripts/finish.mjs fills in the two constants.
const VERSION = "%VERSION%"; // digest of the list below and of every file in it
const FILES = ["%FILES%"]; // relative to the scope; "./" is the page

const OWN = `galley:${new URL(self.registration.scope).pathname}:`; // other projects may share the origin
const CACHE = OWN + VERSION;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

/** All or nothing: a version that could not be fetched whole is dropped, and the one in use stays. */
async function keep() {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map((path) => new Request(path, { cache: path === "./" ? "reload" : "default" })));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith(OWN) && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request) {
  const url = new URL(request.url);
  url.search = url.hash = "";
  if (url.href === self.registration.scope + "index.html") url.href = self.registration.scope;
  const cache = await caches.open(CACHE);
  return (await cache.match(url.href)) ?? fetch(request);
}
