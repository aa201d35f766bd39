// The components of a Flow: how each looks, what it holds, and whether that is enough to go on.
import { $, icon, make } from "./dom.js";

// Marks what a hidden field would send: nothing at all.
export const leftOut = Symbol("left out");

const manyOptions = 12;
const isMany = part => part.type === "CheckboxGroup" || part.type === "ChipsSelector";
const isOption = part => isMany(part) || part.type === "RadioButtonsGroup" || part.type === "Dropdown";
const options = (part, look) => look(part["data-source"]) ?? [];

// What a field holds: what she filled in, else what it starts with.
export function valueOf(part, screen, look) {
  if (!part || look(part.visible) === false) return leftOut;
  const ids = isOption(part) ? options(part, look).map(option => option.id) : null;
  const held = screen.form[part.name] ?? look(part["init-value"]);
  if (isMany(part)) return (held ?? []).filter(id => ids.includes(id));
  if (part.type === "OptIn") return Boolean(held);
  return ids && !ids.includes(held) ? "" : (held ?? "");
}

export function isFilled(part, screen, look) {
  if (!part.name) return true;
  const value = valueOf(part, screen, look);
  const [least, most] = isMany(part)
    ? [look(part["min-selected-items"]), look(part["max-selected-items"])]
    : [look(part["min-chars"]), look(part["max-chars"] ?? part["max-length"])];
  const length = value.length ?? 0;
  if (part.type === "OptIn") return value || !look(part.required);
  if (length === 0) return !look(part.required);
  return (
    length >= (least ?? 0) &&
    length <= (most ?? Infinity) &&
    (!part.pattern || new RegExp(`^(?:${part.pattern})$`, "u").test(value))
  );
}

export function drawField(part, screen, look, changed) {
  const hold = (value, redraw) => {
    screen.form[part.name] = value;
    changed({ redraw });
  };
  const draw = kinds[part.type];
  return draw
    ? draw(part, look, valueOf(part, screen, look), hold)
    : make("p", { class: "flow-wrong" }, `${part.type} is not drawn.`);
}

const text = (element, name) => (part, look) => make(element, { class: name }, look(part.text));

const kinds = {
  TextHeading: text("h3", "flow-heading"),
  TextSubheading: text("h4", "flow-subheading"),
  TextBody: text("p", "flow-text"),
  TextCaption: text("p", "flow-caption"),
  TextInput: (part, look, value, hold) =>
    box(
      part,
      look,
      make("input", {
        name: part.name,
        type: { number: "number", email: "email", phone: "tel", password: "password" }[part["input-type"]] ?? "text",
        maxlength: look(part["max-chars"]),
        required: look(part.required),
        placeholder: " ",
        value,
        oninput: event => hold(event.target.value),
      }),
    ),
  TextArea: (part, look, value, hold) =>
    box(
      part,
      look,
      make(
        "textarea",
        {
          name: part.name,
          rows: 4,
          maxlength: look(part["max-length"]),
          required: look(part.required),
          placeholder: " ",
          oninput: event => hold(event.target.value),
        },
        value,
      ),
    ),
  DatePicker: (part, look, value, hold) =>
    box(
      part,
      look,
      make("input", {
        name: part.name,
        type: "date",
        class: value ? null : "is-empty",
        min: look(part["min-date"]),
        max: look(part["max-date"]),
        value,
        onclick: event => event.target.showPicker?.(),
        oninput: event => {
          event.target.classList.toggle("is-empty", !event.target.value);
          hold(event.target.value);
        },
      }),
      "date",
    ),
  Dropdown: (part, look, value, hold) => {
    const chosen = options(part, look).find(option => option.id === value);
    const button = make(
      "button",
      {
        type: "button",
        name: part.name,
        "aria-haspopup": "listbox",
        class: chosen ? null : "is-empty",
        onclick: () => openOptions(part, look, value, id => hold(id, true)),
      },
      chosen?.title ?? "",
    );
    return box(part, look, button, "down");
  },
  RadioButtonsGroup: (part, look, value, hold) => group(part, look, "radio", [value], ids => hold(ids.at(-1))),
  CheckboxGroup: (part, look, value, hold) => group(part, look, "checkbox", value, hold),
  ChipsSelector: (part, look, value, hold) => group(part, look, "checkbox", value, hold, "is-chips"),
  OptIn: (part, look, value, hold) =>
    make(
      "label",
      { class: "flow-optin" },
      make("input", { type: "checkbox", checked: value, onchange: event => hold(event.target.checked) }),
      make("span", {}, look(part.label)),
    ),
};

// A box with its label in it, which moves up when the field is filled.
function box(part, look, input, shape) {
  const hint = look(part["helper-text"]);
  return make(
    "label",
    { class: "flow-field" },
    input,
    make("span", { class: "flow-label" }, look(part.label)),
    shape ? icon(shape) : null,
    hint ? make("small", {}, hint) : null,
  );
}

function group(part, look, type, held, hold, kind = "") {
  const most = look(part["max-selected-items"]) ?? Infinity;
  const set = make(
    "fieldset",
    { class: `flow-group ${kind}` },
    make("legend", {}, look(part.label)),
    look(part.description) ? make("p", { class: "flow-caption" }, look(part.description)) : null,
    options(part, look).map(option =>
      make(
        "label",
        { class: "flow-option" },
        make("span", {}, option.title, option.description ? make("small", {}, option.description) : null),
        make("input", {
          type,
          name: part.name,
          value: option.id,
          checked: held.includes(option.id),
          disabled: option.enabled === false,
          onchange: () => {
            const ids = [...set.querySelectorAll("input:checked")].map(input => input.value);
            limit();
            hold(ids);
          },
        }),
      ),
    ),
  );
  const limit = () => {
    const isFull = type === "checkbox" && set.querySelectorAll("input:checked").length >= most;
    for (const input of set.querySelectorAll("input:not(:checked)")) input.disabled = isFull;
  };
  limit();
  return set;
}

// A dropdown's options cover the sheet, as on a phone.
function openOptions(part, look, value, choose) {
  const rows = options(part, look).map(option =>
    make(
      "label",
      { class: "flow-option" },
      make("span", {}, option.title, option.description ? make("small", {}, option.description) : null),
      make("input", {
        type: "radio",
        name: `${part.name}-option`,
        value: option.id,
        checked: option.id === value,
        onclick: () => {
          page.remove();
          choose(option.id);
        },
      }),
    ),
  );
  const search = make("input", {
    type: "search",
    class: "flow-search",
    placeholder: "Tafuta · Search",
    "aria-label": "Search",
    oninput: event => {
      const wanted = event.target.value.trim().toLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    },
  });
  const page = make(
    "div",
    { class: "flow-list", role: "dialog", "aria-label": look(part.label) },
    make(
      "div",
      { class: "flow-head" },
      make(
        "button",
        { class: "icon-button", type: "button", "aria-label": "Back", onclick: () => page.remove() },
        icon("back"),
      ),
      make("h2", {}, look(part.label)),
    ),
    rows.length > manyOptions ? search : null,
    make("div", { class: "flow-rows" }, rows),
  );
  $("flow").append(page);
  page.querySelector("input:checked")?.scrollIntoView({ block: "center" });
}
