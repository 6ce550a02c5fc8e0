// The start page before the program is there: what is done to it then is done, or done again when it comes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, bytes, drop, open, paste, pasteEvent, read, run, settled, shown, started } from "./page.mjs";
import { ARTICLE } from "./samples.mjs";

/** Opens the page with its programs held back; `arrive()` lets them come. */
async function held(t, options = {}) {
  let arrive;
  const gate = new Promise((done) => (arrive = done));
  const { page, context, url } = await open(t, { ...options, start: false, go: false });
  await context.route(/\.wasm/, async (route) => {
    await gate;
    await route.continue().catch(() => {});
  });
  // The load of the page itself waits for no program.
  await page.goto(url, { waitUntil: "commit" });
  await page.locator("#paste").waitFor();
  return {
    page,
    arrive: async () => {
      arrive();
      await started(page);
    },
  };
}

test("a paste before the program is there is read when it comes", async (t) => {
  const { page, arrive } = await held(t);
  await paste(page, ARTICLE);
  assert.equal(await page.locator("#paste").inputValue(), ARTICLE, "it is seen at once");
  assert.ok(await page.getByText("What you gave it is read as soon as it is here").isVisible());
  assert.equal(await page.locator("#sheet").count(), 0);
  await arrive();
  await run(page, "Lena Ortiz").first().waitFor();
  assert.equal((await shown(page)).join("\n\n"), ARTICLE);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  assert.equal(await page.locator("#paste").inputValue(), "", "the box is empty for the next one");
});

test("formatting that was pasted early is read as ever", async (t) => {
  const { page, arrive } = await held(t);
  await paste(page, "Council votes\nLena Ortiz resigned.", "<h1>Council votes</h1><p>Lena <b>Ortiz</b> resigned.</p>");
  await arrive();
  await settled(page);
  assert.deepEqual(await shown(page), ["Council votes", "Lena Ortiz resigned."]);
});

test("what is typed early stays, with the cursor in it, and is read when one says so", async (t) => {
  const { page, arrive } = await held(t);
  assert.ok(await page.locator("#paste").evaluate((box) => document.activeElement === box), "the box has the focus at once");
  assert.ok(await page.locator("#read").isDisabled());
  await page.keyboard.type("Lena Ortiz resigned on");
  assert.ok(await page.locator("#read").isEnabled());
  await arrive();
  await page.keyboard.type(" Monday.");
  assert.equal(await page.locator("#paste").inputValue(), "Lena Ortiz resigned on Monday.");
  await page.keyboard.press("Control+Enter");
  await settled(page);
  assert.deepEqual(await shown(page), ["Lena Ortiz resigned on Monday."]);
});

test("what is typed after an early paste counts: nothing is read unasked", async (t) => {
  const { page, arrive } = await held(t);
  await paste(page, "Lena Ortiz resigned.");
  await page.keyboard.type(" Tom Hale followed.");
  await arrive();
  await page.waitForTimeout(300);
  assert.equal(await page.locator("#paste").inputValue(), "Lena Ortiz resigned. Tom Hale followed.");
  await page.locator("#read").click();
  await settled(page);
  assert.deepEqual(await shown(page), ["Lena Ortiz resigned. Tom Hale followed."]);
});

test("Read it, a sample and files that are asked for early come", async (t) => {
  await t.test("by Ctrl+Enter", async (t) => {
    const { page, arrive } = await held(t);
    await page.keyboard.type("Lena Ortiz resigned.");
    await page.keyboard.press("Control+Enter");
    await arrive();
    await settled(page);
    assert.deepEqual(await shown(page), ["Lena Ortiz resigned."]);
  });
  await t.test("a sample", async (t) => {
    const { page, arrive } = await held(t);
    await page.getByRole("button", { name: /A careless one/ }).click();
    await arrive();
    await settled(page);
    assert.equal((await shown(page)).join("\n\n").slice(0, 40), read("samples", "careless.txt").slice(0, 40));
  });
  await t.test("dropped files", async (t) => {
    const { page, arrive } = await held(t);
    await drop(page, [1, 2].map((n) => ({ name: `story-${n}.txt`, type: "text/plain", bytes: bytes(`Story ${n}\n\n${ARTICLE}`) })));
    await arrive();
    await page.getByText("2 articles are on the list").waitFor();
  });
  await t.test("a file of the box", async (t) => {
    const { page, arrive } = await held(t);
    await page.getByLabel("Open files…").setInputFiles({ name: "council.txt", mimeType: "text/plain", buffer: Buffer.from(ARTICLE) });
    await arrive();
    await settled(page);
    assert.equal((await shown(page)).join("\n\n"), ARTICLE);
  });
});

test("on a slow line the box takes a paste at the first paint, before any program, and marks follow", async (t) => {
  const { page, context, url } = await open(t, { start: false, go: false });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 50_000 });
  await context.addInitScript(() => {
    new PerformanceObserver((list) => {
      const paint = list.getEntries().find((entry) => entry.name === "first-contentful-paint");
      if (!paint) return;
      globalThis.painted = { first: paint.startTime, box: Boolean(document.querySelector("#paste")), holds: Boolean(globalThis.galleyEarly), programs: performance.getEntriesByType("resource").filter((r) => /wasm/.test(r.name) && r.responseEnd > 0).length };
    }).observe({ type: "paint", buffered: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.painted);
  const painted = await page.evaluate(() => globalThis.painted);
  assert.deepEqual({ box: painted.box, holds: painted.holds, programs: painted.programs }, { box: true, holds: true, programs: 0 }, "at the first paint the box is there, and no program");
  await pasteEvent(page, "#paste", ARTICLE);
  assert.equal(await page.locator("#paste").inputValue(), ARTICLE);
  await run(page, "Lena Ortiz").first().waitFor({ timeout: 60_000 });
});

test("a person's colours are there at the first paint, and an article that comes back is not announced by the start page", async (t) => {
  const { page, url } = await open(t);
  await page.evaluate(() => localStorage.setItem("galley.theme", "dark"));
  await page.goto(url, { waitUntil: "commit" });
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await started(page);
  await paste(page, ARTICLE);
  await settled(page);
  await page.getByText(/Saved|saved/).first().waitFor();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator("#start").waitFor({ state: "attached" });
  assert.ok(!(await page.locator("#start").isVisible()));
  await settled(page);
  assert.ok(!(await page.locator("#start").isVisible()));
});

test("the start page without its program is accessible, in both colours", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const { page } = await held(t, { colorScheme });
    await accessible(page);
  }
});
