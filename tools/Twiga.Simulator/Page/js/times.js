const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit", year: "2-digit" });

export const time = at => clock.format(new Date(at));

function daysAgo(at) {
  const midnight = moment => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return Math.round((midnight(new Date()) - midnight(new Date(at))) / 86_400_000);
}

export function day(at) {
  return ["Leo · Today", "Jana · Yesterday"][daysAgo(at)] ?? date.format(new Date(at));
}

export function brief(at) {
  return [time(at), "Jana"][daysAgo(at)] ?? short.format(new Date(at));
}

export function size(bytes) {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
