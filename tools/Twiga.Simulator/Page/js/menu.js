import { $, icon, make } from "./dom.js";

// A small menu beside what was pressed.
export function openMenu(anchor, items, faces) {
  const menu = $("menu");
  const choose = act => () => {
    closeMenu();
    act();
  };
  menu.replaceChildren(
    ...[
      faces
        ? make(
            "div",
            { class: "faces" },
            faces.map(([face, act]) =>
              make("button", { role: "menuitem", "aria-label": `React ${face}`, onclick: choose(act) }, face),
            ),
          )
        : null,
      ...items
        .filter(Boolean)
        .map(([name, label, act]) => make("button", { role: "menuitem", onclick: choose(act) }, icon(name), label)),
    ].filter(Boolean),
  );
  menu.hidden = false;
  menu.returnTo = anchor;
  anchor.setAttribute("aria-expanded", "true");
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const x = Math.min(
    Math.max(8, left > innerWidth / 2 ? right - menu.offsetWidth : left),
    innerWidth - menu.offsetWidth - 8,
  );
  const y = bottom + menu.offsetHeight + 12 > innerHeight ? top - menu.offsetHeight - 6 : bottom + 6;
  menu.style.left = `${x}px`;
  menu.style.top = `${Math.max(8, y)}px`;
  menu.querySelector("button")?.focus();
}

export function closeMenu() {
  const menu = $("menu");
  if (menu.hidden) return;
  menu.hidden = true;
  menu.returnTo?.removeAttribute("aria-expanded");
  menu.returnTo?.focus?.();
}

document.addEventListener(
  "pointerdown",
  event => !$("menu").hidden && !$("menu").contains(event.target) && closeMenu(),
);
$("menu").addEventListener("keydown", event => {
  const buttons = [...$("menu").querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") closeMenu();
  else if (step) buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
  else return;
  event.preventDefault();
});
