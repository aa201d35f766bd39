import { $, icon, make } from "./dom.js";
import { plain } from "./markup.js";
import { openMenu } from "./menu.js";
import { preview, state } from "./state.js";

const drafts = new Map();
let shownFor = null;

const kinds = {
  image: { icon: "picture", label: "Picha · Photo", accept: "image/jpeg,image/png" },
  document: { icon: "paper", label: "Hati · Document", accept: ".pdf,.txt,.doc,.docx,.xls,.xlsx,.ppt,.pptx" },
  audio: { icon: "voice", label: "Sauti · Voice note", accept: "audio/ogg,audio/mpeg,audio/mp4,audio/aac,audio/amr" },
};

export function wireComposer({ say, attach, place }) {
  const words = $("words");
  const send = () => {
    const text = words.value.trim();
    if (!text || !state.current) return;
    words.value = "";
    drafts.delete(state.current);
    fit();
    say(
      state.changing
        ? { edit: { messageId: state.changing.id, text } }
        : { text, replyTo: state.answering?.id },
    );
    answer(null);
  };
  words.addEventListener("input", fit);
  words.addEventListener("keydown", event => {
    if (event.key === "Escape") answer(null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  $("composer").addEventListener("submit", event => {
    event.preventDefault();
    send();
    words.focus();
  });
  $("attach").addEventListener("click", () =>
    openMenu($("attach"), [
      ...Object.entries(kinds).map(([type, kind]) => [kind.icon, kind.label, () => pick(type, attach)]),
      ["place", "Mahali · Location", place],
    ]),
  );
  words.addEventListener("paste", event => {
    const file = [...event.clipboardData.files].find(given => given.type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    attach("image", file, words.value.trim());
    words.value = "";
  });
  fit();
}

// Each teacher keeps her own unsent words.
export function showComposer() {
  const words = $("words");
  if (shownFor) drafts.set(shownFor, words.value);
  shownFor = state.current;
  words.value = drafts.get(state.current) ?? "";
  answer(null);
  fit();
}

// A message of hers gets other words.
export function change(message) {
  answer(message);
  state.answering = null;
  state.changing = message;
  $("words").value = message.text ?? "";
  fit();
}

export function answer(message) {
  if (state.changing) {
    $("words").value = "";
    fit();
  }
  state.answering = message;
  state.changing = null;
  const bar = $("answering");
  bar.hidden = !message;
  if (!message) return;
  bar.replaceChildren(
    make("span", {}, plain(preview(message))),
    make(
      "button",
      { type: "button", "aria-label": "Do not answer this message", onclick: () => answer(null) },
      icon("close"),
    ),
  );
  $("words").focus();
}

function pick(type, attach) {
  const file = $("file");
  file.accept = kinds[type].accept;
  file.value = "";
  file.onchange = () => {
    if (!file.files[0]) return;
    attach(type, file.files[0], $("words").value.trim());
    $("words").value = "";
    fit();
  };
  file.click();
}

function fit() {
  const words = $("words");
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
  $("send").disabled = !words.value.trim();
}
