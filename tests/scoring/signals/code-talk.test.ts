import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Bank, Question, Rubric } from '../../../src/model/content.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';

const { banks, rubrics } = JSON.parse(
  readFileSync(new URL('../../../dist/library.json', import.meta.url), 'utf8'),
) as { banks: Bank[]; rubrics: Rubric[] };
const coding = rubrics.filter(it => it.id === 'coding');
const asked = banks.flatMap(bank =>
  bank.questions.filter(it => it.type === 'coding').map(it => ({ bank, question: it })),
);

test('there are coding questions', () => expect(asked.length).toBeGreaterThan(0));

const comments = ({ points }: Question) => points.map(it => `// ${it.text[0]}`);
const idle = (it: Question) =>
  `\`\`\`go\n${comments(it)
    .map((line, at) => `func step${at}(x int) int {\n\t${line}\n\treturn x\n}`)
    .join('\n')}\n\`\`\``;

test.each(
  asked.flatMap(it => [
    [it.question.id, 'without code', it, comments(it.question).join('\n'), 60] as const,
    [it.question.id, 'in code that does nothing', it, idle(it.question), 80] as const,
  ]),
)('%s: its points as comments, %s, are no solution', async (_, __, { bank, question }, answer, most) => {
  const { score } = await localJudge.judge({
    question: question.id,
    asked: question,
    aliases: bank.aliases,
    rubrics: coding,
    answer,
  });
  expect(score).toBeLessThan(most);
});
