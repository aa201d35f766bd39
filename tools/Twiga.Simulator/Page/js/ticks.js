import { icon, make } from "./dom.js";

// One tick: WhatsApp has it. Two: the Api has taken it. Blue: Twiga has read it.
export function tick(message) {
  const [name, label, look] =
    {
      refused: ["bad", "Refused by the Api", "is-bad"],
      failed: ["bad", "Not delivered", "is-bad"],
      delivered: ["both", "Delivered to Twiga", ""],
      read: ["both", "Read by Twiga", "is-read"],
    }[message.state] ?? (message.problem ? ["clock", "Waiting for the Api", ""] : ["sent", "Sent", ""]);
  return make("span", { class: `tick ${look}`, title: label }, icon(name, label));
}
