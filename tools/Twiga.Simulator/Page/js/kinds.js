// How each kind of message looks: what stands above its words, the words, and what can be tapped below them.
import { icon, make } from "./dom.js";
import { size } from "./times.js";

export function content(message, act) {
  if (message.change === "deleted")
    return { above: make("em", { class: "is-gone" }, "Umefuta ujumbe huu · You deleted this message") };
  if (message.byTeacher && message.content?.interactive?.nfm_reply)
    return { above: make("div", { class: "reply-form" }, icon("form"), message.text) };
  const draw =
    kinds[message.byTeacher && !message.media && message.type !== "location" ? "text" : message.type] ?? kinds.other;
  return { text: message.text, ...draw(message, message.content ?? {}, act) };
}

const address = media => `/phone/media/${encodeURIComponent(media.id)}`;

const kinds = {
  text: () => ({}),
  interactive: (message, inside, act) => ({
    above: header(inside.header),
    footer: inside.footer?.text,
    below: taps(message, inside, act),
  }),
  image: (message, inside, act) => ({ above: picture(message, inside, act) }),
  sticker: (message, inside, act) => ({ above: picture(message, inside, act) }),
  document: (message, inside, act) => ({ above: paper(message, inside, act) }),
  audio: message => ({
    above: message.media
      ? make("audio", { controls: true, preload: "metadata", src: address(message.media) })
      : "Voice note",
  }),
  video: message => ({
    above: message.media ? make("video", { controls: true, src: address(message.media) }) : "Video",
  }),
  template: (message, inside) => ({
    above: make("header", {}, `Template “${inside.name}” (${inside.language?.code})`),
    text: parameters(inside).join("\n") || " ",
    footer: "Meta puts these words into the approved text.",
  }),
  location: (message, inside) => {
    const place = inside.location ?? inside;
    return {
      above: make("header", {}, "📍 ", place.name ?? "Location"),
      text: `${place.latitude}, ${place.longitude}`,
    };
  },
  other: message => ({ above: make("header", {}, message.type), text: message.text ?? "This kind is not drawn." }),
};

function header(given) {
  return given?.text ? make("header", {}, given.text) : null;
}

function taps(message, inside, act) {
  const action = inside.action ?? {};
  const tap = (title, name, choose) =>
    make(
      "button",
      { class: "tap", type: "button", disabled: message.ended !== undefined, title: message.ended, onclick: choose },
      name ? icon(name) : null,
      title,
    );
  const drawn =
    {
      button: () =>
        (action.buttons ?? []).map(({ reply }) => tap(reply.title, "reply", () => act.press(message, reply))),
      list: () => [tap(action.button, "rows", () => act.openList(message, inside))],
      flow: () => [tap(action.parameters?.flow_cta, "form", () => act.openFlow(message, action.parameters))],
      cta_url: () => [
        make(
          "a",
          { class: "tap", href: action.parameters?.url, target: "_blank", rel: "noopener noreferrer" },
          icon("link"),
          action.parameters?.display_text,
        ),
      ],
    }[inside.type]?.() ?? [];
  return drawn.length ? make("div", { class: "taps" }, drawn) : null;
}

function picture(message, inside, act) {
  const source = message.media ? address(message.media) : inside.link;
  if (!source) return make("header", {}, "🖼 Picture");
  return make(
    "button",
    {
      class: "picture",
      type: "button",
      "aria-label": "Open the picture",
      onclick: () => act.openPicture(message, source),
    },
    make("img", { src: source, alt: message.text ?? "Picture without a caption", loading: "lazy" }),
  );
}

function paper(message, inside, act) {
  const media = message.media;
  const name = media?.fileName ?? inside.filename ?? "Document";
  const kind = (name.split(".").at(-1) ?? "").toUpperCase().slice(0, 4);
  return make(
    "button",
    {
      class: "paper",
      type: "button",
      title: `Open ${name}`,
      onclick: () => act.openPaper(message, media ? address(media) : inside.link, name),
    },
    make("span", { class: `kind${kind === "PDF" ? "" : " is-other"}` }, kind || "DOC"),
    make("span", {}, make("b", {}, name), make("small", {}, facts(kind, media))),
  );
}

function facts(kind, media) {
  if (!media) return kind;
  const pages = media.pages ? [`${media.pages} ${media.pages === 1 ? "ukurasa · page" : "kurasa · pages"}`] : [];
  return [...pages, size(media.size), kind].join(" · ");
}

function parameters(template) {
  return (template.components ?? [])
    .flatMap(component => component.parameters ?? [])
    .map(parameter => parameter.text ?? parameter.type);
}
