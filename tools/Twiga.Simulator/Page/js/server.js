// What the page asks of the simulator, and what it is told by it.
async function ask(path, method = "GET", body) {
  const isForm = body instanceof FormData;
  const answer = await fetch(path, {
    method,
    headers: body && !isForm ? { "Content-Type": "application/json" } : {},
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
  }).catch(() => {
    throw new Error("the simulator does not answer.");
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(text ? JSON.stringify(text).slice(1, 200).replace(/\\?"/g, "") : `Status ${answer.status}`);
  return text ? JSON.parse(text) : null;
}

const id = encodeURIComponent;

export const server = {
  teachers: () => ask("/phone/teachers"),
  addTeacher: teacher => ask("/phone/teachers", "POST", teacher),
  talk: teacher => ask(`/phone/talks/${id(teacher)}`),
  clear: teacher => ask(`/phone/talks/${id(teacher)}`, "DELETE"),
  seen: teacher => ask(`/phone/talks/${id(teacher)}/seen`, "POST"),
  say: said => ask("/phone/messages", "POST", said),
  again: message => ask(`/phone/messages/again?id=${id(message)}`, "POST"),
  flow: message => ask(`/phone/flow?message=${id(message)}`),
  stepInFlow: step => ask("/phone/flow", "POST", step),
  faults: () => ask("/control/faults"),
  setFaults: faults => ask("/control/faults", "PUT", faults),
  clearFaults: () => ask("/control/faults", "DELETE"),
  status: () => ask("/control/status"),
  verify: () => ask("/control/verify", "POST"),
  upload(file) {
    const form = new FormData();
    form.append("file", file);
    return ask("/phone/media", "POST", form);
  },
};

export function listen(handlers) {
  const events = new EventSource("/phone/events");
  for (const [name, handle] of Object.entries(handlers))
    if (name !== "lost") events.addEventListener(name, event => handle(JSON.parse(event.data)));
  events.onerror = () => handlers.lost();
}
