// WhatsApp markup as elements: *bold*, _italic_, ~strike~, `code`, ```blocks```, > quotes, lists, links.
import { make } from "./dom.js";

const marks = { "*": "strong", _: "em", "~": "s" };
const isWord = letter => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
const isSpace = letter => letter === undefined || /\s/.test(letter);

export function render(text) {
  const words = make("div", { class: "words", dir: "auto" });
  text.split(/```([\s\S]+?)```/).forEach((part, i) => {
    if (i % 2 === 1) words.append(make("pre", {}, part.replace(/^\n|\n$/g, "")));
    else if (part.trim()) words.append(...blocks(part.replace(/^\n+|\n+$/g, "")));
  });
  return words;
}

// One line without markup signs, for previews.
export function plain(text) {
  const lines = [...render(text).querySelectorAll("p, li, pre, blockquote")].map(line => line.textContent);
  return lines.join(" ").replace(/\s+/g, " ").trim();
}

const kinds = [
  ["ul", /^\s*[*•-]\s+(?=\S)/],
  ["ol", /^\s*\d{1,3}\.\s+(?=\S)/],
  ["blockquote", /^>\s?/],
];

function blocks(text) {
  const found = [];
  let open = null;
  for (const line of text.split("\n")) {
    const [kind, sign] = kinds.find(([, pattern]) => pattern.test(line)) ?? ["p", null];
    const content = sign ? line.replace(sign, "") : line;
    if (open?.kind !== kind) {
      open = { kind, lines: [], start: kind === "ol" ? parseInt(line, 10) : null };
      found.push(open);
    }
    open.lines.push(content);
  }
  return found.filter(block => block.lines.some(line => line.trim())).map(element);
}

function element({ kind, lines, start }) {
  if (kind === "ul" || kind === "ol")
    return make(
      kind,
      { start },
      lines.map(line => make("li", {}, inline(line))),
    );
  const text = lines.join("\n").replace(/^\n+|\n+$/g, "");
  return make(kind, {}, inline(text));
}

function inline(text) {
  const parts = [];
  let from = 0;
  let at = 0;
  const flush = () => {
    if (at > from) parts.push(document.createTextNode(text.slice(from, at)));
  };
  while (at < text.length) {
    const piece = code(text, at) ?? link(text, at) ?? marked(text, at);
    if (!piece) {
      at++;
      continue;
    }
    flush();
    parts.push(piece.element);
    at = from = piece.end;
  }
  flush();
  return parts;
}

function code(text, at) {
  if (text[at] !== "`") return null;
  const end = text.indexOf("`", at + 1);
  if (end <= at + 1) return null;
  return { element: make("code", {}, text.slice(at + 1, end)), end: end + 1 };
}

function link(text, at) {
  if (text[at] !== "h" || isWord(text[at - 1])) return null;
  const address = /^https?:\/\/[^\s<>*~`]+/.exec(text.slice(at, at + 2048))?.[0].replace(/[.,;:!?)\]]+$/, "");
  if (!address) return null;
  return {
    element: make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address),
    end: at + address.length,
  };
}

// A sign opens before a word and closes after one, on the same line; inside words it is only a letter.
function marked(text, at) {
  const sign = text[at];
  const name = marks[sign];
  if (!name || isWord(text[at - 1]) || isSpace(text[at + 1]) || text[at + 1] === sign) return null;
  const line = text.indexOf("\n", at);
  const stop = line < 0 ? text.length : line;
  for (let end = text.indexOf(sign, at + 2); end > 0 && end < stop; end = text.indexOf(sign, end + 1))
    if (!isSpace(text[end - 1]) && !isWord(text[end + 1]))
      return { element: make(name, {}, inline(text.slice(at + 1, end))), end: end + 1 };
  return null;
}
