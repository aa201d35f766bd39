import { $ } from "./dom.js";
import { state } from "./state.js";

export async function attempt(work) {
  try {
    return await work();
  } catch (fault) {
    notice(`That did not work: ${fault.message}`, true);
  }
}

// Says something for a few seconds, then what is the matter in general.
export function notice(text, isBad = false) {
  banner(text, isBad);
  setTimeout(showHealth, 6000);
}

function banner(text, isBad = false) {
  for (const place of [$("banner"), $("list-banner")]) {
    place.textContent = text ?? "";
    place.hidden = !text;
    place.classList.toggle("is-bad", isBad);
  }
}

export function showHealth() {
  const { url, state: now } = state.api;
  if (!state.connected) banner("The simulator does not answer. This page connects again by itself.", true);
  else if (now === "refused") banner("The Api refuses the webhooks. Do both sides have the same app secret?", true);
  else if (now === "waiting") banner(`The Api at ${url} does not answer. Messages wait and go out when it is back.`);
  else if (now === "givenup") banner("The Api has been away too long; some messages were given up.", true);
  else banner(null);
}
