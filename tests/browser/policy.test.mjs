// What the page's policy refuses its workers: each way out is tried from inside each of them, in both builds.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { bytes, drop, open, settled } from "./page.mjs";
import { ARTICLE } from "./samples.mjs";

/** Another address, which lets everybody in and takes note of who comes. */
async function elsewhere(t) {
  const visits = [];
  const server = createServer((request, response) => {
    visits.push(request.url);
    const type = /stream/.test(request.url) ? "text/event-stream" : "text/javascript";
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(type === "text/javascript" ? "0;" : "data: x\n\n");
  });
  server.on("upgrade", (request, socket) => {
    visits.push(request.url);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { visits, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Runs in a worker: tries to get out to `address`, and to make code of text. What came of each way. */
async function tryEveryWay(address) {
  const within = (way) => Promise.race([way, new Promise((done) => setTimeout(() => done("no answer"), 4000))]);
  const attempt = (way) => {
    try {
      return within(Promise.resolve(way())).catch(() => "refused");
    } catch {
      return "refused";
    }
  };
  const out = () => "out";
  const blob = (source) => URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const nested = (source) =>
    new Promise((done) => {
      const worker = new Worker(blob(source));
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = () => done("refused");
    });
  // Not at once: what a test evaluates may itself evaluate.
  await new Promise((done) => setTimeout(done));
  return {
    fetch: await attempt(() => fetch(`${address}fetch`).then(out)),
    "fetch without an answer": await attempt(() => fetch(`${address}no-cors`, { mode: "no-cors" }).then(out)),
    XMLHttpRequest: await attempt(
      () =>
        new Promise((done) => {
          const request = new XMLHttpRequest();
          request.onload = () => done("out");
          request.onerror = () => done("refused");
          request.open("GET", `${address}xhr`);
          request.send();
        }),
    ),
    // The server notes who knocks, and opens to none. What the policy refuses may have no answer at all.
    WebSocket: await attempt(
      () =>
        new Promise((done) => {
          const socket = new WebSocket(`${address.replace("http", "ws")}socket`);
          socket.onclose = () => done("refused");
        }),
    ),
    EventSource: await attempt(
      () =>
        new Promise((done) => {
          const stream = new EventSource(`${address}stream`);
          stream.onopen = () => (stream.close(), done("out"));
          stream.onerror = () => (stream.close(), done("refused"));
        }),
    ),
    importScripts: await attempt(() => (importScripts(`${address}script`), "out")),
    import: await attempt(() => import(`${address}module`).then(out)),
    "worker of another address": await attempt(
      () =>
        new Promise((done) => {
          const worker = new Worker(`${address}worker`);
          worker.onerror = () => done("refused");
        }),
    ),
    "fetch of a nested worker": await attempt(() => nested(`fetch("${address}nested").then(() => postMessage("out"), () => postMessage("refused"))`)),
    "importScripts of a nested worker": await attempt(() => nested(`try { importScripts("${address}nested-script"); postMessage("out") } catch { postMessage("refused") }`)),
    "eval of a nested worker": await attempt(() => nested(`try { postMessage(eval('"out"')) } catch { postMessage("refused") }`)),
    eval: await attempt(() => (0, eval)('"out"')),
    Function: await attempt(() => Function("return 'out'")()),
    "setTimeout of text": await attempt(
      () =>
        new Promise((done, fail) => {
          self.timedOut = () => done("out");
          if (!setTimeout("self.timedOut()")) fail();
          setTimeout(() => done("refused"), 200);
        }),
    ),
    sendBeacon: await attempt(() => (navigator.sendBeacon?.(`${address}beacon`) ? "out" : "refused")),
  };
}

/** A page whose workers stay after they have answered, and one of each kind: the engine, a second one for the background, formats, patterns. */
async function everyWorker(t, options) {
  const { page } = await open(t, { ...options, init: () => (Worker.prototype.terminate = () => {}), expect: [/./] });
  await drop(page, [1, 2].map((n) => ({ name: `story-${n}.txt`, type: "text/plain", bytes: bytes(`Story ${n}\n\n${ARTICLE}`) })));
  await page.getByText("2 articles are on the list").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".kept").length === 2 && !document.querySelector(".verdict.unread"));
  await page.locator(".kept-open").first().click();
  await settled(page);
  await page.keyboard.press("Control+s");
  await page.locator(".file-name").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: /^Find/ }).first().click();
  await page.getByRole("button", { name: "Regular expression" }).click();
  await page.getByRole("textbox", { name: "Find in the text" }).fill("Lena|Ortiz");
  await page.waitForFunction(() => / of \d/.test(document.querySelector(".found")?.textContent));
  const kinds = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.name)));
  assert.ok(kinds.filter((name) => name === "galley worker").length >= 2, `two engines: ${kinds}`);
  for (const name of ["galley exchange", "galley patterns"]) assert.ok(kinds.includes(name), `${name}: ${kinds}`);
  return page;
}

for (const [build, options] of [
  ["the served page", {}],
  ["galley.html", { single: true }],
])
  test(`no worker of ${build} gets out or runs what is text`, async (t) => {
    const { visits, address } = await elsewhere(t);
    // What the browser is asked for and refuses by itself counts for nothing: the other server knows who came.
    const page = await everyWorker(t, { ...options, allow: address });
    for (const worker of page.workers()) {
      const tried = await worker.evaluate(tryEveryWay, address);
      for (const [way, came] of Object.entries(tried)) assert.ok(came === "refused" || (way === "WebSocket" && came === "no answer"), `${await worker.evaluate(() => self.name)}: ${way}: ${came}`);
    }
    assert.deepEqual(visits, []);
  });

test("without the policy each of these ways is open", async (t) => {
  const { visits, address } = await elsewhere(t);
  const folder = mkdtempSync(join(tmpdir(), "galley-open-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>No policy</title>");
  const { page } = await open(t, { folder, start: false, allow: address, expect: [/./] });
  await page.evaluate(() => void (globalThis.kept = new Worker(URL.createObjectURL(new Blob([""], { type: "text/javascript" })))));
  const worker = page.workers()[0] ?? (await page.waitForEvent("worker"));
  const tried = await worker.evaluate(tryEveryWay, address);
  for (const way of ["fetch", "fetch without an answer", "XMLHttpRequest", "EventSource", "importScripts", "import", "fetch of a nested worker", "importScripts of a nested worker", "eval of a nested worker", "eval", "Function", "setTimeout of text"])
    assert.equal(tried[way], "out", way);
  for (const path of ["/fetch", "/no-cors", "/xhr", "/socket", "/stream", "/script", "/module", "/nested", "/nested-script"]) assert.ok(visits.includes(path), path);
});
