// The browser's database, for the rules: they stand in it under a key of their own, and the kept articles are read from it.
// Its stores are made by the page (src/app/ui/keep/store/schema.rs), which is there first.

/** The setting that says that there are rules; it changes with them, so that other tabs hear of it. */
export const FLAG = "galley.rules";
const KEY = "*rules"; // in "held", beside the count of how often everything was forgotten

const opened = () =>
  new Promise((done, fail) => {
    const request = indexedDB.open("galley");
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
    request.onupgradeneeded = () => request.transaction.abort(); // the page makes it
  });

async function within(stores, mode, ask) {
  const database = await opened();
  try {
    return await new Promise((done, fail) => {
      const transaction = database.transaction(stores, mode);
      const answer = ask((name) => transaction.objectStore(name));
      transaction.oncomplete = () => done(answer());
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** The file of the rules; `otherwise` where the browser keeps none. */
export const read = (otherwise = "") =>
  within(["held"], "readonly", (store) => {
    const request = store("held").get(KEY);
    return () => request.result?.rules ?? "";
  }).catch(() => otherwise);

/** Keeps the file; false where the browser does not. */
export async function keep(rules) {
  try {
    await within(["held"], "readwrite", (store) => {
      if (rules.trim()) store("held").put({ id: KEY, token: "", rules });
      else store("held").delete(KEY);
      return () => {};
    });
    if (rules.trim()) localStorage.setItem(FLAG, Date.now());
    else localStorage.removeItem(FLAG);
    return true;
  } catch {
    return false;
  }
}

const BATCH = 50;

/** The kept articles: { title, seed, log } each, or null where one cannot be read; in order of time, those in the bin left out. */
export async function articles() {
  const records = await within(["records"], "readonly", (store) => {
    const request = store("records").getAll();
    return () => request.result;
  }).catch(() => []);
  const ids = records.filter((record) => record.id && record.deleted == null).sort((a, b) => a.created - b.created);
  async function* each() {
    for (let n = 0; n < ids.length; n += BATCH) {
      const some = ids.slice(n, n + BATCH);
      const found = await within(["seeds", "log"], "readonly", (store) => {
        const requests = some.map(({ id }) => [store("seeds").get(id), store("log").index("document").getAll(id)]);
        return () => requests.map(([seed, log], m) => seed.result && { title: some[m].title || "", seed: seed.result, log: log.result.map(({ entry }) => entry) });
      }).catch(() => some.map(() => null));
      for (const article of found) yield article ?? null;
    }
  }
  return Object.assign(each(), { length: ids.length });
}
