import { $, icon, make } from "./dom.js";
import { server } from "./server.js";
import { state } from "./state.js";
import { groups } from "./switches.js";

let lasts = "";

export function openFaults() {
  draw();
  if (!$("faults").open) $("faults").showModal();
}

export function faultsChanged(faults) {
  state.faults = faults;
  const isOn =
    faults.graph.length + faults.model.length > 0 ||
    faults.pace.pair ||
    faults.webhooks.copies > 1 ||
    faults.webhooks.shuffleMilliseconds > 0 ||
    faults.webhooks.delayMilliseconds > 0 ||
    !faults.statuses.posted ||
    faults.statuses.failCode;
  for (const button of document.querySelectorAll(".faults-button")) button.classList.toggle("is-on", Boolean(isOn));
  if ($("faults").open) draw();
}

function draw() {
  const focused = document.activeElement?.dataset?.label;
  const heading = make(
    "div",
    { class: "sheet-head" },
    make("h2", {}, "What goes wrong"),
    make("button", { class: "icon-button", "aria-label": "Close", onclick: () => $("faults").close() }, icon("close")),
  );
  const span = choose(
    "New faults of calls last",
    [
      ["", "until switched off"],
      ["1", "for one call"],
      ["3", "for three calls"],
    ],
    lasts,
    value => (lasts = value),
  );
  $("faults").replaceChildren(
    heading,
    make(
      "div",
      { class: "sheet-body" },
      make("p", { class: "hint" }, "Try how Twiga copes. Everything here is undone by the last button."),
      span,
      groups.map(([name, switches]) => [make("h3", {}, name), ...switches.map(control)]).flat(),
      make("h3", {}, "All"),
      make(
        "button",
        { class: "main-button", type: "button", onclick: async () => faultsChanged(await server.clearFaults()) },
        "Make everything work again",
      ),
    ),
  );
  if (focused) document.querySelector(`[data-label="${CSS.escape(focused)}"]`)?.focus();
}

function control(item) {
  if (item.path) {
    const [part, name] = item.path;
    const now = state.faults[part][name];
    const set = value => apply({ [part]: { ...state.faults[part], [name]: value === "" ? null : value } });
    return item.values
      ? choose(item.label, item.values, now ?? "", value =>
          set(item.values.find(([known]) => String(known) === value)[0]),
        )
      : toggle(item, Boolean(now), set);
  }
  const rules = state.faults[item.side];
  const next = lasts ? { next: Number(lasts) } : {};
  const fits = (rule, known) => Object.entries(known).every(([key, value]) => rule[key] === value);
  if (item.rule) {
    const others = rules.filter(rule => rule.kind !== item.rule.kind);
    return toggle(item, others.length < rules.length, on =>
      apply({ [item.side]: on ? [...others, { ...item.rule, ...next }] : others }),
    );
  }
  const known = item.kinds.filter(([value]) => value);
  const now = known.find(([, , rule]) => rules.some(other => fits(other, rule)))?.[0] ?? "";
  return choose(
    item.label,
    item.kinds.map(([value, name]) => [value, name]),
    now,
    value => {
      const others = rules.filter(rule => !known.some(([, , other]) => fits(rule, other)));
      const wanted = known.find(([other]) => other === value);
      apply({ [item.side]: wanted ? [...others, { ...wanted[2], ...next }] : others });
    },
  );
}

async function apply(change) {
  faultsChanged(await server.setFaults({ ...state.faults, ...change }));
}

function toggle({ label, note }, on, change) {
  const input = make("input", {
    type: "checkbox",
    role: "switch",
    "data-label": label,
    onchange: event => change(event.target.checked),
  });
  input.checked = on;
  return make("label", { class: "switch" }, make("span", {}, label, note ? make("small", {}, note) : null), input);
}

function choose(label, values, now, change) {
  const select = make(
    "select",
    { "data-label": label, onchange: event => change(event.target.value) },
    values.map(([value, name]) => make("option", { value }, name)),
  );
  select.value = String(now);
  return make("label", { class: "switch" }, make("span", {}, label), select);
}

$("faults").addEventListener("click", event => event.target === $("faults") && $("faults").close());
