// npm run bench:pack: how long a pack takes from a large bank, and a check of a larger one, as whole processes.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fullBank, shortBank } from './banks.mjs';
import { figureOf, rounded, run } from './command.mjs';
import { mockloopWorked, worked } from './contenders.mjs';
import { machine, machineLine } from './machine.mjs';
import { median } from './statistics.mjs';

const USAGE = `npm run bench:pack -- [--questions N] [--checked N] [--rounds N] [--json]

--questions N  in the bank that a pack is built from, default 1000
--checked N    in the bank that validate reads, default 5000
--rounds N     of which the medians are taken, default 5
--json         the same figures for programs
`;

/** @param {string[]} argv */
async function bench(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      questions: { type: 'string', default: '1000' },
      checked: { type: 'string', default: '5000' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return USAGE;
  const many = (/** @type {'questions' | 'checked' | 'rounds'} */ name) =>
    figureOf(`--${name}`, values[name], it => Number.isInteger(it) && it >= 1, 'a whole number from 1');
  const on = machine();
  const figures = measured({
    questions: many('questions'),
    checked: many('checked'),
    rounds: many('rounds'),
  });
  return values.json ? `${JSON.stringify({ ...on, ...figures }, rounded, 2)}\n` : told(figures, on);
}

/** @param {{ questions: number, checked: number, rounds: number }} wanted */
function measured({ questions, checked, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const [bank, list] = [join(folder, 'bank.yaml'), join(folder, 'list.yaml')];
    writeFileSync(bank, fullBank('large', questions));
    writeFileSync(list, shortBank('list', checked));
    const each = Array.from({ length: rounds }, (_, at) => ({
      bare: worked(folder, ['-e', '0']),
      pack: built(folder, bank, join(folder, `pack-${at}`)),
      validate: mockloopWorked(folder, ['validate', list]),
    }));
    const of = (/** @type {'bare' | 'pack' | 'validate'} */ what) => ({
      seconds: median(each.map(it => it[what].seconds)),
      processor: median(each.map(it => it[what].processor)),
    });
    return { questions, checked, bare: of('bare'), pack: of('pack'), validate: of('validate') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} bank @param {string} out */
function built(folder, bank, out) {
  const wish = ['--minutes', '60', '--level', 'L5', '--competencies', 'concurrency,reliability'];
  const from = ['--banks', 'large', '--content', bank];
  return mockloopWorked(folder, ['pack', 'build', ...from, ...wish, '--partial', '--out', out]);
}

/** @param {ReturnType<typeof measured>} figures @param {ReturnType<typeof machine>} on */
function told({ questions, checked, bare, pack, validate }, on) {
  const line = (/** @type {typeof bare} */ { seconds, processor }) =>
    `${seconds.toFixed(2)} s, of which processors worked ${processor.toFixed(2)} s`;
  return [
    machineLine(on),
    `node -e 0: ${line(bare)}`,
    `a pack of 60 minutes from a bank of ${questions} questions: ${line(pack)}`,
    `validate of a bank of ${checked} questions: ${line(validate)}`,
    '',
  ].join('\n');
}

await run(bench);
