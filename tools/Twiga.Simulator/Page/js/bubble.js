import { icon, make } from "./dom.js";
import { content } from "./kinds.js";
import { plain, render } from "./markup.js";
import { preview, state, teacherOf } from "./state.js";
import { tick } from "./ticks.js";
import { time } from "./times.js";

export function bubble(message, isFirst, act) {
  const parts = content(message, act);
  const words = parts.text ? render(parts.text) : null;
  const hasRoom = !parts.footer && message.change !== "edited" && leaveRoom(words);
  const body = make(
    "div",
    { class: `bubble${hasRoom ? " has-room" : ""}` },
    quoted(message),
    parts.above,
    words,
    parts.footer ? make("footer", {}, parts.footer) : null,
    make(
      "div",
      { class: "meta" },
      message.change === "edited" ? make("span", {}, "imehaririwa · edited") : null,
      make("time", { datetime: message.at }, time(message.at)),
      message.byTeacher ? tick(message) : null,
    ),
    message.reaction ? make("span", { class: "reaction", title: "Reaction" }, message.reaction) : null,
    make(
      "button",
      {
        class: "bubble-menu",
        "aria-label": "React, reply or see details",
        "aria-haspopup": "menu",
        onclick: event => act.menu(message, event.currentTarget),
      },
      icon("down"),
    ),
  );
  return make(
    "li",
    {
      class: rowClass(message, isFirst),
      "data-id": message.id,
      ontouchstart: event => holdFor(event, () => act.menu(message, body.querySelector(".bubble-menu"))),
      oncontextmenu: event => {
        if (event.target.closest("a")) return;
        event.preventDefault();
        act.menu(message, body.querySelector(".bubble-menu"));
      },
    },
    body,
    parts.below,
    problem(message, act),
  );
}

// A long touch opens the menu, where there is no mouse to hover.
function holdFor(event, open) {
  const row = event.currentTarget;
  const timer = setTimeout(open, 550);
  for (const end of ["touchend", "touchmove", "touchcancel"])
    row.addEventListener(end, () => clearTimeout(timer), { once: true, passive: true });
}

function rowClass(message, isFirst) {
  const looks = { "is-mine": message.byTeacher, "is-first": isFirst, "has-reaction": message.reaction };
  return ["bubble-row", ...Object.keys(looks).filter(look => looks[look])].join(" ");
}

// The time stands on the last line of the words where these end in a paragraph or a list.
function leaveRoom(words) {
  const last = words?.lastElementChild;
  const line = last?.matches("ul, ol") ? last.lastElementChild : last;
  if (!line?.matches("p, li")) return false;
  line.append(make("span", { class: "room" }));
  return true;
}

function quoted(message) {
  if (!message.replyTo || message.change === "deleted") return null;
  const original = state.messages.find(other => other.id === message.replyTo);
  if (!original) return null;
  const who = original.byTeacher ? (teacherOf(original.teacher)?.name ?? "You") : "Twiga";
  return make(
    "button",
    {
      class: "quoted",
      type: "button",
      onclick: () => {
        const row = document.querySelector(`[data-id="${CSS.escape(original.id)}"]`);
        row?.scrollIntoView({ block: "center", behavior: "smooth" });
        row?.classList.add("is-found");
        setTimeout(() => row?.classList.remove("is-found"), 1400);
      },
    },
    make("b", {}, who),
    make("span", {}, plain(preview(original))),
  );
}

function problem(message, act) {
  if (!message.problem) return null;
  const isOver = message.state === "refused" || message.state === "failed";
  return make(
    "p",
    { class: `problem${isOver ? "" : " is-mild"}` },
    message.problem,
    " ",
    isOver ? make("button", { type: "button", onclick: () => act.again(message) }, "Send again · Tuma tena") : null,
  );
}
