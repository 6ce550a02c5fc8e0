// The files of a drop, of a paste or of a file box, with folders opened.

/**
 * A promise of [path, File] pairs in the order of their paths as people read them. A file that cannot be read has null for
 * a File. Hidden files in folders are left out: no article is among them.
 */
export async function files(source) {
  const found = [];
  const walks = [];
  if (source.items) {
    // All entries are asked for before the first wait: what was dropped is taken away when the event ends.
    for (const item of source.items) {
      if (item.kind !== "file") continue;
      const entry = item.webkitGetAsEntry?.();
      if (entry) walks.push(walk(entry, found));
      else found.push([item.getAsFile().name, item.getAsFile()]);
    }
  } else {
    for (const file of source) found.push([file.webkitRelativePath || file.name, file]);
  }
  await Promise.all(walks);
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return found.filter(([path]) => !hidden(path)).sort(([a], [b]) => compare(a, b));
}

/** Hidden by its own name or a folder's; what was dropped by itself was meant. */
const hidden = (path) => path.includes("/") && path.split("/").some((name) => name.startsWith(".") || name === "__MACOSX");

async function walk(entry, found) {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    found.push([path, await new Promise((done) => entry.file(done, () => done(null)))]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // A folder comes in batches, the last one empty.
    const batch = await new Promise((done) => reader.readEntries(done, () => done([])));
    if (!batch.length) return;
    await Promise.all(batch.map((inner) => walk(inner, found)));
  }
}
