// Puts a tree of plain data on the page, and changes what is there into it: what has the focus keeps it, and what is typed stays.
//
// A node is { tag, attributes: [[name, value]], on: [event, what it does], kids }, or a string.

/** Makes what is in `parent` what `kids` say; `act(does, value)` hears what is used. */
export function draw(parent, kids, act) {
  let at = parent.firstChild;
  for (const kid of kids) {
    if (typeof kid === "string") {
      if (at?.nodeType === Node.TEXT_NODE) {
        if (at.data !== kid) at.data = kid;
        at = at.nextSibling;
      } else parent.insertBefore(document.createTextNode(kid), at);
      continue;
    }
    const key = kid.attributes.find(([name]) => name === "data-key")?.[1];
    if (at?.nodeType === Node.ELEMENT_NODE && at.localName === kid.tag && at.dataset.key === key) {
      fill(at, kid, act);
      at = at.nextSibling;
      continue;
    }
    const known = key === undefined ? null : [...parent.children].find((child) => child.dataset.key === key);
    const node = known ?? document.createElement(kid.tag);
    const focused = known?.contains(document.activeElement) ? document.activeElement : null;
    parent.insertBefore(node, at);
    focused?.focus(); // what is moved loses it
    fill(node, kid, act);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function fill(node, { tag, attributes, on, kids }, act) {
  const wanted = new Map(attributes);
  for (const { name } of [...node.attributes]) if (!wanted.has(name) && name !== "open") node.removeAttribute(name);
  const fresh = !node.isDrawn;
  for (const [name, value] of wanted) {
    if (["value", "checked", "selected"].includes(name)) continue;
    if (name === "open" && !fresh) continue; // a person's to close
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  // A field's own content is none of its kids.
  if (tag !== "textarea") draw(node, kids, act);
  if (tag === "option") {
    node.value = wanted.get("value") ?? "";
    node.selected = wanted.has("selected");
  } else if (node.type === "checkbox" || node.type === "radio") {
    node.checked = wanted.has("checked");
    node.value = wanted.get("value") ?? "";
  } else if (wanted.has("value") && node.value !== wanted.get("value") && (fresh || tag === "select" || node !== document.activeElement)) node.value = wanted.get("value");
  node.does = on?.[1];
  if (on && fresh) node.addEventListener(on[0], () => used(node, act)); // an element of one kind is used in one way
  node.isDrawn = true;
}

async function used(node, act) {
  if (node.does === undefined) return;
  if (node.type === "file") {
    const [file] = node.files;
    node.value = "";
    if (file) act(node.does, await file.text());
  } else if (node.type === "checkbox") act(node.does, String(node.checked));
  else act(node.does, node.value ?? "");
}
