import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportShape } from '../../src/content/report-shape.ts';
import type { Debrief, Ground } from '../../src/model/debrief.ts';
import { columns } from '../../src/reports/columns.ts';
import { renderDebriefPage } from '../../src/reports/html/debrief.ts';
import { renderJson } from '../../src/reports/json.ts';
import { renderMarkdown } from '../../src/reports/markdown.ts';
import { summaryRows } from '../../src/reports/summary.ts';
import { heldBy, judged } from '../scoring/debriefs.ts';
import {
  answered,
  ask,
  debriefWith,
  planned,
  plannedRound,
  question,
  rubric,
  scored,
  sessionOf,
} from './building.ts';
import { HOSTILE, SAMPLE } from './fixture.ts';

const NAMES = ['strong', 'mixed', 'level-below', 'weak'] as const;
const debriefs = new Map<string, Debrief>();

beforeAll(async () => {
  for (const name of NAMES) debriefs.set(name, judged(await heldBy(name, 'L5')));
});

const of = (name: (typeof NAMES)[number]) => debriefs.get(name)!;
const rowsOf = (debrief: Debrief, width?: number) => `${summaryRows(debrief, width).join('\n')}\n`;

describe('in the terminal', () => {
  test.each(NAMES)('the debrief of a candidate who is %s', async name => {
    await expect(rowsOf(of(name))).toMatchFileSnapshot(`golden/debrief-${name}.txt`);
  });

  test('a narrow window wraps the same debrief', async () => {
    await expect(rowsOf(of('level-below'), 60)).toMatchFileSnapshot('golden/debrief-60.txt');
  });

  test('begins with the outcome, in words', () => {
    expect(NAMES.map(name => summaryRows(of(name))[0])).toEqual([
      'Hire at L5',
      'No hire at L5',
      'Hire one level lower, at L4',
      'No hire at L5',
    ]);
  });

  test('says at most three things to work on, each with a question of the bank to answer again', () => {
    for (const name of NAMES) {
      const rows = summaryRows(of(name), 100);
      const from = rows.indexOf('Work on these first');
      const work = rows.slice(from).join('\n');
      expect(work.match(/^ {2}\d\. /gm)!.length).toBeLessThanOrEqual(3);
      expect(work.match(/> mockloop practice --question [a-z-]+\/[a-z-]+$/gm)).toHaveLength(
        of(name).workOn.length,
      );
    }
  });

  test('fits every window from 40 columns on, and sends nothing to the terminal, whatever the texts', () => {
    const hostile = withTexts(of('mixed'), `${HOSTILE} ${'見'.repeat(90)} ${'x'.repeat(150)}`);
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 220 }), fc.boolean(), (width, isHostile) => {
        for (const row of summaryRows(isHostile ? hostile : of('mixed'), width)) {
          expect(columns(row)).toBeLessThanOrEqual(width);
          expect(row).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a vote that moved is told with what moved it', () => {
    const [first] = of('mixed').rounds;
    const moved: Ground & { round: string } = {
      question: 'q',
      about: 'Result',
      told: 'a figure',
      round: 'design',
    };
    const votes = { before: 2 as const, after: 3 as const, figure: 55.2, moved: [moved] };
    const told = rowsOf({ ...of('mixed'), rounds: [{ ...first!, votes }, ...of('mixed').rounds.slice(1)] });
    expect(told).toContain('no hire → hire');
    expect(told).toMatch(/55\.2 after reading .*, Result: a figure/);
  });

  test('a loop with too little to decide says why, and nothing of conditions', () => {
    const outcome = { ...of('weak').outcome!, verdict: 'undecided' as const, why: 'Too little to decide.' };
    expect(summaryRows({ ...of('weak'), outcome }).slice(0, 3)).toEqual([
      'Not enough to decide',
      '  Too little to decide.',
      '',
    ]);
  });
});

describe('in Markdown', () => {
  test('the debrief and what follows from it', async () => {
    const [told] = renderMarkdown(of('level-below')).split('\n## Round 1');
    await expect(`${told}\n`).toMatchFileSnapshot('golden/debrief.md');
  });

  test('no text acts as markup', () => {
    const told = renderMarkdown(withTexts(of('mixed'), HOSTILE));
    const outsideOfCode = told.replace(/(?<!\\)`[^`\n]*`/g, '').split('\n');
    for (const line of outsideOfCode) expect(line).not.toMatch(/(?<!\\)<(?!\/?(details|summary)\b)/);
    expect(told).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
  });

  test('each figure is traced to judge, rubric and version', () => {
    const told = renderMarkdown(of('strong'));
    const [, sources] = told.split('## Where the figures come from');
    expect(sources).toMatch(/\| local \d+ \| star \| [0-9a-f]{12} \| 2 \|/);
    expect(sources).toContain('debrief rules 1');
  });

  test('a probe is judged by a part of the rubric, not by another version of it', () => {
    const star = rubric('star', [['result', 'Result', 3, 'End with a figure.']]);
    const { hash } = debriefWith(sessionOf([], [star]), {}).rubrics.star!;
    const by = (used: string) =>
      scored(50, { judge: { ...scored(50).judge, rubric: { id: 'star', hash: used } } });
    const probes = ['p1', 'p2'].map(it => ask('r', `b/q/?result.${it}`, [answered('9 to 2')]));
    const asks = [ask('r', 'b/q', [answered('text')]), ...probes];
    const questions = [planned('b/q', question('q'), ['star'])];
    const debrief = debriefWith(sessionOf([{ planned: plannedRound('r', { questions }), asks }], [star]), {
      'b/q': [by(hash)],
      'b/q/?result.p1': [by('a-part')],
      'b/q/?result.p2': [by('another')],
    });
    const [, sources = ''] = renderMarkdown(debrief).split('## Where the figures come from');
    const version = hash.slice(0, 12);
    expect(sources.match(/\| star.*/g)).toEqual([
      `| star | ${version} | 1 |`,
      `| star, in part | ${version} | 2 |`,
    ]);
    expect(sources).toContain('In part: a probe is judged by');
  });

  test('without an outcome there is no debrief', () => {
    expect(SAMPLE.outcome).toBeNull();
    expect(renderMarkdown(SAMPLE)).not.toContain('## Debrief');
  });
});

test.each(NAMES)('the JSON of a candidate who is %s has the shape that its schema says', name => {
  expect(reportShape.safeParse(JSON.parse(renderJson(of(name)))).error).toBeUndefined();
});

/** The debrief with this text wherever a candidate or an author has a say. */
function withTexts(debrief: Debrief, text: string): Debrief {
  const ground = <Kind extends Ground>(it: Kind): Kind => ({
    ...it,
    about: text,
    told: text,
    question: text,
    ...(it.found && { found: { ...it.found, quote: text } }),
  });
  const exercise = { question: text, task: text, probe: text };
  return {
    ...debrief,
    level: text,
    rounds: debrief.rounds.map(it => ({
      ...it,
      title: text,
      votes: { ...it.votes, moved: [{ ...ground(it.assessment!.against[0]!), round: it.id }] },
      assessment: it.assessment && {
        ...it.assessment,
        competencies: [text],
        principles: [text],
        for: it.assessment.for.map(ground),
        against: it.assessment.against.map(ground),
      },
    })),
    outcome: debrief.outcome && {
      ...debrief.outcome,
      why: text,
      hiredAt: text,
      bar: { ...debrief.outcome.bar, level: text },
      conditions: debrief.outcome.conditions.map(it => ({ ...it, told: text })),
      demands: debrief.outcome.demands.map(it => ({
        ...it,
        title: text,
        wants: text,
        seen: it.seen.map(ground),
      })),
    },
    competencies: debrief.competencies.map(it => ({ ...it, id: text })),
    recurring: debrief.recurring.map(it => ({ ...it, title: text, seen: it.seen.map(ground), exercise })),
    workOn: debrief.workOn.map(it => ({ ...it, title: text, why: text, advice: text, exercise })),
  };
}

test('a round that is called after its office is named once', () => {
  const held = ['Story', 'Bar raiser'].map((title, at) => ({
    planned: plannedRound(`r${at}`, {
      title,
      barRaiser: at === 1,
      questions: [planned(`b/q${at}`, question(`q${at}`))],
    }),
    asks: [ask(`r${at}`, `b/q${at}`, [answered('text')])],
  }));
  const debrief = debriefWith(sessionOf(held), { 'b/q0': [scored(70)], 'b/q1': [scored(20)] });
  const told = renderMarkdown(debrief);
  expect(told).toContain('The bar raiser does not agree.');
  expect(told).toContain('The bar raiser weighed the whole.');
  expect(told).not.toMatch(/bar raiser[ :(]+bar raiser/i);
});

test('what is met is told with the words that show it, and what they lack', () => {
  const debrief = structuredClone(of('mixed'));
  const demand = debrief.outcome!.demands[0]!;
  demand.score = 49.9;
  demand.seen = [
    {
      question: 'b/q',
      about: demand.title,
      told: 'told without a figure',
      found: { start: 0, end: 11, quote: 'Much better' },
    },
  ];
  expect(renderMarkdown(debrief)).toContain('“Much better” (told without a figure) |');
});

test('an opening says once that it is not judged', () => {
  const opening = planned('r/opening', question('opening'), []);
  const asks = [ask('r', 'r/opening', [answered('I did.')], { kind: 'opening' })];
  const session = sessionOf([{ planned: plannedRound('r', { opening }), asks }]);
  const cause = 'There is nothing to measure it by.';
  const debrief = debriefWith(session, { 'r/opening': [scored(null, { status: 'cannot-assess', cause })] });
  for (const told of [renderMarkdown(debrief), renderDebriefPage(debrief)]) {
    expect(told).toContain('An opening is not judged.');
    expect(told).not.toMatch(/No score|nothing to measure/);
  }
});
