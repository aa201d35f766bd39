import { bubble } from "./bubble.js";
import { $, make } from "./dom.js";
import { state, teacherOf } from "./state.js";
import { day } from "./times.js";

const near = 120;
let stays = true;

const isAtEnd = () => $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight < near;

export function toEnd() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
}

export const shownTalk = () => $("messages").dataset.teacher;

// Nobody's words stand under another name while a talk is being read.
export function startTalk() {
  delete $("messages").dataset.teacher;
  $("messages").replaceChildren();
}

// The whole talk, with the newest words in sight.
export function drawTalk(act) {
  $("messages").dataset.teacher = state.current;
  const rows = state.messages.flatMap((message, i) => rowsOf(message, state.messages[i - 1], act));
  $("messages").replaceChildren(...rows);
  if (!rows.length) $("messages").append(make("li", { class: "first-words" }, opening()));
  drawTyping();
  toEnd();
  stays = true;
  $("to-end").hidden = true;
}

// One message more, at the end; what is being read higher up stays where it is.
export function addOne(message, before, act) {
  stays = isAtEnd();
  $("messages").querySelector(".first-words")?.remove();
  const rows = rowsOf(message, before, act);
  rows.at(-1).classList.add("is-new");
  const typing = $("messages").querySelector(".typing");
  if (typing) typing.before(...rows);
  else $("messages").append(...rows);
  settle();
}

// One bubble changed: a tick, a reaction, a problem.
export function redrawOne(message, act) {
  const row = $("messages").querySelector(`[data-id="${CSS.escape(message.id)}"]`);
  if (!row) return;
  const hadFocus = row.contains(document.activeElement);
  const drawn = bubble(message, row.classList.contains("is-first"), act);
  row.replaceWith(drawn);
  if (hadFocus) drawn.querySelector(".bubble-menu").focus({ preventScroll: true });
  settle();
}

export function drawTyping() {
  const typing = $("messages").querySelector(".typing");
  const isTyping = state.typing.has(state.current);
  if (isTyping && !typing) {
    stays = isAtEnd();
    $("messages").append(
      make("li", { class: "typing", "aria-label": "Twiga is typing" }, make("i"), make("i"), make("i")),
    );
    settle();
  } else if (!isTyping) typing?.remove();
}

function rowsOf(message, before, act) {
  const isNewDay = !before || day(before.at) !== day(message.at);
  const row = bubble(message, isNewDay || before.byTeacher !== message.byTeacher, act);
  return isNewDay ? [make("li", { class: "day" }, day(message.at)), row] : [row];
}

function settle() {
  if (stays) toEnd();
  $("to-end").hidden = isAtEnd();
}

function opening() {
  const teacher = teacherOf(state.current);
  const about = teacher?.about ? `She teaches ${teacher.about}. ` : "";
  return `${teacher?.name ?? "She"} has not written yet. ${about}Say “Habari” or ask about a topic.`;
}

const watchScroll = () => {
  stays = isAtEnd();
  $("to-end").hidden = stays;
};
$("scroll").addEventListener("scroll", watchScroll, { passive: true });
// A picture that arrives late must not push the newest words out of sight.
$("messages").addEventListener("load", () => stays && toEnd(), true);
new ResizeObserver(() => stays && toEnd()).observe($("scroll"));
$("to-end").addEventListener("click", toEnd);
