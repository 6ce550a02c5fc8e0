// What is pasted and dropped: hostile pages, documents of word processors, files that are no text, an import that fails.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, drop, open, put, settled, shown } from "./page.mjs";
import { CLOBBERED, archive, word } from "./hostile.mjs";

const one = (name, content, type = "") => [{ name, type, bytes: typeof content === "string" ? bytes(content) : [...content] }];

test("names that hide what elements are asked for hide nothing of a pasted page", async (t) => {
  const { page } = await open(t);
  for (const name of CLOBBERED) {
    const html = `<p>Ferry late, ${name}.</p><form><input name="${name}"><button name="${name}">Send</button></form><img name="${name}" id="${name}"><p>It was late &eacute;ach day.</p>`;
    await put(page, "plain", html);
    assert.deepEqual(await shown(page), [`Ferry late, ${name}.`, "It was late éach day."], name);
  }
});

test("a page that nests without end is read whole, and nothing stops", async (t) => {
  const { page } = await open(t);
  const MANY = 100_000;
  for (const [what, opened, closed] of [
    ["divisions", "<div>", "</div>"],
    ["tables", "<table><tr><td>", "</td></tr></table>"],
    ["unclosed", "<b><p><font>", ""],
    ["lists", "<ul><li>", ""],
  ]) {
    // Made in the page: it is megabytes.
    await page.evaluate(
      ([what, opened, closed, many]) => {
        const html = `<title>Deep ${what}</title><p>First words of ${what}.</p>${opened.repeat(many)}The ferry was late.${closed.repeat(many)}<p>Last words.</p>`;
        const data = new DataTransfer();
        data.items.add(new File([html], `${what}.html`, { type: "text/html" }));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [what, opened, closed, MANY],
    );
    await page.getByText(`First words of ${what}.`).first().waitFor();
    await page.waitForFunction((n) => document.querySelectorAll("#sheet .t").length === n, 3);
    assert.deepEqual(await shown(page), [`First words of ${what}.`, "The ferry was late.", "Last words."], what);
    await page.getByRole("button", { name: /back to the start page/ }).click();
  }
});

test("a Word document is read with its paragraphs; by itself, and among others", async (t) => {
  const { page } = await open(t);
  const paragraphs = ["Ferry late again", "“The ferry was late,” Ann Pell said & left.", "Nobody else spoke."];
  await drop(page, one("story.docx", word(paragraphs)));
  await settled(page);
  assert.deepEqual(await shown(page), paragraphs);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  await drop(page, [...one("second.docx", word(["Second story", ...paragraphs])), ...one("third.txt", "Third story\n\nThe ferry was late.")]);
  await page.getByText("2 articles are on the list").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".kept").length === 3);
  const titles = await page.locator(".shelf .kept-title").allInnerTexts();
  assert.deepEqual(titles.sort(), ["Ferry late again", "Second story", "Third story"]);
});

test("markup is read as such by its content, never shown with its tags", async (t) => {
  const { page } = await open(t);
  await drop(page, one("wire.txt", `<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>Ferry late again</title></head><body><p>The ferry was late.</p><p>Nobody spoke.</p></body></nitf>`));
  await settled(page);
  assert.deepEqual(await shown(page), ["The ferry was late.", "Nobody spoke."]);
});

test("what is no text is refused in a sentence that says what to do, and never listed", async (t) => {
  const { page } = await open(t);
  const sheet = archive({ "[Content_Types].xml": "<?xml version='1.0'?><Types/>", "xl/workbook.xml": "<?xml version='1.0'?><workbook/>", "xl/sheet1.xml": "<?xml version='1.0'?><sheet/>" });
  const slides = archive({ mimetype: "application/vnd.oasis.opendocument.presentation", "content.xml": "<?xml version='1.0'?><x/>", "styles.xml": "<?xml version='1.0'?><x/>" });
  for (const [name, content] of [
    ["table.xlsx", sheet],
    ["slides.odp", slides],
    ["paper.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj"],
    ["photo.png", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1")],
    ["photo.webp", Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1")],
    ["old.doc", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "latin1")],
  ]) {
    await drop(page, one(name, content));
    const told = page.getByText(new RegExp(`^${name.replace(".", "\\.")}\\b.*open it in its own program, and copy the article from there`));
    await told.waitFor();
    await page.getByRole("button", { name: "Close this note" }).first().click();
  }
  assert.equal(await page.locator(".kept").count(), 0);
  await put(page, "The ferry was late, Ann Pell said.");
});

test("an import that fails, or whose worker crashes, says so and leaves the page whole; the next one works", async (t) => {
  // Formats are read so slowly that there is time to crash: the worker is told what to read only when the test says so.
  const { page } = await open(t, {
    expect: [/./],
    init: () => {
      const post = Worker.prototype.postMessage;
      globalThis.held = [];
      Worker.prototype.postMessage = function (...message) {
        if (globalThis.hold && message[0]?.read) globalThis.held.push(() => post.apply(this, message));
        else post.apply(this, message);
      };
    },
  });
  const file = one("story.docx", word(["Ferry late again", "The ferry was late, Ann Pell said."]));
  await put(page, "Something else is on the desk, Ann Pell said.");
  await page.evaluate(() => (globalThis.hold = true));
  await drop(page, file);
  await page.waitForFunction(() => globalThis.held.length === 1);
  const reader = page.workers().find((worker) => worker !== page.workers()[0]);
  await reader.evaluate(() => setTimeout(() => { throw new RangeError("made by a test"); }));
  await page.getByText(/made by a test/).waitFor();
  await page.getByText(/Nothing was taken in/).waitFor();
  assert.deepEqual(await shown(page), ["Something else is on the desk, Ann Pell said."]);
  await page.evaluate(() => (globalThis.hold = false));

  await drop(page, one("broken.json", '{"format":"galley","version":1,'));
  await page.getByText(/broken\.json: /).waitFor();
  await drop(page, file);
  await page.locator("#sheet").getByText("Ferry late again").first().waitFor();
  assert.deepEqual(await shown(page), ["Ferry late again", "The ferry was late, Ann Pell said."]);
});

test("a program of the formats that does not come once is asked for again with the next file", async (t) => {
  const { page, context } = await open(t, { serviceWorkers: "block", expect: [/./] });
  let asked = 0;
  await context.route(/exchange-.*\.wasm/, (route) => (asked++ ? route.continue() : route.abort()));
  const file = one("story.docx", word(["Ferry late again", "The ferry was late, Ann Pell said."]));
  await drop(page, file);
  await page.getByText(/Nothing was taken in/).waitFor();
  await drop(page, file);
  await page.locator("#sheet").waitFor();
  assert.deepEqual(await shown(page), ["Ferry late again", "The ferry was late, Ann Pell said."]);
});
