// Sets documents: a line of JSON in, a line of JSON out. The first argument is the folder of the installed packages.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(process.argv[2], 'package.json'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const { Resvg } = require('@resvg/resvg-js');

const PAGES_AT_MOST = 200;
const PIXELS_A_POINT = 2.5;
const OLDEST_RESULTS = 4;
const templates = join(dirname(fileURLToPath(import.meta.url)), 'Templates');

// The templates live in memory, in a workspace that holds nothing else and stands nowhere on the disk.
const workspace = '/twiga-typesetting';
const compiler = NodeCompiler.create({ workspace });
for (const name of readdirSync(templates)) {
  compiler.addSource(`${workspace}/${name}`, readFileSync(join(templates, name), 'utf8'));
}

function compile(template, document) {
  const compiled = compiler.compile({ mainFilePath: `${workspace}/${template}.typ`, inputs: { document } });
  if (!compiled.result) throw new Error(reason(compiled));
  return compiled.result;
}

function reason(compiled) {
  const [first] = compiler.fetchDiagnostics(compiled.takeError()) ?? [];
  return first?.message ?? 'no reason given';
}

const kinds = {
  pdf(document) {
    const set = compile('document', document);
    if (set.numOfPages > PAGES_AT_MOST) return { fault: 'too_large' };
    return { pages: set.numOfPages, bytes: compiler.pdf(set).toString('base64') };
  },
  png(document) {
    const svg = compiler.plainSvg(compile('formulas', document));
    const picture = new Resvg(svg, {
      background: 'white',
      fitTo: { mode: 'zoom', value: PIXELS_A_POINT },
      font: { loadSystemFonts: false },
    });
    return { pages: 1, bytes: picture.render().asPng().toString('base64') };
  },
};

function run({ id, kind, document }) {
  try {
    return { id, ...kinds[kind](document) };
  } catch (error) {
    return { id, fault: 'refused', reason: String(error?.message ?? error).slice(0, 200) };
  } finally {
    compiler.evictCache(OLDEST_RESULTS);
  }
}

const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
createInterface({ input: process.stdin }).on('line', (line) => say(run(JSON.parse(line)))).on('close', () => process.exit(0));
say({ ready: true });
