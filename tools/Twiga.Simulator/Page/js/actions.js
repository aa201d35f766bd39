import { attempt } from "./banner.js";
import { answer, change } from "./composer.js";
import { openFlow } from "./flow.js";
import { openMenu } from "./menu.js";
import { server } from "./server.js";
import { openDetails, openList, openPaper, openPicture } from "./sheets.js";
import { state } from "./state.js";

const faces = ["👍", "👎", "❤️", "🙏🏾", "😂"];

export const say = said => attempt(() => server.say({ teacher: state.current, ...said }));
const isHers = message => message.byTeacher && message.change !== "deleted";

// What can be done with a bubble.
export const act = {
  again: message => attempt(() => server.again(message.id)),
  press: (message, reply) =>
    message.type === "template"
      ? say({ quickReply: reply, replyTo: message.id })
      : say({ button: { id: reply.id, title: reply.title }, replyTo: message.id }),
  openList: (message, inside) =>
    openList(inside, row =>
      say({ row: { id: row.id, title: row.title, description: row.description }, replyTo: message.id }),
    ),
  openFlow,
  openPicture,
  openPaper: (message, source, name) => openPaper(source, name),
  menu: (message, anchor) =>
    openMenu(
      anchor,
      [
        ["reply", "Jibu · Reply", () => answer(message)],
        message.text ? ["paper", "Nakili · Copy", () => navigator.clipboard?.writeText(message.text)] : null,
        isHers(message) && message.type === "text" ? ["edit", "Hariri · Edit", () => change(message)] : null,
        isHers(message)
          ? ["bin", "Futa kwa wote · Delete for everyone", () => say({ revoke: message.id })]
          : null,
        ["facts", "Details", () => openDetails(message)],
      ],
      message.byTeacher
        ? null
        : [
            ...faces.map(face => [
              face,
              () => say({ reaction: { messageId: message.id, emoji: face === message.reaction ? "" : face } }),
            ]),
          ],
    ),
};
