// What belongs to all articles, and what is dropped in: labels of a person's own, the list's names and search, tables.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, bytes, drop, letters, open, put, settled, started } from "./page.mjs";
import { another, home, saved } from "./kept.mjs";

const ARTICLE = `Ferry late again

The Quibble was late, Ann Pell said on Monday. “We are sorry,” she told passengers in Port Avelle.`;
const OTHER = `Council meets

The council met on the Quibble, said Tom Harrow. Nobody else spoke.`;

const file = (name, text) => ({ name, type: "text/plain", bytes: bytes(text) });
const read = (page) => page.waitForFunction(() => document.querySelectorAll(".kept").length && !document.querySelector(".verdict.unread, .reading progress"), null, { timeout: 60_000 });
const window = (page) => page.getByRole("dialog", { name: "Labels of your own" });

async function addLabel(page, name, key) {
  await page.getByRole("button", { name: "Labels…" }).click();
  const form = page.getByRole("group", { name: "New label" });
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  if (key) await form.getByRole("textbox", { name: "Key" }).fill(key);
  await form.getByRole("button", { name: "Add" }).click();
}

async function drag(page, words) {
  const { first, last } = await letters(page, words);
  await page.mouse.move(first.left + 1, first.top + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.top + last.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("toolbar").waitFor();
}

async function taken(page, button = "Export") {
  await page.getByRole("button", typeof button === "string" ? { name: button, exact: true } : { name: button }).click();
  await page.locator('.format input[value="native"]').check();
  await page.locator(".file-name").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
  const content = readFileSync(await download.path());
  await page.getByRole("button", { name: "Close", exact: true }).click();
  return { name: download.suggestedFilename(), content };
}

test("a label belongs to the library: every article is offered it, in every tab, until everything is forgotten", { timeout: 120_000 }, async (t) => {
  const { page, context, url } = await open(t);
  await put(page, ARTICLE);
  await addLabel(page, "Ship", "O");
  await page.getByRole("group", { name: "Label Ship" }).waitFor();
  await accessible(page);
  // A key in use is refused, and the free ones are offered.
  const form = page.getByRole("group", { name: "New label" });
  await form.getByRole("textbox", { name: "Name" }).fill("Harbour");
  await form.getByRole("textbox", { name: "Key" }).fill("o");
  await form.getByRole("button", { name: "Add" }).click();
  await form.getByText("O is the key of “Ship” already. Free: 9 0 I Y Z.").waitFor();
  await form.getByRole("textbox", { name: "Key" }).fill("a");
  await form.getByRole("button", { name: "Add" }).click();
  await form.getByText("A does something else. Free: 9 0 I Y Z.").waitFor();
  await form.getByRole("textbox", { name: "Key" }).fill("");
  await form.getByRole("button", { name: "Add" }).click();
  await page.getByRole("group", { name: "Label Harbour" }).waitFor();
  await page.keyboard.press("Escape");
  await saved(page);
  // Another article, after a reload, in another tab.
  await home(page);
  await page.reload();
  await started(page);
  await put(page, OTHER);
  await drag(page, "Quibble");
  await page.getByRole("toolbar").getByRole("button", { name: /^Ship/ }).waitFor();
  await page.keyboard.press("o");
  await page.getByRole("button", { name: /^Undo: Mark “Quibble” as Ship/ }).waitFor();
  const tab = await another(context, url);
  await put(tab, "The Quibble sank, said Ann Pell.");
  await tab.getByRole("navigation", { name: "Layers" }).getByRole("button", { name: /Harbour/ }).waitFor();
  await tab.getByRole("button", { name: "Labels…" }).click();
  const edit = tab.getByRole("group", { name: "Label Harbour" });
  await edit.getByRole("textbox", { name: "Name" }).fill("Port");
  await edit.getByRole("button", { name: "Change" }).click();
  await page.getByRole("navigation", { name: "Layers" }).getByRole("button", { name: /Port/ }).waitFor();
  await tab.close();
  // They go with exports, used or not, and the history opens again with them.
  const one = await taken(page);
  const labels = JSON.parse(one.content.toString().split("\n")[0]).labels.map((l) => `${l.label} ${l.name} ${l.key}`);
  assert.deepEqual(labels, ["HARBOUR Port null", "SHIP Ship o"]);
  await home(page);
  const all = await taken(page, /^Export all/);
  const lines = all.content.toString().trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(lines.length > 1 && lines.every((l) => l.labels.length === 2), "all of them have both");
  await page.getByRole("button", { name: "Forget everything…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Forget everything" }).click();
  await page.getByText(/are gone from this device/).waitFor();
  await put(page, ARTICLE);
  await page.getByRole("button", { name: "Labels…" }).click();
  assert.equal(await window(page).getByRole("group", { name: /^Label / }).count(), 0);
  await page.keyboard.press("Escape");
  // A label that comes with a file is the article's own, until it is kept for all.
  await home(page);
  await drop(page, [{ name: one.name, type: "", bytes: [...one.content] }]);
  await settled(page);
  await page.getByRole("button", { name: /^Undo: Mark “Quibble” as Ship/ }).waitFor();
  await page.getByRole("button", { name: "Labels…" }).click();
  const ship = window(page).getByRole("group", { name: "Label Ship" });
  await ship.getByText("came with this article").waitFor();
  await accessible(page);
  await ship.getByRole("button", { name: "Keep for all articles" }).click();
  await ship.getByRole("button", { name: "Change" }).waitFor();
  await page.keyboard.press("Escape");
  await home(page);
  await page.getByRole("button", { name: "Ferry late again", exact: true }).click();
  await settled(page);
  const layers = page.getByRole("navigation", { name: "Layers" });
  await layers.getByRole("button", { name: /Ship/ }).waitFor();
  assert.equal(await layers.getByRole("button", { name: /Port$|Port\s/ }).count(), 0, "what came with one article is not in another");
});

test("the list shows file names, and finds an article by its title, its file and its text", async (t) => {
  const { page } = await open(t);
  await drop(page, [file("harbour-2019.txt", ARTICLE), file("minutes.txt", OTHER), file("long.txt", `${"The lamps were lit early. ".repeat(60)}`)]);
  await read(page);
  for (const name of ["harbour-2019.txt", "minutes.txt", "long.txt"]) await page.locator(".kept").filter({ hasText: name }).waitFor();
  const found = async (words, names) => {
    await page.getByRole("searchbox").fill(words);
    await page.waitForFunction((n) => document.querySelectorAll(".shelf .kept").length === n, names.length);
    assert.deepEqual((await page.locator(".kept-title").allInnerTexts()).sort(), names.sort());
  };
  await found("council", ["Council meets"]);
  await found("2019", ["Ferry late again"]);
  await found("told passengers", ["Ferry late again"]);
  assert.match(await page.locator(".kept-counts .around").innerText(), /she told passengers in Port Avelle/);
  await found("QUIBBLE", ["Council meets", "Ferry late again"]);
  await accessible(page);
  await page.getByRole("searchbox").fill("no such words");
  await page.getByText("No title, no file name and no text holds these words.").waitFor();
  // What was changed is found as it stands now.
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "Council meets", exact: true }).click();
  await settled(page);
  await drag(page, "Nobody else spoke.");
  await page.keyboard.press("Delete");
  await page.waitForFunction(() => !document.getElementById("sheet").innerText.includes("Nobody"));
  await saved(page);
  await home(page);
  await found("met on the quibble", ["Council meets"]);
  await page.getByRole("searchbox").fill("nobody else");
  await page.getByText("No title, no file name and no text holds these words.").waitFor();
});

test("a title is the headline, never half of a wrapped line, and the same after a round trip", async (t) => {
  const { page } = await open(t);
  const wrapped = `Harbour chief leaves after nine years at the\nhead of the port of Avelle\n\nThe chief of the harbour left on Monday, and nobody\nknows who will come after her, Ann Pell said in the\nevening. The council met and went on until the lamps\nwere lit. It will meet again next week, she said.\n`;
  await put(page, wrapped);
  const title = () => page.getByRole("textbox", { name: "Title of the article" }).inputValue();
  assert.match(await title(), /^Harbour chief leaves after nine years at the head of the port/);
  const before = await title();
  for (const format of ["native", "text", "html", "tei"]) {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.locator(`.format input[value="${format}"]`).check();
    await page.locator(".file-name").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
    const content = readFileSync(await download.path());
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await home(page);
    await drop(page, [{ name: download.suggestedFilename(), type: "", bytes: [...content] }]);
    await settled(page);
    assert.equal(await title(), before, format);
  }
});

const csv = (rows) => rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(",")).join("\r\n");

test("a table is known as one: its column of texts is taken as articles, or it is said what can be done", async (t) => {
  const { page } = await open(t);
  await drop(page, [file("news.csv", csv([["id", "headline", "body"], ["a1", "Late", ARTICLE], ["a2", "Met", OTHER]]))]);
  await page.getByText("news.csv is a CSV table of 2 rows and 3 columns: “body” of each row is taken as an article, “headline” as its title.").waitFor();
  await read(page);
  assert.deepEqual((await page.locator(".kept-title").allInnerTexts()).sort(), ["Late", "Met"]);
  await drop(page, [file("towns.csv", "town,people\nPort Avelle,12000\nEllery,900\n")]);
  await page.getByText(/towns.csv: a CSV table of 2 rows and 2 columns \(town, people\), of which none is clearly one of texts. Call the column that has the articles “text”/).waitFor();
  await accessible(page);
});
