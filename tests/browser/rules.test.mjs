// House rules: made by mouse and by keys, kept, applied to every article, broken, and tried with much.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT, accessible, open, pasteEvent, put, select, settled, started } from "./page.mjs";
import { home } from "./kept.mjs";

const ARTICLE = `Ferry late again

The MV Quibble was late, Ann Pell said on Monday. Docket 12/34 was closed, and docket 56/78 too.

Sign up for the Harbour Letter!

“The MV Quibble waits for docket 9/10,” Pell said. Teh MV Teasel sailed.`;
const OTHER = `School opens

Docket 77/88 is open, Lena Ortiz said.

Sign up for the Harbour Letter!`;

const dialog = (page) => page.getByRole("dialog");
const field = (page, name) => dialog(page).getByLabel(name, { exact: true });
const name = (page) => dialog(page).getByLabel(/^Name of the rule/);
const save = (page) => dialog(page).getByRole("button", { name: "Save the rule" });
/** The window's list, once a rule is in it. */
const listed = (page, words) => dialog(page).locator(".house-rule").filter({ hasText: words }).waitFor();
const close = async (page) => {
  await dialog(page).getByRole("button", { name: "Close", exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
};

/** The article as the native format has it. */
async function taken(page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.locator('.format input[value="native"]').check();
  await page.locator(".file-name").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
  await page.getByRole("button", { name: "Close" }).click();
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

/** What house rules found: label and words. */
const house = (document) => document.annotations.filter((a) => a.rule.startsWith("house.")).map((a) => `${a.label} ${a.text}`);

/** Waits until what house rules found in the article is this. */
async function finds(page, wanted) {
  for (let tries = 20; ; tries--) {
    const found = house(await taken(page));
    if (!tries || found.join() === wanted.join()) return assert.deepEqual(found, wanted);
    await page.waitForTimeout(150);
  }
}

/** Takes a file of rules in, from the start page or the desk. */
async function take(page, toml) {
  if (!(await dialog(page).count())) await page.getByRole("button", { name: /^(House rules|Rules)…$/ }).click();
  await dialog(page).getByRole("button", { name: "New rule" }).waitFor();
  await dialog(page).locator('input[type="file"]').setInputFiles({ name: "house.toml", mimeType: "application/toml", buffer: Buffer.from(toml) });
}

test("three rules by mouse: a line is removed, names are marked, a misspelling is left alone; they hold for every article and after a reload", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  await select(page, "Sign up for the Harbour Letter!");
  await page.getByRole("button", { name: /^Mark everywhere…/ }).click();
  await dialog(page).getByText("1 place in this article").waitFor();
  await accessible(page);
  await dialog(page).getByLabel("What a repair does").selectOption("it is removed");
  await name(page).fill("Letter prompt");
  await save(page).click();
  await listed(page, "Letter prompt");
  await accessible(page);
  await close(page);

  await select(page, "MV Quibble");
  await page.getByRole("button", { name: /^Mark everywhere…/ }).click();
  await dialog(page).getByText("with any number, date or name").click();
  await dialog(page).getByText("3 places in this article").waitFor();
  await dialog(page).getByLabel("a name", { exact: true }).check();
  await save(page).click();
  await dialog(page).getByText("Give the names that it finds a label.").waitFor();
  await dialog(page).getByLabel("Label").fill("ship");
  await name(page).fill("Ships");
  await accessible(page);
  await save(page).click();
  await listed(page, "marked as SHIP");
  await close(page);
  await settled(page);

  await select(page, "Teh");
  await page.getByRole("button", { name: /^Mark everywhere…/ }).click();
  await dialog(page).getByLabel("never to be marked").check();
  await name(page).fill("Spelt so");
  await save(page).click();
  await listed(page, "Spelt so");
  await close(page);
  await finds(page, ["SHIP MV Quibble", "house.letter-prompt Sign up for the Harbour Letter!", "SHIP MV Quibble", "SHIP MV Teasel"]);
  const native = await taken(page);
  const prompt = native.annotations.find((a) => a.label === "house.letter-prompt");
  assert.deepEqual([prompt.origin, prompt.rule, prompt.attributes.certain, prompt.attributes.reason], ["auto", "house.letter-prompt", true, "house rule “Letter prompt”"]);
  assert.ok(!native.annotations.some((a) => a.text === "Teh" && a.layer === "artifact"), "what is never to be marked");

  // The card says why, and the repair removes the line.
  const why = page.getByText("House rule “Letter prompt”.");
  for (let tries = 5; tries && !(await why.isVisible()); tries--) {
    // The articles are read again after the window has closed: a mark may be drawn anew under the mouse.
    await settled(page);
    await page.locator("#sheet .t span").filter({ hasText: "Sign up for" }).first().click();
    await why.waitFor({ timeout: 4000 }).catch(() => {});
  }
  assert.ok(await why.isVisible());
  await page.getByRole("button", { name: /^Apply/ }).first().click();
  await page.waitForFunction(() => !document.querySelector("#sheet").textContent.includes("Sign up"));
  await page.reload();
  await started(page);
  await settled(page);
  await finds(page, ["SHIP MV Quibble", "SHIP MV Quibble", "SHIP MV Teasel"]);
  await home(page);
  await put(page, OTHER);
  await finds(page, ["house.letter-prompt Sign up for the Harbour Letter!"]);
});

test("three rules by keys alone", async (t) => {
  const { page } = await open(t);
  await put(page, OTHER);
  await home(page);
  await put(page, ARTICLE);
  const key = (name, times = 1) => Array.from({ length: times }).reduce((before) => before.then(() => page.keyboard.press(name)), Promise.resolve());
  const focused = (test) => page.waitForFunction(test);
  // Words are selected with the caret, and Shift G opens the window with the first choice in focus.
  await page.locator("#sheet").focus();
  await key("/");
  await page.waitForFunction(() => document.activeElement?.id === "find");
  await page.keyboard.type("docket 56/78");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent === "1 of 1");
  await key("Escape");
  await page.getByRole("toolbar").waitFor();
  await key("Shift+G");
  await focused(() => document.activeElement?.name === "house-pick");
  await key("ArrowDown", 2);
  await dialog(page).getByText("2 places in this article").waitFor();
  const tabTo = async (label) => {
    for (let n = 0; n < 40; n++) {
      if (await page.evaluate((label) => [...(document.activeElement.labels ?? [])].some((l) => l.textContent.startsWith(label)) || document.activeElement.textContent.startsWith(label), label)) return;
      await key("Tab");
    }
    assert.fail(`no way to ${label} by Tab`);
  };
  await tabTo("Capitals do not matter");
  await key("Space");
  await dialog(page).getByText("3 places in this article, 1 place in 1 kept article.").waitFor();
  await tabTo("Name of the rule");
  await key("Control+a");
  await page.keyboard.type("Dockets");
  await tabTo("Save the rule");
  await key("Enter");
  await listed(page, "Dockets");

  // A second one from nothing, and a third.
  for (const [what, called] of [["Teasel", "Second"], ["Pell", "Third"]]) {
    await tabTo("New rule");
    await key("Enter");
    await page.waitForFunction(() => document.querySelector("#house-title")?.textContent === "New rule");
    await page.waitForFunction(() => document.activeElement?.localName === "select" || document.activeElement?.id === "house-what");
    for (let n = 0; n < 5 && (await page.evaluate(() => document.activeElement.id)) !== "house-what"; n++) await key("Tab");
    await page.keyboard.type(what);
    await tabTo("Name of the rule");
    await page.keyboard.type(called);
    await tabTo("Save the rule");
    await key("Enter");
    await listed(page, called);
  }
  // Order and deletion by keys, with undo.
  await dialog(page).getByRole("button", { name: "One place up: Third" }).focus();
  await key("Enter");
  await dialog(page).getByText("“Third” moved up.").waitFor();
  await dialog(page).getByRole("button", { name: "Delete: Second" }).focus();
  await key("Enter");
  await dialog(page).getByText("“Second” deleted.").waitFor();
  await page.waitForFunction(() => document.querySelector("dialog.house").contains(document.activeElement));
  await dialog(page).getByRole("button", { name: "Undo: “Second” deleted" }).focus();
  await key("Enter");
  await listed(page, "Second");
  await key("Escape");
  await dialog(page).waitFor({ state: "detached" });
  await finds(page, ["house.third Pell", "house.dockets Docket 12/34", "house.dockets docket 56/78", "house.dockets docket 9/10", "house.third Pell", "house.second Teasel"]);
  // No key of the window reached the desk.
  await page.locator("#sheet").focus();
  await key("?");
  await page.getByText("mark the selected words everywhere, by a house rule").waitFor();
});

const FILE = `# Ours.

[[rule]]
name = "prompt" # in every article
text = "Sign up for the Harbour Letter!"
where = "lines"
replace = ""

# Numbers.
[[rule]]
name = "dockets"
pattern = '(?i)docket (\\d+)/(\\d+)'
where = "quotations"
replace = "docket $2-$1"

[[rule]]
name = "ships"
pattern = '\\bMV [A-Z]\\w+'
mark = "entity"
label = "SHIP"
`;

test("a file is taken in, changed and given back with its comments; a broken one is told with line and column while the rest works", async (t) => {
  const { page } = await open(t);
  await take(page, FILE);
  await listed(page, "ships");
  await dialog(page).getByRole("checkbox", { name: "Use the rule: dockets" }).uncheck();
  await dialog(page).getByText("“dockets” is off.").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "Save as a file" }).click()]);
  assert.equal(readFileSync(await download.path(), "utf8"), FILE.replace('replace = "docket $2-$1"\n', 'replace = "docket $2-$1"\non = false\n'));
  assert.equal(download.suggestedFilename(), "house-rules.toml");

  const broken = `${FILE}\n[[rule]]\nname = "bad\n\n[[rule]]\nname = "worse"\npattern = 'é(b'\n\n[[rule]]\nname = "good"\ntext = "sailed"\n`;
  await take(page, broken);
  await dialog(page).getByText("The file has 4 rules and 2 mistakes.").waitFor();
  await dialog(page).getByRole("button", { name: "Put them in place of mine" }).click();
  await dialog(page).getByText("Line 27, column 13: unclosed group.").waitFor();
  await dialog(page).getByText(/Line 23, column 12:/).waitFor();
  await accessible(page);
  await dialog(page).getByRole("button", { name: "Mend the file…" }).click();
  await dialog(page).getByRole("textbox", { name: "The file of the rules" }).fill(broken.replace('"bad\n', '"bad"\ntext = "x"\n').replace("é(b", "é(b)"));
  await dialog(page).getByText("6 rules, no mistake.").waitFor();
  await accessible(page);
  await page.keyboard.press("Escape");
  await listed(page, "good");
  await close(page);
  await put(page, ARTICLE);
  await finds(page, ["SHIP MV Quibble", "house.prompt Sign up for the Harbour Letter!", "SHIP MV Quibble", "house.dockets docket 9/10", "SHIP MV Teasel", "house.good sailed"]);

  // Forgotten with everything else.
  await home(page);
  await page.getByRole("button", { name: "Forget everything…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Forget everything" }).click();
  await page.getByText(/are gone from this device/).waitFor();
  await page.getByRole("button", { name: "House rules…" }).click();
  await dialog(page).getByText("Junk and names of your own").waitFor();
  await close(page);
  await put(page, ARTICLE);
  await finds(page, []);
});

test("what was decided stays decided, and the list is read again", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  await take(page, FILE);
  await listed(page, "ships");
  await close(page);
  await finds(page, ["SHIP MV Quibble", "house.prompt Sign up for the Harbour Letter!", "SHIP MV Quibble", "house.dockets docket 9/10", "SHIP MV Teasel"]);
  await page.locator("#sheet .t span").filter({ hasText: "Sign up for" }).first().click();
  await page.keyboard.press("x");
  await page.getByRole("button", { name: "Rules…" }).click();
  await dialog(page).getByRole("checkbox", { name: "Use the rule: ships" }).uncheck();
  await dialog(page).getByText("“ships” is off.").waitFor();
  await close(page);
  await page.waitForFunction(() => !document.querySelector("#sheet").innerHTML.includes("SHIP"));
  const { annotations } = await taken(page);
  assert.deepEqual(annotations.filter((a) => a.label === "house.prompt" && a.status !== "rejected"), [], "rejected once, rejected");
  assert.ok(!annotations.some((a) => a.label === "SHIP"));
});

test("the same file finds the same places on the command line and in the page, in hostile text too", async (t) => {
  const text = `${ARTICLE}\n\nשלום MV Quibble, docket 1/2 — “docket 3/4”. مرحبا ‏MV Teasel‏ بكم\n\n😀 MV Quibble 👩‍👩‍👧‍👦 docket 5/6 é\u0301 MV Ünder\n\nSign  up\u00a0for the Harbour Letter!  \n\n${"docket 12/34 ".repeat(400)}\n`;
  const folder = mkdtempSync(join(tmpdir(), "galley-rules-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "house.toml"), FILE);
  writeFileSync(join(folder, "a.txt"), text);
  const target = process.env.CARGO_TARGET_DIR || join(ROOT, "target");
  const built = ["release", "debug"].map((kind) => join(target, kind, "galley")).find(existsSync);
  const [program, ...before] = built ? [built] : ["cargo", "run", "--quiet", "--locked", "--bin", "galley", "--"];
  const native = JSON.parse(execFileSync(program, [...before, "annotate", "--rules", join(folder, "house.toml"), join(folder, "a.txt")], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 }));
  const { page } = await open(t);
  await take(page, FILE);
  await listed(page, "ships");
  await close(page);
  await put(page, text);
  const say = (document) => document.annotations.filter((a) => a.rule.startsWith("house.")).map((a) => [a.start, a.end, a.label, a.text, a.attributes.fix ?? null]);
  const shown = await taken(page);
  assert.equal(shown.document.text, native.document.text);
  assert.ok(say(native).length > 8, "there is something to compare");
  assert.deepEqual(say(shown), say(native));
});

test("ten thousand places, and a pattern that would never end elsewhere on a megabyte", async (t) => {
  const { page } = await open(t);
  await take(page, '[[rule]]\nname = "many"\npattern = "x\\\\d+"\n\n[[rule]]\nname = "endless"\npattern = "(a+)+$"\n');
  await listed(page, "endless");
  await close(page);
  const lines = Array.from({ length: 1000 }, (_, n) => Array.from({ length: 10 }, (_, m) => `x${n * 10 + m}`).join(" and "));
  await put(page, lines.join("\n\n"));
  await page.getByRole("button", { name: "Rules…" }).click();
  await dialog(page).getByText("10,000 places in this article").waitFor({ timeout: 20_000 });
  await close(page);
  assert.equal(house(await taken(page)).length, 10_000);
  await home(page);
  await page.locator("#paste").evaluate((area) => (area.value = `${"a".repeat(1_000_000)}!`));
  await page.locator("#paste").dispatchEvent("input");
  await page.getByRole("button", { name: /^Read it/ }).click();
  await settled(page, 120_000);
  await page.keyboard.press("Control+f");
  await page.getByRole("button", { name: /regular expression/i }).click();
  const start = Date.now();
  await page.getByRole("textbox", { name: "Find in the text" }).fill("(a+)+$");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent === "Not found", null, { timeout: 30_000 });
  assert.ok(Date.now() - start < 10_000, `${Date.now() - start} ms`);
});

test("what recurs in the kept articles becomes a rule, or is removed everywhere, with one undo", async (t) => {
  const { page } = await open(t);
  for (const n of [1, 2, 3]) {
    await put(page, `Story ${n}\n\nThe ${["harbour", "school", "market"][n - 1]} opened and somebody counted ${n} lamps there.\n\nFollow the Harbour Post on your telephone\n\nThis report of ${n} May 202${n} was made with help of the archive.`);
    await home(page);
  }
  await page.getByRole("button", { name: "House rules…" }).click();
  await dialog(page).getByRole("button", { name: "What recurs…" }).click();
  await dialog(page).getByText("2 lines stand in 3 or more of 3 articles.").waitFor();
  await accessible(page);
  await dialog(page).getByRole("button", { name: "Remove everywhere Follow the Harbour Post" }).click();
  await dialog(page).getByText(/The rule “Follow the Harbour Post” removes it from every article/).waitFor();
  await dialog(page).getByRole("button", { name: /^Undo/ }).click();
  await dialog(page).getByText(/Taken back/).waitFor();
  await dialog(page).getByRole("button", { name: /^Make it a rule… This report of/ }).click();
  await dialog(page).getByText("3 places in 3 kept articles.").waitFor();
  await name(page).fill("Archive");
  await save(page).click();
  await listed(page, "Archive");
  await close(page);
});

for (const [build, options] of [
  ["the served page, without a network", {}],
  ["galley.html", { single: true }],
])
  test(`rules work in ${build}`, async (t) => {
    const { page, server } = await open(t, { ...options, expect: [/ERR_CONNECTION_(REFUSED|RESET)/] });
    if (server) {
      await page.waitForFunction(() => globalThis.galley?.offlineReady);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await page.reload();
      await started(page);
    }
    await pasteEvent(page, "#paste", ARTICLE);
    const read = page.getByRole("button", { name: /^Read it/ });
    if (await read.isVisible()) await read.click();
    await settled(page);
    await take(page, FILE);
    await listed(page, "ships");
    await close(page);
    await finds(page, ["SHIP MV Quibble", "house.prompt Sign up for the Harbour Letter!", "SHIP MV Quibble", "house.dockets docket 9/10", "SHIP MV Teasel"]);
    await page.reload();
    await started(page);
    await settled(page);
    await finds(page, ["SHIP MV Quibble", "house.prompt Sign up for the Harbour Letter!", "SHIP MV Quibble", "house.dockets docket 9/10", "SHIP MV Teasel"]);
  });
