/**
 * Terms as notes, in a fence, as YAML, JSON, a diagram, links, or in the comments of code that does nothing, are no answer;
 * notes in haste, and examples beside prose, are one.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createJudge } from '../../src/batch/single.ts';
import { openLibrary } from '../../src/content/files.ts';
import type { Question } from '../../src/model/content.ts';
import { CHEATS } from '../../src/model/score.ts';
import { wordsOf } from '../../src/scoring/text/tokens.ts';

type Given = Record<'question' | 'answer', string>;
const given = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Given[];
const named = (all: readonly Given[]) => all.map((it, at) => [`${at + 1} ${it.question}`, it] as const);

const library = await openLibrary();
const judge = await createJudge({ library });

/** More is a thin answer, and no longer none. */
const NONE = 20;

test.each(named(given('bare-terms.yaml')))('%s: terms alone', async (_, it) =>
  expect((await judge(it)).score).toBeLessThanOrEqual(NONE),
);

test.each(named(given('terse-notes.yaml')))('%s: an answer', async (_, it) =>
  expect((await judge(it)).flags.filter(({ kind }) => CHEATS.has(kind))).toEqual([]),
);

const packets =
  'A packet goes from the gateway to router, switch and bridge, and on to server and client, hop by hop.';
const hops = `first hop: (gateway, router, forward) (gateway, switch, forward) (gateway, bridge, drop).
  second hop: (router, server, forward) (switch, bridge, drop). third hop: (server, client, forward)`;

test.each([
  [
    'asks for a list',
    `${packets}Please list who will forward and who will drop it.`,
    `${packets} The bridge will drop it.`,
  ],
  ['has a model answer in notes', `${packets} Who will forward and who will drop it?`, hops],
])('notes are an answer where the question %s', async (_, prompt, answer) => {
  const { flags } = await judge({ question: { prompt, type: 'technical', answer }, answer: hops });
  expect(flags.filter(({ kind }) => CHEATS.has(kind))).toEqual([]);
});

const steps = `1. give tasks out: dispatcher always assigns new id, id is valid once, workers not known is not possible because
  dispatcher is reached via known port. 2. notice lost workers: each worker is pinged and must answer, dispatcher must be
  able to wait, worker is often switched off and task is then given out again, always needed is timeout. 3. count tasks
  once: result is stored under id, second result is never stored, already stored is returned, never reset is counter,
  often higher is usage by memory and disk, right size is chosen by rate and by lifetime. 4. stop: new tasks are not
  taken, running is finished or is given back, never killed is task by force.`;

test('a copy of a model answer in notes has no words left out', async () => {
  const question = { prompt: 'How are tasks given out?', type: 'technical', answer: steps };
  const { flags } = await judge({ question, answer: steps.replace(' by force', '') });
  expect(flags.filter(({ kind }) => kind === 'gibberish')).toEqual([]);
});

/** What stands in the points of a question: a cue with two other words that carry meaning. */
function pairsOf({ points }: Question): [string, string][] {
  return points.flatMap(({ text, cues }) => {
    const words = wordsOf(text.join(' ')).flatMap(it => (it.weight === 1 ? it.text : []));
    return cues.map((cue, at): [string, string] => [cue, words.slice(4 * at, 4 * at + 2).join(' ')]);
  });
}

const json = (it: Question) => JSON.stringify(Object.fromEntries(pairsOf(it)), undefined, 2);
const lines = (it: Question, between: string) => pairsOf(it).map(pair => pair.join(between));

/** Every third word is left out, and the code. */
const holes = ({ answer }: Question) =>
  answer[0]!
    .replace(/```[^`]*```/g, '')
    .split(/\s+/)
    .filter((_, at) => at % 3 !== 2)
    .join(' ');

const SUITS: Readonly<Record<string, (question: Question) => string>> = {
  notes: it => lines(it, ' -> ').join('\n'),
  labels: it => lines(it, ': ').join('. '),
  table: it =>
    `| a | b |\n|---|---|\n${lines(it, ' | ')
      .map(line => `| ${line} |`)
      .join('\n')}`,
  json: it => `Here it is:\n\`\`\`json\n${json(it)}\n\`\`\``,
  links: it =>
    pairsOf(it)
      .map(([cue, words]) => `[${cue}](https://example.com/${words})`)
      .join(' '),
  comments: it =>
    `\`\`\`go\nfunc f(x int) int {\n${lines(it, ' ')
      .map(line => `\t// ${line}`)
      .join('\n')}\n\treturn x\n}\n\`\`\``,
  holes,
};

test.each(Object.entries(SUITS))('terms of the points as %s', async (_, suit) => {
  const scores: number[] = [];
  for (const bank of library.banks.values())
    for (const question of bank.questions) {
      if (question.type === 'behavioral' || question.points.length === 0) continue;
      const { score } = await judge({ question: `${bank.id}/${question.id}`, answer: suit(question) });
      scores.push(score ?? 0);
    }
  const none = scores.filter(it => it <= NONE).length;
  expect(none / scores.length, `${scores}`).toBeGreaterThanOrEqual(0.9);
});
