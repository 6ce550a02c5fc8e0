// Many articles: dropped or opened as files or as a folder, read in the background, worked through, taken away in one file.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, bytes, drop, open, settled, started } from "./page.mjs";

const SOUND = (n) => `Ferry ${n} is late again\n\nThe ferry was late, Ann Pell said on Monday. “We are sorry,” she told passengers in Port Avelle.\n`;
const DAMAGED = (n) => `Council ${n} meets\n\n“ We did n't know , ” said Lena Ortiz , the mayor of Port Avelle . Nobody else spoke .\n\nAdvertisement\n\nThe council â€™s vote is due on Monday .\n`;
const text = (n) => (n % 2 ? SOUND(n) : DAMAGED(n));
const files = (count) => Array.from({ length: count }, (_, n) => ({ name: `story-${n + 1}.txt`, type: "text/plain", bytes: bytes(text(n + 1)) }));
const read = (page) => page.waitForFunction(() => document.querySelectorAll(".kept").length && !document.querySelector(".verdict.unread, .reading progress"), null, { timeout: 60_000 });
const titles = (page) => page.locator(".shelf .kept-title").allInnerTexts();

/** A folder on disk, with folders in it, hidden files, and files that are no articles. */
function folder(t) {
  const root = mkdtempSync(join(tmpdir(), "galley-folder-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, "desk", "2019"), { recursive: true });
  writeFileSync(join(root, "desk", "a.txt"), SOUND(1));
  writeFileSync(join(root, "desk", "2019", "a.txt"), DAMAGED(2));
  writeFileSync(join(root, "desk", "2019", "b.html"), "<title>Budget passes</title><p>The budget passed, Ann Pell said.</p>");
  writeFileSync(join(root, "desk", "2019", ".hidden.txt"), "not this one");
  writeFileSync(join(root, "desk", "photo.png"), Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1"));
  writeFileSync(join(root, "desk", "empty.txt"), "");
  return join(root, "desk");
}

test("fifty files are kept, read in the background, and listed with the most damaged first", async (t) => {
  const { page } = await open(t);
  await drop(page, files(50));
  await page.getByText("50 articles are on the list.").waitFor();
  await page.getByText(/\d+ of 50 read/).waitFor();
  await accessible(page);
  await read(page);
  assert.equal(await page.locator(".kept").count(), 50);
  const first = await page.locator(".kept").first().innerText();
  assert.match(first, /Council/);
  assert.match(first, /name.*quotation.*finding/s);
  const verdicts = await page.locator(".kept .verdict").evaluateAll((all) => all.map((v) => Number(v.className.match(/v(\d)/)[1])));
  assert.deepEqual(verdicts, [...verdicts].sort((a, b) => b - a), "the most damaged first");
  await page.getByRole("combobox", { name: "Order" }).selectOption("Title");
  assert.deepEqual((await titles(page)).slice(0, 2), ["Council 2 meets", "Council 4 meets"], "numbers as people order them");
  await page.getByRole("combobox", { name: "Order" }).selectOption("Most to review");
  await page.reload();
  await started(page);
  assert.equal(await page.getByRole("combobox", { name: "Order" }).inputValue(), "Most to review");
  await page.waitForFunction(() => document.querySelectorAll(".kept").length === 50 && !document.querySelector(".verdict.unread"));
  await accessible(page);
});

test("every file has a place of its own, though all come in one moment", async (t) => {
  const { page } = await open(t, { init: () => ((Math.random = () => 0.5), (Date.now = () => 1_700_000_000_000)) });
  await drop(page, files(12));
  await read(page);
  const kept = await page.evaluate(async () => {
    const database = await new Promise((done) => (indexedDB.open("galley").onsuccess = ({ target }) => done(target.result)));
    return new Promise((done) => (database.transaction("seeds").objectStore("seeds").count().onsuccess = ({ target }) => done(target.result)));
  });
  assert.equal(kept, 12);
});

/** The first look into the database is answered late: what comes in meanwhile is on its way there, and not yet in it. */
const slowList = () => {
  const getAll = IDBObjectStore.prototype.getAll;
  let first = true;
  IDBObjectStore.prototype.getAll = function (...given) {
    const hold = first && this.name === "records";
    if (hold) first = false;
    const request = getAll.apply(this, given);
    const until = Date.now() + 1500;
    // A transaction stays open as long as it is asked something.
    const again = () => Date.now() < until && (this.get("nothing").onsuccess = again);
    if (hold) again();
    return request;
  };
};

test("files that come while the list is still being read are on it, and are read", async (t) => {
  const { page } = await open(t, { init: slowList });
  await drop(page, files(3));
  await page.getByText("3 articles are on the list").waitFor();
  await page.waitForTimeout(2000);
  await read(page);
  assert.equal(await page.locator(".shelf .kept").count(), 3);
});

test("reading can be stopped, and taken up again", async (t) => {
  const { page } = await open(t);
  await drop(page, files(60));
  await page.getByRole("button", { name: "Stop" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(/articles? (is|are) not read yet/).waitFor();
  await page.getByRole("button", { name: "Read them" }).click();
  await read(page);
  assert.equal(await page.locator(".kept .verdict.unread").count(), 0);
});

test("a folder is dropped: what is in its folders is taken in, what is no article is named", async (t) => {
  const { page, context } = await open(t);
  const session = await context.newCDPSession(page);
  const data = { items: [], files: [folder(t)], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 600, y: 300, data });
  await page.getByText("3 articles are on the list.").waitFor();
  const refused = await page.locator(".refused li").allInnerTexts();
  assert.equal(refused.length, 2);
  assert.ok(refused.some((why) => /photo\.png is an image/.test(why)), refused.join("\n"));
  assert.ok(refused.some((why) => /empty\.txt is empty/.test(why)), refused.join("\n"));
  await accessible(page);
  await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await read(page);
  assert.deepEqual((await titles(page)).sort(), ["Budget passes", "Council 2 meets", "Ferry 1 is late again"]);
});

test("a folder is opened with the button", async (t) => {
  const { page } = await open(t);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByText("Open a folder…").click()]);
  await chooser.setFiles(folder(t));
  await page.getByText("3 articles are on the list.").waitFor();
});

test("the list is worked through with buttons and with keys, in its order", async (t) => {
  const { page } = await open(t);
  await drop(page, files(4));
  await read(page);
  await page.getByRole("combobox", { name: "Order" }).selectOption("Title");
  await page.getByRole("button", { name: "Council 2 meets", exact: true }).click();
  await settled(page);
  await page.getByText("1 of 4").waitFor();
  assert.ok(await page.getByRole("button", { name: "This is the first article of the list" }).isDisabled());
  await page.getByRole("button", { name: /Next article: Council 4/ }).click();
  await page.getByText("2 of 4").waitFor();
  await settled(page);
  await accessible(page);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Shift+n");
  await page.keyboard.press("a"); // a decision changes the article's date, and not the order that is worked through
  await page.keyboard.press("j");
  await page.getByText("3 of 4").waitFor();
  await page.keyboard.press("Shift+J");
  await page.getByText("2 of 4").waitFor();
  await page.getByRole("button", { name: /Undo: Accept/ }).waitFor();
  await page.keyboard.press("j");
  await page.getByText("3 of 4").waitFor();
  await page.keyboard.press("j");
  await page.getByText("4 of 4").waitFor();
  await page.keyboard.press("j");
  await page.getByText("This is the last article of the list.").waitFor();
});

test("what is listed is exported together, with the losses added up", async (t) => {
  const { page } = await open(t);
  await drop(page, files(6));
  await read(page);
  await page.getByRole("searchbox", { name: "Search titles" }).fill("council");
  await page.getByRole("button", { name: "Export these 3…" }).click();
  await page.locator('.format input[value="conll2003"]').check();
  await page.getByText("What these articles lose in this format, added up:").waitFor();
  await accessible(page);
  await page.locator('.format input[value="tei"]').check();
  await page.getByText("articles.tei.zip").waitFor();
  await page.locator('.format input[value="native"]').check();
  await page.getByText("articles.galley.jsonl").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
  const documents = readFileSync(await download.path(), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(documents.map((d) => d.document.id).sort(), ["story-2.txt", "story-4.txt", "story-6.txt"]);
  assert.ok(documents.every((d) => d.annotations.some((a) => a.layer === "quote")), "with what the engine found");
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox", { name: "Search titles" }).fill("");
  const [all] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download everything" }).click()]);
  assert.equal(readFileSync(await all.path(), "utf8").trim().split("\n").length, 6);
});
