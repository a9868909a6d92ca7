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
