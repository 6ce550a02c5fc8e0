// The desk as a person uses it: put an article on it, look, select, switch, edit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, bytes, drop, open, paste, put, run, settled, shown } from "./page.mjs";
import { ARTICLE, DAMAGED } from "./samples.mjs";


test("the box has the focus, and what is pasted is read", async (t) => {
  const { page } = await open(t);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
  await put(page, ARTICLE);
  const paragraphs = await shown(page);
  assert.equal(paragraphs.join("\n\n"), ARTICLE);
  await run(page, "Lena Ortiz").first().waitFor();
  assert.ok((await page.locator("#sheet .t span").count()) > 10, "names, quotations and amounts are marked");
  const speakers = await page.locator(".who").allInnerTexts();
  assert.ok(speakers.some((text) => text.includes("Ortiz")), `a speaker in the margin: ${speakers.filter(Boolean)}`);
});

test("typed text is read with the button", async (t) => {
  const { page } = await open(t);
  await page.keyboard.type("Mayor Ann Pell spoke.");
  await page.getByRole("button", { name: /Read it/ }).click();
  await settled(page);
  assert.deepEqual(await shown(page), ["Mayor Ann Pell spoke."]);
});

test("pasted HTML comes as its paragraphs, and nothing in it runs or loads", async (t) => {
  const { page } = await open(t, { expect: [/inline event handler/] }); // the browser says that it refused them
  const html = `<h1>Council votes</h1><script>globalThis.ran = 1</script><p>The <b>council</b> voted.<br>It was late.</p>
    <img src="https://example.org/x.png" onerror="globalThis.ran = 2"><ul><li>One</li><li>Two</li></ul><svg onload="globalThis.ran = 3"></svg>`;
  await put(page, "plain", html);
  const text = (await shown(page)).join("|").replace(/\n/g, "/");
  assert.match(text, /Council votes\|The council voted\.[/|]It was late\.\|One\|Two/);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
});

test("each sample can be opened, and the start page is one click away", async (t) => {
  const { page } = await open(t);
  const samples = page.locator(".samples button");
  const count = await samples.count();
  assert.ok(count >= 3);
  for (let i = 0; i < count; i++) {
    await samples.nth(i).click();
    await settled(page);
    assert.ok((await shown(page)).join().length > 500);
    await page.getByRole("button", { name: /back to the start page/ }).click();
  }
});

test("a file can be dropped anywhere, or opened", async (t) => {
  const { page } = await open(t);
  await drop(page, [{ name: "board.txt", type: "text/plain", bytes: bytes(ARTICLE) }]);
  await settled(page);
  assert.equal((await shown(page)).join("\n\n"), ARTICLE);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  await page.getByLabel("Open files…").setInputFiles({ name: "council.txt", mimeType: "text/plain", buffer: Buffer.from(DAMAGED) });
  await settled(page);
  assert.match((await shown(page))[0], /Council delays vote/);
});

test("a click on a mark selects it, and a row of the list shows it in the sheet", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const card = page.getByRole("region", { name: "Selected annotation" });
  await run(page, "Tomas Brandt").first().click();
  await card.getByText("Tomas Brandt").first().waitFor();
  assert.match(await card.innerText(), /Person/i);
  assert.match(await card.innerText(), /Sure/);

  await page.getByRole("tab", { name: /Names/ }).click();
  await page.locator("#list button.item").first().click();
  await page.locator("#sheet .is-selected").first().waitFor();
});

test("keys go through the marks, decide, and undo", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const card = page.getByRole("region", { name: "Selected annotation" });
  await page.locator("#sheet").focus();
  await page.keyboard.press("n");
  await page.locator("#sheet .is-selected").first().waitFor();
  const first = await card.locator("h3").innerText();
  await page.keyboard.press("n");
  await page.waitForFunction((before) => document.querySelector("#card h3")?.innerText !== before, first);
  await page.keyboard.press("p");
  await page.waitForFunction((before) => document.querySelector("#card h3")?.innerText === before, first);
  await page.keyboard.press("a");
  await page.getByText(/Reviewed 1 of/).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText(/Reviewed 0 of/).waitFor();
});

test("layers are switched off and on, with their counts", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const person = page.getByRole("navigation", { name: "Layers" }).getByRole("button", { name: /^(P )?Person/ });
  assert.match(await person.innerText(), /[1-9]/);
  const look = () => run(page, "Tomas Brandt").first().evaluate((mark) => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark).backgroundImage].join());
  const on = await look();
  await person.click();
  assert.equal(await person.getAttribute("aria-pressed"), "false");
  const off = await look();
  assert.notEqual(on, off);
  await person.click();
  assert.equal(await look(), on);
});

test("damage is told, repaired, and the repair undone", async (t) => {
  const { page } = await open(t);
  await put(page, DAMAGED);
  const repair = page.getByRole("button", { name: /Repair \d+ certain/ });
  await repair.click();
  await page.waitForFunction(() => !/â€™/.test(document.getElementById("sheet").innerText));
  const repaired = (await shown(page)).join("\n");
  assert.match(repaired, /isn[’']t finished/);
  assert.match(repaired, /on Tuesday\. Members/);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => /â€™/.test(document.getElementById("sheet").innerText));
});

test("the text can be edited, and the marks follow", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator("#editor").press("Control+End");
  await page.keyboard.type(" Governor Maria Santos welcomed it.");
  await run(page, "Maria Santos").first().waitFor();
});

test("a long word, a wide screen and a narrow one: nothing sticks out", async (t) => {
  const { page } = await open(t, { viewport: { width: 360, height: 720 } });
  await put(page, `${ARTICLE}\n\n${"unbreakable".repeat(60)}`);
  for (const width of [320, 360, 768, 1024, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${over} px stick out at ${width}`);
  }
  await page.setViewportSize({ width: 360, height: 720 });
  await run(page, "Tomas Brandt").first().click();
  assert.ok(await page.getByRole("region", { name: "Selected annotation" }).isVisible());
});

for (const colorScheme of ["light", "dark"]) {
  test(`anyone can use it: axe finds nothing, ${colorScheme}`, async (t) => {
    const { page } = await open(t, { colorScheme });
    await accessible(page);
    await put(page, `${ARTICLE}\n\n${DAMAGED}`);
    await accessible(page);
    for (const key of ["d", "q", "n"]) {
      await page.locator("#sheet").focus();
      await page.keyboard.press(key);
      await page.locator("#sheet .is-selected").first().waitFor();
      await accessible(page);
    }
    for (const key of ["w", "b", "?"]) {
      await page.keyboard.press(key);
      await page.getByRole("dialog").waitFor();
      await accessible(page);
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" }); // no key acts before
    }
    await page.setViewportSize({ width: 360, height: 720 });
    await accessible(page);
  });
}

test("dark is dark", async (t) => {
  const { page } = await open(t, { colorScheme: "dark" });
  await put(page, ARTICLE);
  const [r, g, b] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number));
  assert.ok(r + g + b < 150, `body is ${r}, ${g}, ${b}`);
});

test("it works from disk, too", async (t) => {
  const { page } = await open(t, { single: true });
  await drop(page, [{ name: "board.txt", type: "text/plain", bytes: bytes(ARTICLE) }]);
  await settled(page);
  await run(page, "Lena Ortiz").first().waitFor();
});

test("the second visit needs no network to read an article", async (t) => {
  // What is on its way when the server goes is reset.
  const { page, server, url } = await open(t, { expect: [/ERR_CONNECTION_(REFUSED|RESET)/] });
  await page.waitForFunction(() => globalThis.galley?.offlineReady);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await page.goto(url);
  await page.locator("#paste").waitFor();
  await put(page, ARTICLE);
  await run(page, "Lena Ortiz").first().waitFor();
});
