import { $, icon, make } from "./dom.js";
import { plain } from "./markup.js";
import { hue, initials, preview, state } from "./state.js";
import { brief } from "./times.js";
import { tick } from "./ticks.js";

const most = 300;

let isWaiting = false;

// At most once a frame, however much comes in; the keyboard's place in the list is kept.
export function drawList(open) {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    draw(open);
  });
}

function draw(open) {
  const focused = $("teachers").contains(document.activeElement) ? document.activeElement.dataset.teacher : null;
  const sorted = [...state.summaries.values()].sort(
    (a, b) => (b.last?.at ?? "").localeCompare(a.last?.at ?? "") || a.teacher.id.localeCompare(b.teacher.id),
  );
  $("teachers").replaceChildren(...sorted.slice(0, most).map(summary => make("li", {}, row(summary, open))));
  if (focused)
    $("teachers")
      .querySelector(`[data-teacher="${CSS.escape(focused)}"]`)
      ?.focus();
}

function row({ teacher, last, unread }, open) {
  const isTyping = state.typing.has(teacher.id);
  const words = isTyping ? "anaandika…" : last ? plain(preview(last)) : (teacher.about ?? teacher.id);
  return make(
    "button",
    {
      class: `teacher${unread ? " has-unread" : ""}`,
      "aria-current": teacher.id === state.current ? "true" : null,
      "data-teacher": teacher.id,
      title: `${teacher.name}, +${teacher.phone ?? teacher.userId}${teacher.about ? `, ${teacher.about}` : ""}`,
      onclick: () => open(teacher.id),
    },
    make("span", { class: "face", style: { "--hue": hue(teacher.id) }, "aria-hidden": "true" }, initials(teacher.name)),
    make("span", { class: "teacher-name" }, teacher.name),
    make("span", { class: "teacher-time" }, last ? brief(last.at) : ""),
    make(
      "span",
      { class: "teacher-last" },
      last?.byTeacher && !isTyping ? tick(last) : last?.media ? icon("paper") : null,
      make("span", { class: isTyping ? "is-typing" : null }, words),
    ),
    unread ? make("span", { class: "unread", "aria-label": `${unread} unread` }, String(unread)) : null,
  );
}
