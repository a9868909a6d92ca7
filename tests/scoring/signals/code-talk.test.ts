import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Bank, Rubric } from '../../../src/model/content.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';

const { banks, rubrics } = JSON.parse(
  readFileSync(new URL('../../../dist/library.json', import.meta.url), 'utf8'),
) as { banks: Bank[]; rubrics: Rubric[] };
const coding = rubrics.filter(it => it.id === 'coding');
const asked = banks.flatMap(bank =>
  bank.questions.filter(it => it.type === 'coding').map(it => ({ bank, question: it })),
);

test('there are coding questions', () => expect(asked.length).toBeGreaterThan(0));

test.each(asked.map(it => [it.question.id, it] as const))(
  '%s: its points as comments, without code, are no solution',
  async (_, { bank, question }) => {
    const answer = question.points.map(it => `// ${it.text[0]}`).join('\n');
    const { score } = await localJudge.judge({
      question: question.id,
      asked: question,
      aliases: bank.aliases,
      rubrics: coding,
      answer,
    });
    expect(score).toBeLessThan(60);
  },
);
