// A Flow in its sheet: drawn from the Flow JSON, filled in, sent screen by screen, closed when it is finished.
import { attempt } from "./banner.js";
import { $, icon, make } from "./dom.js";
import { drawField, isFilled, leftOut, valueOf } from "./fields.js";
import { server } from "./server.js";

const failed = "Hitilafu imetokea. Jaribu tena. · Something went wrong. Try again.";
let open = null;

export async function openFlow(message, parameters) {
  const dialog = $("flow");
  open = { message, title: parameters?.flow_cta ?? "Flow", stack: [], isBusy: false, wasTouched: false };
  const mine = open;
  dialog.setAttribute("aria-label", open.title);
  showNotice(make("div", { class: "flow-ring", role: "status", "aria-label": "Loading" }));
  if (!dialog.open) dialog.showModal();
  const flow = await server.flow(message.id).catch(() => null);
  if (mine !== open) return;
  if (!flow) {
    showNotice(
      icon("bad"),
      make("p", {}, "This Flow is not published in the simulator."),
      make("code", {}, "./twiga cli flows publish --endpoint http://127.0.0.1:8000/flows"),
    );
    return;
  }
  open.flow = flow;
  if (flow.asks) await ask("INIT");
  else push(flow.screen ?? flow.json.screens[0].id, flow.data ?? {});
}

// Asks the data endpoint, and shows what it answers.
async function ask(action, data = {}) {
  const mine = open;
  if (mine.isBusy) return;
  setBusy(true);
  const view = await attempt(() =>
    server.stepInFlow({ message: mine.message.id, action, screen: top()?.id ?? null, data }),
  );
  if (mine !== open) return;
  setBusy(false);
  if (view?.finished) shut();
  else if (view?.ended !== undefined) showNotice(icon("bad"), make("p", { role: "alert" }, view.ended), closing());
  else if (view?.screen && action === "BACK") goBackTo(view);
  else if (view?.screen === top()?.id) showAgain(view.data);
  else if (view?.screen) push(view.screen, view.data);
  else if (top()) complain(`${failed} (${view?.problem ?? "no answer"})`);
  else
    showNotice(
      icon("bad"),
      make("p", { role: "alert" }, failed),
      make("small", {}, view?.problem ?? ""),
      make("button", { class: "main-button", type: "button", onclick: () => ask(action, data) }, "Jaribu tena · Try again"),
    );
}

const top = () => open?.stack.at(-1);
const layoutOf = id => open.flow.json.screens.find(screen => screen.id === id);

function push(id, data) {
  open.stack.push({ id, data, form: {}, layout: layoutOf(id) });
  draw("is-forward");
}

// The same screen once more: what she filled in stays, what is wrong is said.
function showAgain(data) {
  top().data = data;
  draw();
  if (data.error_message) complain(data.error_message);
}

function goBackTo(view) {
  open.stack.pop();
  Object.assign(top(), { data: view.data, form: {} });
  draw("is-back");
}

function back() {
  if (open.isBusy) return;
  if (open.stack.length < 2) leave();
  else if (open.stack.at(-2).layout.refresh_on_back) ask("BACK");
  else {
    open.stack.pop();
    draw("is-back");
  }
}

// A value of the Flow JSON, with ${data.…}, ${form.…} and ${screen.ID.form.…} looked up.
function bound(value, screen) {
  const path = typeof value === "string" && value.match(/^\$\{([\w.]+)\}$/)?.[1].split(".");
  if (!path) return value;
  const [of, ...names] = path[0] === "screen" ? path.slice(2) : path;
  const from = path[0] === "screen" ? open.stack.find(other => other.id === path[1]) : screen;
  if (of === "form") return valueOf(from?.layout.layout.children.find(part => part.name === names[0]), from, part => bound(part, from));
  return names.reduce((found, name) => found?.[name], from?.data);
}

function draw(way) {
  const screen = top();
  const look = value => bound(value, screen);
  const children = screen.layout.layout.children;
  const parts = children.filter(part => part.type !== "Footer" && look(part.visible) !== false);
  const body = make(
    "form",
    {
      class: `flow-body${way ? ` ${way}` : ""}`,
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        $("flow").querySelector(".flow-foot .main-button:not(:disabled)")?.click();
      },
    },
    parts.map(part => drawField(part, screen, look, changed)),
  );
  const footer = children.find(part => part.type === "Footer");
  $("flow").replaceChildren(
    head(open.stack.length > 1 ? "back" : "close", screen.layout.title ?? open.title),
    make("div", { class: "flow-bar", "aria-hidden": "true" }),
    body,
    make(
      "div",
      { class: "flow-foot" },
      make("p", { class: "flow-wrong", role: "alert", hidden: true }),
      footer
        ? make(
            "button",
            { class: "main-button", type: "button", onclick: () => act(look(footer["on-click-action"]), look) },
            look(footer.label),
          )
        : null,
      make("p", { class: "flow-owner" }, "Inasimamiwa na Twiga · Managed by Twiga"),
    ),
  );
  changed();

  function changed(field) {
    if (field) {
      open.wasTouched = true;
      complain(null);
      if (field.redraw) draw();
    }
    const button = $("flow").querySelector(".flow-foot .main-button");
    if (button) button.disabled = open.isBusy || !parts.every(part => isFilled(part, screen, look));
  }
}

function act(action, look) {
  const payload = Object.fromEntries(
    Object.entries(action.payload ?? {})
      .map(([name, value]) => [name, look(value)])
      .filter(([, value]) => value !== leftOut),
  );
  if (action.name === "data_exchange") ask("data_exchange", payload);
  else if (action.name === "navigate") push(action.next?.name, payload);
  else if (action.name === "complete") ask("complete", payload);
  else if (action.name === "open_url") window.open(look(action.url), "_blank", "noopener");
}

function head(shape, title) {
  const label = shape === "back" ? "Back" : "Close";
  return make(
    "div",
    { class: "flow-head" },
    make(
      "button",
      { class: "icon-button", type: "button", "aria-label": label, onclick: shape === "back" ? back : leave },
      icon(shape),
    ),
    make("h2", {}, title),
  );
}

function complain(text) {
  const place = $("flow").querySelector(".flow-wrong");
  if (!place) return;
  place.textContent = text ?? "";
  place.hidden = !text;
}

function setBusy(isBusy) {
  open.isBusy = isBusy;
  $("flow").classList.toggle("is-busy", isBusy);
  const button = $("flow").querySelector(".flow-foot .main-button");
  if (button) button.disabled = isBusy;
}

function showNotice(...parts) {
  open.stack = [];
  $("flow").replaceChildren(head("close", open.title), make("div", { class: "flow-notice" }, parts));
}

const closing = () => make("button", { class: "main-button", type: "button", onclick: shut }, "Funga · Close");

// Closing a form that was begun is asked about first, since WhatsApp forgets it.
function leave() {
  if (!open?.wasTouched) return shut();
  if ($("flow").querySelector(".flow-ask")) return;
  const question = make(
    "div",
    { class: "flow-ask", role: "alertdialog", "aria-label": "Close the form?" },
    make(
      "div",
      {},
      make("p", {}, "Ufunge fomu? Ulichojaza kitapotea."),
      make("small", {}, "Close the form? What you filled in is lost."),
      make("button", { class: "plain-button", type: "button", onclick: () => question.remove() }, "Endelea · Stay"),
      make("button", { class: "main-button", type: "button", onclick: shut }, "Funga · Close"),
    ),
  );
  $("flow").append(question);
  question.querySelector("button").focus();
}

function shut() {
  open = null;
  $("flow").classList.remove("is-busy");
  $("flow").close();
  $("flow").replaceChildren();
}

$("flow").addEventListener("cancel", event => {
  event.preventDefault();
  const list = $("flow").querySelector(".flow-list");
  if (list) list.remove();
  else if (open?.stack.length > 1) back();
  else leave();
});
$("flow").addEventListener("click", event => event.target === $("flow") && leave());
