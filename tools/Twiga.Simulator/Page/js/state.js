// What the page knows. Everything here can be read anew from the simulator.
export const state = {
  summaries: new Map(),
  current: null,
  messages: [],
  typing: new Map(),
  api: { state: "unknown", url: "" },
  connected: true,
  faults: null,
  answering: null,
  changing: null,
};

export const teacherOf = id => state.summaries.get(id)?.teacher;

export function initials(name) {
  const words = name.split(/\s+/).filter(word => /\p{L}/u.test(word));
  return words.length ? (words[0][0] + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase() : "☎";
}

export function hue(id) {
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7);
  return (sum * 137.5) % 360;
}

export function preview(message) {
  if (!message) return "";
  const kinds = {
    image: "Picha · Photo",
    document: message.media?.fileName ?? "Document",
    audio: "Voice note",
    video: "Video",
    sticker: "Sticker",
    location: "Location",
    template: "Template",
  };
  if (message.change === "deleted") return "Ujumbe umefutwa · Deleted";
  return message.text || kinds[message.type] || message.type;
}
