// What the tests of keeping share: an article, the browser's database as it is, and words that are waited for.
import { paste, settled, started } from "./page.mjs";

export const ARTICLE = `Harbour board chief leaves

PORT AVELLE - Lena Ortiz, who has run the Harbour Board since 2019, said on Saturday that she had been dismissed.

“I did not resign. I was told at noon,” Ortiz wrote in a statement. Deputy Mayor Tomas Brandt said nothing.`;

export const saved = (page) => page.getByText(/Saved on this device/).waitFor();

/** Puts an article on the desk, and waits until it is saved. */
export async function put(page, text = ARTICLE) {
  await paste(page, text);
  await settled(page);
  await saved(page);
}

/** Back to the start page. */
export const home = (page) => page.getByRole("button", { name: /back to the start page/ }).click();

/** Opens the page in another tab of the same browser. */
export async function another(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await started(page);
  return page;
}

/** How many entries each store has. */
export const counts = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open("galley").onsuccess = ({ target: { result: database } }) => {
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const found = {};
          for (const name of names) transaction.objectStore(name).count().onsuccess = ({ target }) => (found[name] = target.result);
          transaction.oncomplete = () => {
            database.close();
            done(found);
          };
        };
      }),
  );

/** Opens the box of the text and puts the cursor at its end. */
export async function edit(page) {
  await page.getByRole("button", { name: "Edit text" }).click();
  const box = page.locator("#editor");
  await box.focus();
  await page.keyboard.press("ControlOrMeta+End");
  return box;
}

/** The text of the article as the desk has it. */
export const shownText = async (page) => (await page.locator("#sheet .t").allInnerTexts()).join("\n\n");
