// The article of a whole web page, by Mozilla's Readability and a few rules of our own. Loaded when a page comes in.
//
// The page is parsed into a document of its own, in which nothing runs and nothing is loaded, and comes back as markup without
// what is no part of the article; Galley reads that with its own reader (src/app/markup/), as it reads any.
import { Readability } from "@mozilla/readability";

/** No page of news has more tags, or nests deeper; a parser may take minutes over what was made to do so. */
const MOST_TAGS = 60_000;
const DEEPEST = 400;
/** Elements that hold nothing, or that the next of their kind closes. */
const FLAT = /^(area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|td|th|tr|track|wbr)$/;

const BLOCK = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "));
const UNREAD = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG VIDEO AUDIO CANVAS SELECT TEXTAREA HEAD TITLE".split(" "));

/** A piece this long is a sentence rather than a label. In UTF-16 units. */
const SENTENCE = 60;
/** What the elements are called, in many publishers' templates, that stand in an article and are none of it. */
const BESIDE =
  /caption|credit|gallery|slide-?show|carousel|promo|newsletter|related|recirc|read-?more|more-?on|share|sharing|social|subscri|sign-?up|advert|sponsor|byline|author-?(bio|info|box|name)|timestamp|pub-?date|published|date-?line-?time|comment|disqus|highlights|transcript|video-?(meta|title|desc)|toolbar|breadcrumb|most-?(read|popular)|trending|tag-?list|article-?tags|error-?report|feedback|copyright|print-?only|follow-?us/i;
const RIGHTS = /^.{0,120}(©|\(c\) *(19|20)\d\d|all rights reserved)/i;
const MARK = "data-galley";

/**
 * The article of `html`: { html, title, left }, where `left` has what was left out, a [text, after, where] each: `after` is the text of
 * the piece of the article before it, "" at the front, `where` the kind of element it stood in. Null where the markup is no whole page,
 * or no article is found in it: then all of it is the person's.
 */
export function readable(html, isPage) {
  if (!parses(html)) return null;
  const page = new DOMParser().parseFromString(quiet(html), "text/html");
  if (!page.body || !(isPage || looksWhole(page))) return null;
  [...page.querySelectorAll("*")].forEach((element, n) => element.setAttribute(MARK, n));
  let article = null;
  try {
    article = new Readability(page.cloneNode(true), { maxElemsToParse: MOST_TAGS, serializer: (element) => element }).parse();
  } catch {
    return null; // too many elements, or a page that it cannot follow
  }
  if (!article?.content) return null;
  const inside = new Set([article.content, ...article.content.querySelectorAll("*")].map((element) => element.getAttribute(MARK)));
  const pieces = cut(page.body, inside);
  decide(pieces, squeezed(article.content.textContent), squeezed(article.title ?? ""));
  if (!pieces.some((piece) => piece.kept)) return null;
  const left = leftOut(pieces);
  for (const piece of pieces) if (!piece.kept) for (const node of piece.nodes) node.data = "";
  return { html: page.body.innerHTML, title: article.title ?? "", left };
}

/** True where a browser's parser takes no time over it. */
function parses(html) {
  let depth = 0;
  let tags = 0;
  const markup = html.replace(/<!--[^]*?-->|<(script|style)\b[^]*?<\/\1/gi, "");
  for (const [, end, name] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (++tags > MOST_TAGS) return false;
    if (FLAT.test(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > DEEPEST) return false;
  }
  return true;
}

/** `html` without styles and handlers, which the policy of the page refuses, and would report; what is styled away is hidden. */
function quiet(html) {
  const attribute = /\s(on[a-z]+|style)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
  return html
    .replace(/<style\b[^]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(attribute, (_, name, value) => (/^style$/i.test(name) && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value) ? " hidden" : "")));
}

/** True of what was copied with its frame around it: what a person cut out has none. */
function looksWhole(page) {
  const frame = ["nav, [role=navigation]", "header, [role=banner]", "footer, [role=contentinfo]", "aside, [role=complementary]", "form"].filter((kind) => page.querySelector(kind));
  return frame.length >= 2 && page.querySelectorAll("a").length >= 12;
}

/** The text of a page in pieces, a block each, in order. */
function cut(body, inside) {
  const pieces = [];
  let piece = null;
  const walk = (element) => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        if (!node.data.trim()) continue;
        if (!piece) pieces.push((piece = { nodes: [], text: "", linked: 0, kept: 0, where: "", block: element }));
        const words = node.data.replace(/\s+/g, " ");
        piece.nodes.push(node);
        piece.text += words;
        if (element.closest("a, button")) piece.linked += words.length;
        if (inside.has(element.getAttribute(MARK))) piece.kept += words.length;
      } else if (node.nodeType === 1 && !UNREAD.has(node.tagName.toUpperCase()) && !node.hidden) {
        const apart = BLOCK.has(node.tagName);
        if (apart) piece = null;
        walk(node);
        if (apart) piece = null;
      }
    }
  };
  walk(body);
  for (const piece of pieces) {
    piece.text = piece.text.trim();
    piece.kept = piece.kept * 2 > piece.text.length;
    piece.where = piece.block.closest("nav, header, footer, aside, form, figure, figcaption, button, li, table, h1, h2, h3, h4, h5, h6")?.tagName.toLowerCase() ?? "";
  }
  return pieces;
}

/** What of the pieces is the article, where Readability takes too much or too little. `words` are those that it takes, without spaces. */
function decide(pieces, words, title) {
  for (const piece of pieces) {
    // It may wrap what stood by itself.
    piece.kept ||= piece.text.length >= SENTENCE && words.includes(squeezed(piece.text));
  }
  const all = pieces.reduce((sum, piece) => sum + (piece.kept ? piece.text.length : 0), 0);
  for (const piece of pieces) {
    if (!piece.kept) continue;
    // Links by themselves among the paragraphs: other stories, tags, share buttons.
    const links = piece.linked > piece.text.length * 0.8 && piece.where !== "table";
    const beside = piece.where === "figcaption" || piece.where === "figure" || piece.where === "button";
    if (links || beside || squeezed(piece.text) === title || RIGHTS.test(piece.text) || namedBeside(piece.block, all)) piece.kept = false;
  }
  // Labels before the first sentence and after the last.
  const isProse = (piece) => piece.kept && piece.text.length >= SENTENCE;
  const [begins, ends] = [pieces.findIndex(isProse), pieces.findLastIndex(isProse)];
  if (begins >= 0) pieces.forEach((piece, n) => (piece.kept &&= (n >= begins && n <= ends) || /[.!?…]["'”’)]*$/.test(piece.text)));
  // A paragraph between two of the article, in the same place as they are.
  const places = new Set(pieces.filter((piece) => piece.kept && piece.text.length >= SENTENCE).map((piece) => piece.block.parentElement));
  const first = pieces.findIndex((piece) => piece.kept);
  const last = pieces.findLastIndex((piece) => piece.kept);
  pieces.slice(first, last + 1).forEach((piece) => {
    const prose = piece.text.length >= SENTENCE && piece.linked < piece.text.length * 0.5 && /^P$/.test(piece.block.tagName);
    if (!piece.kept && prose && places.has(piece.block.parentElement) && !namedBeside(piece.block, all)) piece.kept = true;
  });
}

/** What is left out, as the page's own lists and blocks have it: labels that follow one another in one kind of place are one piece. */
function leftOut(pieces) {
  const left = [];
  let after = "";
  let open = false;
  for (const { kept, text, where } of pieces) {
    const last = left.at(-1);
    const label = text.length < SENTENCE;
    if (kept) after = text;
    else if (open && label && last[2] === where) last[0] += `\n${text}`;
    else left.push([text, after, where]);
    open = !kept && label;
  }
  return left;
}

/** True in an element that is called what stands beside an article, and has but a small part of all its text. */
function namedBeside(block, all) {
  for (let element = block; element && element.tagName !== "BODY"; element = element.parentElement) {
    const name = `${element.getAttribute("class") ?? ""} ${element.id}`;
    if (BESIDE.test(name) && element.textContent.length < all * 0.3) return true;
  }
  return false;
}

const squeezed = (text) => text.replace(/\s+/g, "");
