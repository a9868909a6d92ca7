// npm run bench:editor: how soon the answer editor shows a key, and how long it takes over a paste.

import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtPath } from './built.mjs';
import { figureOf, rounded, run } from './command.mjs';
import { median } from './statistics.mjs';

const USAGE = `npm run bench:editor -- [--keys N] [--json]

--keys N  typed one after the other in a text of 5 KB, default 2000
--json    the same figures for programs
`;

const CTRL_D = '\x04';
/** As much as a terminal hands on at once. */
const PIECE = 512;
const WORDS = 'Words of many a kind, zürich, 東京 and 👩‍👩‍👧, in lines that end now and then.\n';

/** About so many bytes of text. @param {number} bytes */
function textOf(bytes) {
  return WORDS.repeat(Math.ceil(bytes / Buffer.byteLength(WORDS))).slice(0, -1);
}

/**
 * An editor on a terminal of plain objects, which saves to the disk as an interview does.
 *
 * @param {string} folder @param {string} text
 */
async function editorWith(folder, text) {
  /** @type {typeof import('../src/terminal/editor/editor.ts')} */
  const { editAnswer } = await import(builtPath('terminal/editor/editor.js'));
  /** @type {typeof import('../src/store/atomic.ts')} */
  const { writeAtomic } = await import(builtPath('store/atomic.js'));
  const nothing = () => {};
  const input = Object.assign(new EventEmitter(), { setRawMode: nothing, resume: nothing, pause: nothing });
  let drawn = nothing;
  const output = Object.assign(new EventEmitter(), {
    columns: 80,
    rows: 24,
    write(/** @type {string} */ _, written = nothing) {
      drawn();
      setImmediate(written);
    },
  });
  const done = editAnswer({
    input,
    output,
    clock: { now: Date.now, setTimeout, clearTimeout: timer => clearTimeout(/** @type {any} */ (timer)) },
    signals: Object.assign(new EventEmitter(), { suspend: nothing, interrupt: nothing }),
    head: ['Go in depth · question 1 of 5', '', 'How do goroutines get onto operating-system threads?'],
    text,
    elapsed: 0,
    budgets: { question: 3600, round: 3600, hard: false },
    hints: [],
    save: (draft, sync) => writeAtomic(join(folder, 'draft.json'), JSON.stringify(draft), { sync }),
    color: true,
  });
  /** Milliseconds from some bytes to the next frame. @param {string | Buffer} bytes @returns {Promise<number>} */
  const echo = bytes =>
    new Promise(resolve => {
      const began = performance.now();
      drawn = () => resolve(performance.now() - began);
      input.emit('data', Buffer.from(bytes));
    });
  return { echo, input, done };
}

/** @param {string} folder @param {number} keys */
async function keyFigures(folder, keys) {
  const { echo, input, done } = await editorWith(folder, textOf(5_000));
  const times = [];
  for (let key = 0; key < keys; key++) times.push(await echo(String.fromCharCode(97 + (key % 26))));
  input.emit('data', Buffer.from(CTRL_D));
  await done;
  const sorted = times.sort((a, b) => a - b);
  return { keys, echoMs: { median: median(sorted), p99: sorted[Math.floor(0.99 * keys)] } };
}

/** @param {string} folder @param {number} bytes */
async function pasteFigures(folder, bytes) {
  const text = textOf(bytes);
  const pasted = Buffer.from(`\x1b[200~${text.replaceAll('\n', '\r')}\x1b[201~`);
  const { echo, input, done } = await editorWith(folder, '');
  const began = performance.now();
  for (let at = 0; at < pasted.length; at += PIECE) await echo(pasted.subarray(at, at + PIECE));
  const ms = performance.now() - began;
  input.emit('data', Buffer.from(CTRL_D));
  return { bytes: Buffer.byteLength(text), ms, exact: (await done).text === text };
}

await run(async argv => {
  const { values } = parseArgs({
    args: argv,
    options: {
      keys: { type: 'string', default: '2000' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return USAGE;
  const keys = figureOf(
    '--keys',
    values.keys,
    it => Number.isInteger(it) && it > 0,
    'a whole number above 0',
  );
  const folder = mkdtempSync(join(tmpdir(), 'mockloop-bench-'));
  try {
    const figures = {
      node: process.version,
      cpu: cpus()[0]?.model ?? 'unknown processor',
      load: loadavg()[0],
      ...(await keyFigures(folder, keys)),
      pastes: [await pasteFigures(folder, 5_000), await pasteFigures(folder, 100_000)],
    };
    return values.json ? `${JSON.stringify(figures, rounded, 2)}\n` : told(figures);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** @param {{ node: string, cpu: string, load: number | undefined, keys: number, echoMs: { median: number, p99: number | undefined }, pastes: { bytes: number, ms: number, exact: boolean }[] }} figures */
function told({ node, cpu, load = 0, keys, echoMs: { median: middle, p99 = 0 }, pastes }) {
  const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
  return `${[
    `Node ${node}, ${cpu}, load ${load.toFixed(1)}`,
    `A key in a text of 5 KB, saved and drawn: median ${ms(middle)}, p99 ${ms(p99)} (${keys} keys)`,
    ...pastes.map(
      it =>
        `A paste of ${it.bytes} bytes in pieces of ${PIECE}: ${ms(it.ms)}, ${it.exact ? 'exact' : 'NOT EXACT'}`,
    ),
  ].join('\n')}\n`;
}
