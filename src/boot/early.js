// Runs before the first paint, and holds what a person does to the start page until the program is there to do it.
//
// A text that was typed stays in its box, which is the page's own. What was pasted or dropped, chosen, or pressed is done again when
// the program asks for it: the last of it counts.
import { files } from "./files.js";

const root = document.documentElement;
const kept = (name) => {
  try {
    return localStorage.getItem(`galley.${name}`);
  } catch {
    return null; // a browser that keeps nothing
  }
};

// What would jump when the program comes: the colours, the size of the box, an article that opens by itself.
root.dataset.theme = kept("theme") ?? "auto";
root.toggleAttribute("data-listing", Boolean(kept("listing")));
root.toggleAttribute("data-opening", Boolean(kept("open")));

/** Texts longer than this are not shown while they wait: a box of megabytes stops a browser for seconds. In UTF-16 units. */
const SHOWN = 200_000;

let held = null; // does again what was done last
const asked = new WeakMap(); // what was dropped → a promise of its files, which cannot be asked for later
const listening = new AbortController();

const box = () => document.getElementById("paste");
const sayWaiting = () => {
  const note = document.getElementById("boot-loading");
  if (!note) return;
  note.textContent = "Galley is still loading. What you gave it is read as soon as it is here.";
  note.classList.add("waiting");
};
const hold = (again) => {
  held = again;
  sayWaiting();
};

/** Holds the files of a drop, a paste or a file box. */
function holdFiles(source) {
  const opened = files(source);
  const carrier = new DataTransfer();
  // The program looks whether there is a file at all, and asks for the files by what carries them.
  carrier.items.add(new File([], "held"));
  asked.set(carrier, opened);
  hold(() => document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carrier, bubbles: true, cancelable: true })));
}

/** Holds a text with its formatting, and shows it in the box; what was typed after it counts instead. */
function holdText(data) {
  const carrier = new DataTransfer();
  for (const type of ["text/html", "text/plain"]) if (data.getData(type)) carrier.setData(type, data.getData(type));
  const plain = carrier.getData("text/plain");
  if (!plain && !carrier.getData("text/html")) return false;
  const area = box();
  const before = area.value;
  if (plain.length < SHOWN) area.setRangeText(plain, area.selectionStart, area.selectionEnd, "end");
  const left = area.value;
  changed();
  hold(() => {
    if (area.value !== left) return;
    area.value = before;
    changed();
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carrier, bubbles: true, cancelable: true }));
  });
  return true;
}

function take(event, data) {
  if (!data || !box()) return;
  if (data.files.length) holdFiles(data);
  else if (!holdText(data)) return;
  event.preventDefault();
}

const changed = () => {
  document.getElementById("read").disabled = !box().value;
};

const heard = {
  paste: (event) => take(event, event.clipboardData),
  drop: (event) => take(event, event.dataTransfer),
  dragover: (event) => event.preventDefault(),
  input: ({ target }) => {
    if (target.id === "paste") changed();
  },
  change: ({ target }) => {
    if (target.type !== "file" || !target.files.length) return;
    holdFiles([...target.files]);
    target.value = "";
  },
  keydown: (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "paste" && event.target.value) {
      event.preventDefault();
      hold(() => document.getElementById("read").click());
    }
  },
  click: ({ target }) => {
    const button = target.closest("#read, #rules, .sample");
    if (button) hold(() => button.click());
  },
};
for (const [name, handler] of Object.entries(heard)) addEventListener(name, handler, { signal: listening.signal });
// A reload may bring back what was typed.
addEventListener("pageshow", changed, { signal: listening.signal });

globalThis.galleyEarly = {
  /** The files of what was dropped or chosen, held ones too. A promise of [path, File] pairs. */
  files: (source) => asked.get(source) ?? files(source),

  /** The program is there: does what was held, and listens no longer. */
  release() {
    listening.abort();
    const again = held;
    held = null;
    again?.();
  },
};
