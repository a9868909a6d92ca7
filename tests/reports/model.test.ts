/** What reports say of a language model that judged: each thing once, in every format, and nothing without one. */
import { describe, expect, test } from 'vitest';
import { cohortShape } from '../../src/content/cohort-shape.ts';
import { reportShape } from '../../src/content/report-shape.ts';
import type { Debrief } from '../../src/model/debrief.ts';
import type { ModelUsage } from '../../src/model/llm.ts';
import type { AnswerScore } from '../../src/model/score.ts';
import { PAGE_FORMATS, RESULT_FORMATS } from '../../src/reports/cohort/table.ts';
import { REPORTS } from '../../src/reports/table.ts';
import { judged } from '../batch/results.ts';
import {
  answered,
  ask,
  criterion,
  debriefWith,
  planned,
  plannedRound,
  question,
  scored,
  sessionOf,
} from './building.ts';
import { cohortOf } from './cohort/sample.ts';

const USAGE: ModelUsage = {
  model: 'judge-1',
  calls: 8,
  prompt: 800,
  completion: 160,
  cached: 3,
  cost: 0.0081,
};
const USED =
  'judge-1: calls 8, tokens in 800, tokens out 160, replies kept from before 3, cost at most 0.0081';

const judge = {
  name: 'both',
  version: '1',
  rubric: { id: 'technical', hash: 'abc' },
  fingerprint: 'f',
  model: 'judge-1-<b>2026</b>',
};
const BOTH: Partial<AnswerScore> = {
  judge,
  criteria: [
    { ...criterion('coverage', 53.8, 2, 'Half of it.'), by: { local: 40, llm: 67.5 } },
    { ...criterion('depth', 20, 1, 'No why.'), by: { local: 20, llm: null } },
  ],
  repeats: { scores: [50, 57.6], interval: [5.5, 100], agreement: 0.75 },
};
const STOOD_IN: Partial<AnswerScore> = {
  flags: [
    {
      kind: 'judged-locally',
      reason: 'The local judge stands in for both, which failed: No reply within 60 s.',
    },
  ],
};

function debriefOf(results: Partial<AnswerScore>[], more: Partial<Debrief> = {}): Debrief {
  const questions = results.map((_, at) => planned(`go/q${at}`, question(`q${at}`)));
  const asks = results.map((_, at) => ask('question', `go/q${at}`, [answered('Some words.')]));
  const session = sessionOf([{ planned: plannedRound('go', { questions }), asks }]);
  const scores = Object.fromEntries(results.map((it, at) => [`go/q${at}`, [scored(53.8, it)]]));
  return { ...debriefWith(session, scores), ...more };
}

const DEBRIEF = debriefOf([BOTH, STOOD_IN, STOOD_IN], { usage: USAGE });
const PLAIN = debriefOf([{}]);

const text = async (format: string, debrief: Debrief) => REPORTS[format]!.render(debrief);

describe.each(['md', 'html'])('an interview as %s', format => {
  const times = (whole: string, part: string) => whole.split(part).length - 1;

  test('tells model and usage once, and for each answer what was found how', async () => {
    const report = await text(format, DEBRIEF);
    expect(report).not.toContain('<b>2026</b>');
    expect(times(report, 'local, version 1, model judge-1-')).toBe(1);
    expect(times(report, USED)).toBe(1);
    expect(times(report, 'local judge 40, model 67.5')).toBe(1);
    expect(times(report, 'local judge 20, model –')).toBe(1);
    expect(report).toContain(
      'judged 2 times: 50, 57.6; 95 % interval of the mean 5.5 to 100; of two judgements 75 % gave a criterion the same level',
    );
  });

  test('warns once that the local judge stood in, and says why', async () => {
    const report = await text(format, DEBRIEF);
    expect(
      times(report, '2 of 3 answers were not judged as asked for. The local judge stands in for both'),
    ).toBe(1);
  });

  test('says nothing of it where no model judged', async () => {
    const report = await text(format, PLAIN);
    for (const word of [
      'Model asked',
      'tokens',
      'local judge',
      'judged 2 times',
      'not judged as asked',
      ', model ',
    ])
      expect(report).not.toContain(word);
  });
});

test('the JSON report holds the usage, and its schema knows it', async () => {
  const report = JSON.parse(await text('json', DEBRIEF));
  expect(report.usage).toEqual(USAGE);
  expect(reportShape.parse(report).usage).toEqual(USAGE);
  expect(reportShape.safeParse({ ...report, usage: { ...USAGE, calls: -1 } }).success).toBe(false);
  expect(JSON.parse(await text('json', PLAIN))).not.toHaveProperty('usage');
});

describe('many answers', () => {
  const rows = [
    judged(53.8, BOTH),
    judged(null, { judge: { ...judge, model: undefined } as never }),
    judged(40),
  ];
  const cohort = { ...cohortOf(rows), usage: USAGE };
  const page = async (format: 'md' | 'html', of = cohort, its = rows) =>
    (await PAGE_FORMATS[format]()).page(of, its, {});

  test('name each judge once, with its model where one is known', () =>
    expect(cohort.judges).toEqual([
      { name: 'both', version: '1', model: judge.model },
      { name: 'local', version: '1' },
    ]));

  test.each(['md', 'html'] as const)('as %s tell models, usage and repeats', async format => {
    const told = await page(format);
    expect(told).toContain(USED);
    expect(told).toContain('both, version 1, model judge-1-');
    expect(told).toContain('judged 2 times: 50, 57.6');
    expect(told).not.toContain('<b>2026</b>');
    const plain = (await page(format, cohortOf([judged(40)]) as never, [judged(40)])) as string;
    expect(plain).not.toMatch(/tokens|Model asked|, model /);
  });

  test('as JSON hold the usage, and the schema knows it', () => {
    const { head, tail, row, separator } = RESULT_FORMATS.json;
    const document = JSON.parse(
      head(null, {}) + rows.map(it => row(it, {})).join(separator) + tail(cohort, {}),
    );
    expect(document.cohort.usage).toEqual(USAGE);
    expect(cohortShape.shape.cohort.parse(document.cohort)).toMatchObject({
      usage: USAGE,
      judges: cohort.judges,
    });
  });
});
