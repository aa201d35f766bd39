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
  const send = async () => {
    const { current: teacher, changing, answering } = state;
    const text = words.value.trim();
    if (!text || !teacher) return;
    words.value = "";
    drafts.delete(teacher);
    fit();
    const sending = say(changing ? { edit: { messageId: changing.id, text } } : { text, replyTo: answering?.id });
    answer(null);
    if (await sending) return;
    giveBack(teacher, text);
    if (state.current !== teacher || words.value !== text) return;
    if (changing) change(changing, text);
    else if (answering) answer(answering);
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
      ...Object.entries(kinds).map(([type, kind]) => [kind.icon, kind.label, () => pick(type, sendFile)]),
      ["place", "Mahali · Location", place],
    ]),
  );
  const sendFile = async (type, file) => {
    const teacher = state.current;
    const caption = words.value.trim();
    words.value = "";
    fit();
    if (!(await attach(type, file, caption))) giveBack(teacher, caption);
  };
  words.addEventListener("paste", event => {
    const file = [...event.clipboardData.files].find(given => given.type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    sendFile("image", file);
  });
  fit();
}

// What could not be sent is hers to send again.
function giveBack(teacher, text) {
  if (state.current !== teacher) drafts.set(teacher, drafts.get(teacher) || text);
  else if (!$("words").value) $("words").value = text;
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
export function change(message, text = message.text ?? "") {
  answer(message);
  state.answering = null;
  state.changing = message;
  $("words").value = text;
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

function pick(type, sendFile) {
  const file = $("file");
  file.accept = kinds[type].accept;
  file.value = "";
  file.onchange = () => {
    if (file.files[0]) sendFile(type, file.files[0]);
  };
  file.click();
}

function fit() {
  const words = $("words");
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
  $("send").disabled = !words.value.trim();
}
