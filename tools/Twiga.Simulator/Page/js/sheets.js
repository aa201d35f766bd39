import { $, icon, make } from "./dom.js";
import { render } from "./markup.js";

// Opens the sheet with a heading; Escape, the cross and a tap outside close it.
export function openSheet(title, children, { wide = false, foot = null } = {}) {
  const sheet = $("sheet");
  sheet.className = `sheet${wide ? " is-wide" : ""}`;
  sheet.setAttribute("aria-label", title);
  const close = make(
    "button",
    { class: "icon-button", "aria-label": "Close", onclick: () => sheet.close() },
    icon("close"),
  );
  sheet.replaceChildren(
    ...[make("div", { class: "sheet-head" }, make("h2", {}, title), close), children, foot].flat().filter(Boolean),
  );
  if (!sheet.open) sheet.showModal();
  return sheet;
}

export const closeSheet = () => $("sheet").close();

// A list message: one row is chosen, then sent.
export function openList(inside, send) {
  let chosen = null;
  const button = make(
    "button",
    {
      class: "main-button",
      type: "button",
      disabled: true,
      onclick: () => {
        closeSheet();
        send(chosen);
      },
    },
    "Send · Tuma",
  );
  const rows = (inside.action?.sections ?? []).map(section => [
    section.title ? make("h3", {}, section.title) : null,
    (section.rows ?? []).map(row =>
      make(
        "label",
        { class: "choice" },
        make("span", {}, row.title, row.description ? make("small", {}, row.description) : null),
        make("input", {
          type: "radio",
          name: "row",
          value: row.id,
          onchange: () => {
            chosen = row;
            button.disabled = false;
          },
        }),
      ),
    ),
  ]);
  openSheet(inside.action?.button ?? "List", make("div", { class: "sheet-body" }, rows.flat(2).filter(Boolean)), {
    foot: make("div", { class: "sheet-foot" }, button),
  });
}

export function openPicture(message, source) {
  openSheet(
    message.media?.fileName ?? "Picture",
    [
      make("div", { class: "big-picture" }, make("img", { src: source, alt: message.text ?? "" })),
      message.text ? make("div", { class: "sheet-body is-padded" }, render(message.text)) : null,
    ].filter(Boolean),
    { wide: true },
  );
}

export function openPaper(source, name) {
  if (!source) return;
  const save = make("a", { class: "plain-button", href: source, target: "_blank", download: name }, "Save · Hifadhi");
  openSheet(
    name,
    /\.(pdf|txt|png|jpe?g)$/i.test(name)
      ? make("iframe", { src: source, title: name })
      : make("div", { class: "sheet-body is-padded" }, make("p", {}, "A browser cannot show this kind of document.")),
    { wide: true, foot: make("div", { class: "sheet-foot" }, save) },
  );
}

export function openDetails(message) {
  const facts = [
    ["Id", message.id],
    ["Kind", message.type],
    ["State", message.state],
    ["Callback id", message.callbackId],
    ["Answers", message.replyTo],
    ["At", message.at],
    ["Problem", message.problem],
    ["Content", message.content ? JSON.stringify(message.content, null, 1) : null],
  ].filter(([, value]) => value);
  openSheet(
    "Message details",
    make(
      "div",
      { class: "sheet-body is-padded" },
      make(
        "dl",
        { class: "details" },
        facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]),
      ),
    ),
  );
}

export function openNewTeacher(add) {
  const field = (label, name, attributes) =>
    make("label", { class: "field" }, make("span", {}, label), make("input", { name, required: true, ...attributes }));
  const problem = make("p", { class: "problem", role: "alert", hidden: true });
  const form = make(
    "form",
    {
      class: "sheet-body is-padded",
      onsubmit: async event => {
        event.preventDefault();
        try {
          await add(Object.fromEntries(new FormData(form)));
          closeSheet();
        } catch (fault) {
          problem.textContent = fault.message;
          problem.hidden = false;
        }
      },
    },
    field("Jina · Name", "name", { placeholder: "Neema Mollel", maxlength: 60 }),
    field("Simu · Phone", "phone", { type: "tel", placeholder: "255 700 000 109", pattern: "[+0-9 ]{7,20}" }),
    field("Anafundisha · Teaches", "about", { placeholder: "Geography Form 2", required: false, maxlength: 80 }),
    make(
      "label",
      { class: "field" },
      make("span", {}, "Her messages carry"),
      make(
        "select",
        { name: "shows" },
        make("option", { value: "both" }, "phone number and user id"),
        make("option", { value: "phone" }, "phone number only"),
        make("option", { value: "user-id" }, "user id only (she has a username)"),
      ),
    ),
    problem,
    make("button", { class: "main-button" }, "Add · Ongeza"),
  );
  openSheet("A new teacher", form);
  form.elements.name.focus();
}

$("sheet").addEventListener("click", event => event.target === $("sheet") && closeSheet());
