// Web pages: the article alone comes in, and what was left out can be brought back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, bytes, drop, open, paste, put, settled, shown, started } from "./page.mjs";
import { HEADLINE, PAGE, PARAGRAPHS } from "./web.mjs";

const file = (name, text) => ({ name, type: "text/html", bytes: bytes(text) });
const left = (page) => page.locator(".left-out li p").allInnerTexts();

test("of a saved page the article comes in, and its title; nothing in it runs or loads", async (t) => {
  const { page } = await open(t);
  await drop(page, [file("pier.html", PAGE)]);
  await settled(page);
  assert.deepEqual(await shown(page), PARAGRAPHS);
  assert.equal(await page.getByLabel("Title of the article").inputValue(), HEADLINE);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
});

test("what was left out is listed in order, comes back where it stood, with undo, and is there after a reload", async (t) => {
  const { page } = await open(t);
  await drop(page, [file("pier.html", PAGE)]);
  await settled(page);
  await page.getByRole("button", { name: /^Left out: \d+$/ }).click();
  const pieces = await left(page);
  for (const part of ["Sport", "By Ann Pell", "Photograph: J. Ames", "Sign up here", "Ferries late for a third week", "gullwatcher", "© 2026"]) assert.ok(pieces.some((piece) => piece.includes(part)), part);
  assert.ok(!pieces.some((piece) => PARAGRAPHS.some((paragraph) => piece.includes(paragraph))));
  await accessible(page);
  await page.getByRole("button", { name: /^Bring back: Get the Harbour Letter/ }).click();
  assert.ok(await page.getByRole("button", { name: /^Bring back: Get the Harbour Letter/ }).isDisabled(), "it is in the text now");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  assert.match((await shown(page))[2], /^Get the Harbour Letter/);
  await page.getByRole("button", { name: /^Undo/ }).click();
  assert.deepEqual(await shown(page), PARAGRAPHS);
  await page.reload();
  await started(page);
  await settled(page);
  await page.getByRole("button", { name: /^Left out: \d+$/ }).click();
  assert.deepEqual(await left(page), pieces);
});

test("a whole page that was copied is cut; a part that a person cut out is not", async (t) => {
  // The browser itself looks at what the test puts on the clipboard, and refuses handlers and styles in it.
  const { page } = await open(t, { expect: [/inline (style|event handler)/] });
  await paste(page, "plain", PAGE);
  await settled(page);
  assert.deepEqual(await shown(page), PARAGRAPHS);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  const part = `<p class="byline">By Ann Pell</p><p>${PARAGRAPHS[0]}</p><div class="newsletter-box"><p>Get the Harbour Letter.</p></div><p>${PARAGRAPHS[1]}</p>`;
  await put(page, "plain", part);
  assert.deepEqual(await shown(page), ["By Ann Pell", PARAGRAPHS[0], "Get the Harbour Letter.", PARAGRAPHS[1]]);
  assert.equal(await page.getByRole("button", { name: /^Left out/ }).count(), 0);
});

test("a folder of pages comes in cut, each with what was left out of it", async (t) => {
  const { page } = await open(t);
  const second = PAGE.replaceAll("pier", "lighthouse").replaceAll(HEADLINE.replace("pier", "lighthouse"), "Lighthouse vote put off");
  await drop(page, [file("a.html", PAGE), file("b.html", second)]);
  await page.getByText("2 articles are on the list").waitFor();
  await page.getByRole("button", { name: HEADLINE, exact: true }).click();
  await settled(page);
  assert.deepEqual(await shown(page), PARAGRAPHS);
  assert.equal(await page.getByRole("button", { name: /^Left out: \d+$/ }).count(), 1);
});

test("a page without an article, and one that is made to stop a parser, come in whole", async (t) => {
  const { page } = await open(t);
  await drop(page, [file("short.html", "<!doctype html><title>Note</title><p>Ferry late.</p>")]);
  await settled(page);
  assert.deepEqual(await shown(page), ["Ferry late."]);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  await drop(page, [file("deep.html", `<!doctype html><title>Deep</title>${"<div>".repeat(50_000)}<p>Ferry late.</p>`)]);
  await settled(page);
  assert.deepEqual(await shown(page), ["Ferry late."]);
});

test("where its program cannot be loaded, the page is read as it was before", async (t) => {
  const { page, context } = await open(t, { serviceWorkers: "block", expect: [/./] });
  await context.route(/readable-.*\.js/, (route) => route.abort());
  await drop(page, [file("pier.html", PAGE)]);
  await settled(page);
  const text = (await shown(page)).join("\n");
  for (const paragraph of PARAGRAPHS) assert.ok(text.includes(paragraph));
});
