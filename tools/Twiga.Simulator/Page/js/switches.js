// One switch puts a rule on the model's or the Graph API's list, or sets a value.
const delays = [
  ["", "none"],
  ["2000", "2 seconds"],
  ["8000", "8 seconds"],
  ["30000", "30 seconds"],
];
export const groups = [
  [
    "The model",
    [
      {
        side: "model",
        label: "Answers late",
        kinds: delays.map(([ms, name]) => [ms, name, { kind: "delay", milliseconds: Number(ms) }]),
      },
      { side: "model", label: "Is down", note: "the connection is dropped", rule: { kind: "down" } },
      {
        side: "model",
        label: "Fails",
        kinds: [
          ["", "no"],
          ["429", "429 too many requests"],
          ["500", "500"],
          ["503", "503"],
        ].map(([status, name]) => [status, name, { kind: "error", status: Number(status) }]),
      },
      { side: "model", label: "Refuses the key", rule: { kind: "refused-key" } },
      {
        side: "model",
        label: "Says odd things",
        kinds: [
          ["", "no"],
          ["long", "12,000 characters"],
          ["empty", "nothing"],
          ["broken-arguments", "broken JSON in tool calls"],
          ["unknown-tool", "an unknown tool"],
          ["endless-tools", "tools without end"],
          ["text-call", "tool calls as text"],
          ["json-call", "tool calls as bare JSON"],
          ["invalid-json", "half a response"],
        ].map(([kind, name]) => [kind, name, { kind }]),
      },
    ],
  ],
  [
    "WhatsApp",
    [
      {
        side: "graph",
        label: "Answers late",
        kinds: delays.map(([ms, name]) => [ms, name, { kind: "delay", milliseconds: Number(ms) }]),
      },
      {
        side: "graph",
        label: "Fails",
        kinds: [
          ["", "no"],
          ["131000", "500, something went wrong"],
          ["131016", "503, unavailable"],
          ["130429", "429, too fast"],
          ["131056", "pair limit hit"],
          ["131047", "24 hours are over"],
          ["190", "token refused"],
        ].map(([code, name]) => [code, name, { kind: "error", code: Number(code) }]),
      },
      {
        side: "graph",
        label: "Takes it, drops the line",
        note: "she gets the message, Twiga no answer",
        rule: { kind: "drop", on: "messages" },
      },
      { label: "Pair limit", note: "45 messages, then one in 6 s", path: ["pace", "pair"] },
    ],
  ],
  [
    "Webhooks",
    [
      {
        label: "Come",
        path: ["webhooks", "copies"],
        values: [
          [1, "once"],
          [2, "twice"],
          [3, "three times"],
        ],
      },
      {
        label: "Out of order",
        path: ["webhooks", "shuffleMilliseconds"],
        values: [
          [0, "no"],
          [1000, "within 1 s"],
          [5000, "within 5 s"],
        ],
      },
      {
        label: "Come late",
        path: ["webhooks", "delayMilliseconds"],
        values: [
          [0, "no"],
          [3000, "3 seconds"],
          [15000, "15 seconds"],
        ],
      },
      { label: "Statuses are posted", path: ["statuses", "posted"] },
      {
        label: "Statuses come late",
        path: ["statuses", "delayMilliseconds"],
        values: [
          [0, "no"],
          [3000, "3 seconds"],
          [15000, "15 seconds"],
        ],
      },
      {
        label: "Messages are read",
        path: ["statuses", "read"],
        values: [
          ["auto", "when seen here"],
          ["always", "at once"],
          ["never", "never"],
        ],
      },
      {
        label: "Messages end as failed",
        path: ["statuses", "failCode"],
        values: [
          ["", "no"],
          [131026, "undeliverable"],
          [131047, "24 hours are over"],
        ],
      },
    ],
  ],
];
