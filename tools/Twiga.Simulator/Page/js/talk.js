import { bubble } from "./bubble.js";
import { $, make } from "./dom.js";
import { state, teacherOf } from "./state.js";
import { day } from "./times.js";

const near = 120;
let drawn = new Set();
let stays = true;

const isAtEnd = () => $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight < near;

export function toEnd() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
}

// Draws the whole talk: a few hundred bubbles at most, and never a stale one.
export function drawTalk(act, { jump = false } = {}) {
  stays = jump || isAtEnd();
  const rows = [];
  let before = null;
  for (const message of state.messages) {
    const newDay = !before || day(before.at) !== day(message.at);
    if (newDay) rows.push(make("li", { class: "day" }, day(message.at)));
    const row = bubble(message, newDay || before.byTeacher !== message.byTeacher, act);
    if (!jump && !drawn.has(message.id)) row.classList.add("is-new");
    rows.push(row);
    before = message;
  }
  if (!rows.length) rows.push(make("li", { class: "first-words" }, opening()));
  if (state.typing.has(state.current))
    rows.push(make("li", { class: "typing", "aria-label": "Twiga is typing" }, make("i"), make("i"), make("i")));
  drawn = new Set(state.messages.map(message => message.id));
  $("messages").replaceChildren(...rows);
  if (stays) toEnd();
  $("to-end").hidden = isAtEnd();
}

// One bubble changed (a tick, a reaction): only that one is drawn again, what is being read stays where it is.
export function redrawOne(message, act) {
  const row = document.querySelector(`#messages [data-id="${CSS.escape(message.id)}"]`);
  if (!row || row.contains(document.activeElement)) return Boolean(row) && refreshLater(act);
  row.replaceWith(bubble(message, row.classList.contains("is-first"), act));
  return true;
}

function refreshLater(act) {
  setTimeout(() => drawTalk(act), 0);
  return true;
}

function opening() {
  const teacher = teacherOf(state.current);
  const about = teacher?.about ? `She teaches ${teacher.about}. ` : "";
  return `${teacher?.name ?? "She"} has not written yet. ${about}Say “Habari” or ask about a topic.`;
}

$("scroll").addEventListener(
  "scroll",
  () => {
    stays = isAtEnd();
    $("to-end").hidden = stays;
  },
  { passive: true },
);
// A picture that arrives late must not push the newest words out of sight.
$("messages").addEventListener("load", () => stays && toEnd(), true);
new ResizeObserver(() => stays && toEnd()).observe($("scroll"));
$("to-end").addEventListener("click", toEnd);
