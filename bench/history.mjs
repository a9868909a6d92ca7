// npm run bench:history: how long it takes to fold many sessions to attempts, and attempts to cards.

import { parseArgs } from 'node:util';
import { builtPath } from './built.mjs';
import { figureOf, rounded, run } from './command.mjs';

const USAGE = `npm run bench:history -- [--sessions N] [--json]

--sessions N  invented sessions of eight answers each, default 10000
--json        the same figures for programs
`;

const HOUR = 60 * 60 * 1000;
const START = Date.UTC(2020, 0, 1);
const QUESTIONS = 200;
const EACH = 8;

/** @typedef {import('../src/progress/history.ts').Judged} Judged */

/** A session with as much as the fold looks at. @param {number} number */
function sessionOf(number) {
  const refs = Array.from({ length: EACH }, (_, at) => `bank/q${(number * EACH + at) % QUESTIONS}`);
  const questions = refs.map(ref => ({
    ref,
    rubrics: ['technical'],
    question: { id: ref.slice(5), type: 'technical', competencies: ['runtime'], principles: ['dive-deep'] },
  }));
  const asks = refs.map(ref => ({
    key: ref,
    ref,
    kind: 'question',
    tries: [{ answer: 'An answer.', seconds: 60, outcome: 'answered' }],
  }));
  const session = {
    id: `s${number}`,
    startedAt: START + number * HOUR,
    plan: { loop: { level: 'L5' }, scale: 1, input: 'typed', rounds: [{ questions }] },
    rounds: [{ asks }],
  };
  /** @param {string} key */
  const scoreOf = key => SCORES[(number * 7 + key.length * 13) % 4];
  return /** @type {Judged} */ (/** @type {unknown} */ ({ session, scoreOf }));
}

/** What a judge found, by level: made before, for it is not the fold that makes it. */
const SCORES = [1, 2, 3, 4].map(scored);

/** @param {number} level */
function scored(level) {
  const criteria = ['coverage', 'trade-offs', 'depth', 'structure'].map(id => ({
    id,
    score: 25 * level,
    level,
  }));
  const judge = { name: 'local', version: '1', rubric: { id: 'technical', hash: 'abc' } };
  return { question: '', score: 25 * level, level, criteria, judge };
}

/** @template Result @param {() => Result} work @returns {[result: Result, seconds: number]} */
function timed(work) {
  const from = performance.now();
  const result = work();
  return [result, (performance.now() - from) / 1000];
}

/** @param {string[]} argv */
async function bench(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { sessions: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return USAGE;
  const sessions = figureOf('--sessions', values.sessions ?? '10000', it => it >= 1, 'a number from 1');
  /** @type {typeof import('../src/progress/history.ts')} */
  const { historyFrom, sessionHistory } = await import(builtPath('progress/history.js'));
  /** @type {typeof import('../src/progress/schedule.ts')} */
  const { cardsFrom } = await import(builtPath('progress/schedule.js'));
  const kept = Array.from({ length: sessions }, (_, number) => sessionOf(number));
  const [{ attempts }, fold] = timed(() => historyFrom(kept.map(sessionHistory), Date.now()));
  const none = { suspended: new Map(), resets: new Map(), reviews: new Map() };
  const [cards, schedule] = timed(() => cardsFrom(attempts, none, '2026-03-02', 'UTC'));
  const figures = { sessions, attempts: attempts.length, fold, cards: cards.length, schedule };
  if (values.json) return `${JSON.stringify(figures, rounded, 2)}\n`;
  return `${sessions} sessions, ${attempts.length} attempts: folded in ${fold.toFixed(2)} s, ${cards.length} cards of them in ${schedule.toFixed(2)} s\n`;
}

await run(bench);
