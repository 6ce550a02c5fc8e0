// Files and pages that would harm a page that trusts them, made here.

/** A ZIP archive of `files` (name → text), not compressed. */
export function archive(files) {
  const local = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(1 << 11, 2);
    header.writeUInt32LE(crc32(data), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from("PK\x03\x04"), header, Buffer.from(name), data);
    central.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), header, place, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A Word document of `paragraphs`, each in two runs, with what Word puts around them. */
export function word(paragraphs) {
  const run = (text) => `<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</w:t></w:r>`;
  const body = paragraphs.map((text) => `<w:p w:rsidR="00A1"><w:pPr><w:spacing w:after="0"/></w:pPr>${run(text.slice(0, 7))}<w:proofErr w:type="spellStart"/>${run(text.slice(7))}</w:p>`);
  return archive({
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${MAIN}"><w:body>${body.join("")}<w:sectPr/></w:body></w:document>`,
    "word/styles.xml": `<?xml version="1.0"?><w:styles xmlns:w="${MAIN}"/>`,
  });
}

/** What a page asks of its elements, as names that a form or a frame may give to its parts. */
export const CLOBBERED = [
  "tagName",
  "textContent",
  "hasAttribute",
  "getAttribute",
  "childNodes",
  "children",
  "firstChild",
  "nextSibling",
  "parentNode",
  "attributes",
  "nodeType",
  "nodeName",
  "nodeValue",
  "body",
  "title",
  "querySelectorAll",
];
