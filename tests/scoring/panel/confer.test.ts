import { describe, expect, test } from 'vitest';
import { type Answer, type Asked, debriefOfCard } from './scorecards.ts';

const STORY = 'I noticed it and asked two teams, we designed the service, and errors fell from 9 to 2.';

const asked = (type: Asked['type'], score: number | null, rest: Partial<Answer> = {}): Asked => ({
  type,
  main: { text: STORY, score, criteria: [score ?? 0, score ?? 0], ...rest },
  followUp: undefined,
  probe: undefined,
});
const round = (asks: Asked[], barRaiser = false) => ({ barRaiser, asked: asks });
const story = (score: number | null, rest?: Partial<Answer>) => asked('behavioral', score, rest);
const code = (score: number | null, rest?: Partial<Answer>) => asked('technical', score, rest);

const outcome = (level: string, ...rounds: ReturnType<typeof round>[]) =>
  debriefOfCard({ level, rounds }).outcome!;
const unmet = ({ conditions }: ReturnType<typeof outcome>) =>
  conditions.filter(it => !it.met).map(it => it.id);

describe('the decision', () => {
  test('is a hire where votes, whole, bar raiser and what the level wants agree', () => {
    const it = outcome('L5', round([code(70)]), round([story(75)]));
    expect(it).toMatchObject({ verdict: 'hire', hiredAt: 'L5', lower: null });
    expect(it.why).toBe(
      '2 of 2 vote for a hire; more than half must. The rounds together stand at 72.6; the bar of L5 is 55. Nothing is in the way.',
    );
  });

  test('is one level lower where only the level’s own wants are missing', () => {
    const it = outcome('L5', round([code(70)]), round([story(75, { criteria: [75, 20] })]));
    expect(it).toMatchObject({
      verdict: 'hire-one-level-lower',
      hiredAt: 'L4',
      lower: { bar: { level: 'L4' } },
    });
    expect(unmet(it)).toEqual(['result']);
    expect(it.why).toBe(
      "Not at L5: Measured results: 20; L5 wants 45 (measured, for the team's customers). At L4 nothing is in the way.",
    );
  });

  test('knows no level below L4, nor below one without a bar of its own', () => {
    for (const [level, end] of [
      ['L4', 'There is no level below L4.'],
      ['Senior', 'No lower level is known.'],
    ] as const) {
      const it = outcome(level, round([code(20)]), round([story(20)]));
      expect(it).toMatchObject({ verdict: 'no-hire', hiredAt: null, lower: null });
      expect(it.why).toContain(end);
    }
  });

  test('is no hire where the level below does not want them either', () => {
    const it = outcome('L6', round([code(20)]), round([story(20)]));
    expect(it.verdict).toBe('no-hire');
    expect(it.lower?.bar.level).toBe('L5');
    expect(it.why).toMatch(/^Not at L6: .* Nor at L5: /);
  });

  test('wants more than half of the votes: a tie is none', () => {
    const it = outcome('L5', round([code(90)]), round([story(40)]));
    expect(it.conditions[0]).toEqual({
      id: 'votes',
      told: '1 of 2 vote for a hire; more than half must.',
      met: false,
    });
  });

  test('makes the strictest interviewer the bar raiser where no round is marked; only a strong no stops a hire', () => {
    const mild = outcome('L5', round([code(80)]), round([code(80)]), round([story(48)]));
    expect(mild.barRaiser).toEqual({ round: 'r2', marked: false });
    expect(unmet(mild)).not.toContain('bar-raiser');
    const stern = outcome(
      'L5',
      round([code(90)]),
      round([code(90)]),
      round([story(2, { criteria: [2, 2] })]),
    );
    expect(unmet(stern)).toContain('bar-raiser');
  });

  test('wants a marked bar raiser to be for it', () => {
    const it = outcome('L5', round([code(80)]), round([code(80)]), round([story(40)], true));
    expect(it.barRaiser).toEqual({ round: 'r2', marked: true });
    expect(it.conditions.find(one => one.id === 'bar-raiser')).toMatchObject({
      told: 'The bar raiser (r2) does not agree.',
      met: false,
    });
  });

  test('passes the task on where the marked round had nothing to judge', () => {
    const it = outcome('L5', round([code(80)]), round([story(70)]), round([story(null)], true));
    expect(it.barRaiser).toEqual({ round: 'r1', marked: false });
  });

  test('counts a skipped answer as level 1', () => {
    const it = outcome('L4', round([code(80)]), round([story(null, { text: null })]));
    expect(it.verdict).toBe('no-hire');
    expect(outcome('L4', round([code(0, { text: null })]), round([story(0, { text: null })]))).toMatchObject({
      verdict: 'no-hire',
      whole: 0,
    });
  });

  test('is open where too few interviewers had something to judge', () => {
    const it = outcome('L5', round([code(90)]), round([story(null)]));
    expect(it).toMatchObject({ verdict: 'undecided', hiredAt: null, lower: null });
    expect(it.why).toBe(
      'Too little to decide: 1 of 2 interviewers had something to judge, and a debrief wants 2.',
    );
  });

  test('is open where less than half of the questions could be judged', () => {
    const most = [code(null), code(null), code(90)];
    const it = outcome('L5', round(most), round([story(90), story(null), story(null)]));
    expect(it.why).toBe(
      'Too little to decide: 2 of 6 questions were asked and could be judged, and a debrief wants half.',
    );
  });
});
