// How the page starts, what its policy refuses, and what is shown when it cannot start.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, put, started, variant } from "./page.mjs";

test("starts under a sub path", async (t) => {
  const { page } = await open(t);
  assert.equal(await page.title(), "Galley");
  assert.equal(await page.locator("#boot").count(), 0);
});

test("the policy refuses other hosts, inline scripts and inline styles", async (t) => {
  const { page, foreign } = await open(t, { expect: [/Content Security Policy/, /Refused to/, /violates the following/] });
  const ran = await page.evaluate(async () => {
    const seen = {};
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineRan = true";
    document.head.append(script);
    const link = document.createElement("p");
    link.setAttribute("style", "position: fixed");
    document.body.append(link);
    seen.inline = globalThis.inlineRan === true;
    seen.style = getComputedStyle(link).position;
    link.remove();
    seen.fetch = await fetch("https://example.org/").then(() => "answered", () => "refused");
    // Not at once: what a test evaluates may itself evaluate.
    seen.eval = await new Promise((done) =>
      setTimeout(() => {
        try {
          done(Function("return 'ran'")());
        } catch {
          done("refused");
        }
      }),
    );
    return seen;
  });
  assert.deepEqual(ran, { inline: false, style: "static", fetch: "refused", eval: "refused" });
  assert.deepEqual(foreign, []);
});

for (const [what, spoil] of [
  ["missing", (path) => rmSync(path)],
  ["damaged", (path) => writeFileSync(path, "not a program")],
]) {
  test(`says why it could not start when its program is ${what}`, async (t) => {
    const folder = variant((folder, files) => spoil(join(folder, files.find((name) => /^page-.*\.wasm\.gz$/.test(name)))));
    const { page } = await open(t, { folder, start: false, expect: [/404/, /could not be loaded/, /WebAssembly/, /wasm/i] });
    const note = page.getByRole("alert");
    await note.waitFor();
    assert.match(await note.innerText(), /Galley could not start\. .*(404|WebAssembly|wasm)/);
    assert.match(await note.innerText(), /Reload the page/);
    assert.ok(!(await page.getByText("Loading…").isVisible()));
  });
}

test("says what to do when scripts are not allowed", async (t) => {
  const { page } = await open(t, { start: false, javaScriptEnabled: false });
  assert.ok(await page.locator("noscript p").isVisible());
});

test("says what to do when its script never arrives", async (t) => {
  const folder = variant((folder, files) => rmSync(join(folder, files.find((name) => /^page-.*\.js$/.test(name)))));
  const { page } = await open(t, { folder, start: false, expect: [/404/] });
  const note = page.getByText("Galley has not started.");
  assert.ok(!(await note.isVisible()), "not before it has had its time");
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  assert.ok(await note.isVisible());
});

test("a changed script is refused", async (t) => {
  const folder = variant((folder, files) => writeFileSync(join(folder, files.find((name) => /^page-.*\.js$/.test(name))), "globalThis.tampered = true"));
  const { page } = await open(t, { folder, start: false, expect: [/integrity/] });
  await page.waitForLoadState();
  assert.equal(await page.evaluate(() => globalThis.tampered), undefined);
});

test("a crash of the page is told over whatever is there", async (t) => {
  const { page } = await open(t, { expect: [/a test said so/] });
  await put(page, "Ferry late again\n\nThe ferry was late, Ann Pell said.");
  await page.getByRole("button", { name: "History" }).click();
  await page.evaluate(() => globalThis.galley.failed("a test said so"));
  assert.equal(await page.locator("#boot:popover-open").count(), 1, "it lies over what is there, an open window too");
  const note = await page.locator("[role=alert]").filter({ hasText: "Galley has stopped" }).innerText();
  assert.match(note, /a test said so/);
  assert.match(note, /Reload the page: what was called saved is kept/);
});
