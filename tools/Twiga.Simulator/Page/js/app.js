import { act, say } from "./actions.js";
import { attempt, notice, showHealth } from "./banner.js";
import { showComposer, wireComposer } from "./composer.js";
import { $, drawIcons } from "./dom.js";
import { faultsChanged, openFaults } from "./faults.js";
import { drawList } from "./list.js";
import { openMenu } from "./menu.js";
import { listen, server } from "./server.js";
import { openNewTeacher } from "./sheets.js";
import { state, teacherOf } from "./state.js";
import { addOne, drawTalk, drawTyping, redrawOne, shownTalk, startTalk } from "./talk.js";

const typingLasts = 25_000;

function showPresence() {
  const isTyping = state.typing.has(state.current);
  $("presence").textContent = isTyping
    ? "anaandika… typing"
    : `on ${teacherOf(state.current)?.name.split(" ")[0] ?? "nobody"}’s phone`;
  $("presence").classList.toggle("is-typing", isTyping);
}

function see(teacher) {
  if (document.visibilityState !== "visible" || $("app").dataset.view !== "chat" || teacher !== state.current) return;
  const summary = state.summaries.get(teacher);
  if (summary?.unread) server.seen(teacher).catch(() => {});
  if (summary) summary.unread = 0;
  drawList(open);
}

async function open(teacher) {
  if (!state.summaries.has(teacher)) return close();
  state.current = teacher;
  $("app").dataset.view = "chat";
  if (location.hash.slice(1) !== teacher) location.hash = teacher;
  showComposer();
  showPresence();
  state.messages = [];
  if (shownTalk() !== teacher) startTalk();
  const read = (await attempt(() => server.talk(teacher))) ?? [];
  if (state.current !== teacher) return;
  state.messages = withNewer(read, state.messages);
  drawTalk(act);
  see(teacher);
  drawList(open);
  if (matchMedia("(min-width: 760px)").matches) $("words").focus();
}

// The live feed may have told of messages, or of changes to them, while the talk was being read.
function withNewer(read, came) {
  const newer = new Map(came.map(message => [message.id, message]));
  const known = new Set(read.map(message => message.id));
  return [...read.map(message => newer.get(message.id) ?? message), ...came.filter(message => !known.has(message.id))];
}

function close() {
  state.current = null;
  $("app").dataset.view = "list";
  if (location.hash) history.pushState(null, "", location.pathname);
  drawList(open);
}

function messageCame(message) {
  const summary = state.summaries.get(message.teacher);
  const isKnown = summary?.last?.id === message.id;
  if (summary && (isKnown || message.at >= (summary.last?.at ?? ""))) {
    if (!isKnown && !message.byTeacher) summary.unread++;
    summary.last = message;
  }
  if (!message.byTeacher && !isKnown) stopTyping(message.teacher);
  if (message.teacher === state.current) {
    const index = state.messages.findIndex(other => other.id === message.id);
    if (index >= 0) {
      state.messages[index] = message;
      redrawOne(message, act);
    } else {
      state.messages.push(message);
      addOne(message, state.messages.at(-2), act);
    }
    see(message.teacher);
  }
  drawList(open);
}

// Told by the live feed, which may be later than what the page itself has done.
function teacherCame(teacher) {
  const known = state.summaries.get(teacher.id);
  state.summaries.set(teacher.id, { last: null, unread: 0, ...known, teacher });
  drawList(open);
}

function startTyping({ teacher }) {
  clearTimeout(state.typing.get(teacher));
  state.typing.set(
    teacher,
    setTimeout(() => stopTyping(teacher), typingLasts),
  );
  typingChanged(teacher);
}

function stopTyping(teacher) {
  clearTimeout(state.typing.get(teacher));
  if (state.typing.delete(teacher)) typingChanged(teacher);
}

function typingChanged(teacher) {
  if (teacher === state.current) {
    showPresence();
    drawTyping();
  }
  drawList(open);
}

async function readAll() {
  const [teachers, status, faults] = await Promise.all([server.teachers(), server.status(), server.faults()]);
  state.summaries = new Map(teachers.map(summary => [summary.teacher.id, summary]));
  state.api = status.api;
  state.connected = true;
  faultsChanged(faults);
  showHealth();
  const wanted = state.current ?? decodeURIComponent(location.hash.slice(1));
  if (state.summaries.has(wanted)) await open(wanted);
  else drawList(open);
}

function wire() {
  drawIcons();
  wireComposer({
    say,
    attach: (type, file, caption) =>
      attempt(async () => {
        const teacher = state.current;
        const medium = await server.upload(file);
        return say({ teacher, media: { id: medium.id, type, caption: caption || null, voice: type === "audio" } });
      }),
    place: () =>
      say({ message: { type: "location", location: { latitude: -6.1731, longitude: 35.7419, name: "Dodoma" } } }),
  });
  $("back").addEventListener("click", close);
  $("add-teacher").addEventListener("click", () =>
    openNewTeacher(async wanted => {
      const added = await server.addTeacher(wanted);
      teacherCame(added);
      await open(added.id);
    }),
  );
  for (const button of document.querySelectorAll(".faults-button")) button.addEventListener("click", openFaults);
  $("talk-menu").addEventListener("click", () =>
    openMenu($("talk-menu"), [
      [
        "both",
        "Check the webhook",
        async () => {
          const answer = await attempt(() => server.verify());
          if (answer)
            notice(
              answer.status === 200 ? "The Api verified the webhook." : `The Api answered ${answer.status}.`,
              answer.status !== 200,
            );
        },
      ],
      ["bin", "Futa · Clear this talk", () => attempt(() => server.clear(state.current))],
    ]),
  );
  window.addEventListener("hashchange", () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (!wanted) close();
    else if (wanted !== state.current) open(wanted);
  });
  document.addEventListener("visibilitychange", () => see(state.current));
  listen({
    hello: () => attempt(readAll),
    lost: () => {
      state.connected = false;
      showHealth();
    },
    message: messageCame,
    teacher: teacherCame,
    typing: startTyping,
    api: api => {
      state.api = api;
      showHealth();
    },
    faults: faultsChanged,
    cleared: () => attempt(readAll),
    reset: () => attempt(readAll),
  });
}

wire();
