import { describe, expect, test } from 'vitest';
import type { Debrief, DebriefQuestion } from '../../src/model/debrief.ts';
import type { Level } from '../../src/model/level.ts';
import type { AnswerScore } from '../../src/model/score.ts';
import type { AskState } from '../../src/model/session.ts';
import { renderDebriefPage } from '../../src/reports/html/debrief.ts';
import { renderJson } from '../../src/reports/json.ts';
import { renderMarkdown } from '../../src/reports/markdown.ts';
import { summaryRows } from '../../src/reports/summary.ts';
import { debriefOf } from '../../src/scoring/debrief.ts';
import { sealedDebrief } from '../../src/scoring/sealed.ts';
import {
  answered,
  ask,
  criterion,
  debriefWith,
  followUp,
  planned,
  plannedRound,
  point,
  pointScore,
  question,
  rubric,
  SKIPPED,
  scored,
  sessionOf,
} from '../reports/building.ts';
import { SAMPLE, SAMPLE_SESSION } from '../reports/fixture.ts';

const keys = (it: DebriefQuestion): unknown =>
  it.followUps.length > 0 ? [it.key, it.followUps.map(keys)] : it.key;

describe('a debrief', () => {
  test('nests follow-ups as the bank does, and puts probes after them', () => {
    expect(SAMPLE.rounds[0]!.questions.map(keys)).toEqual([
      ['go/scheduler', [['go/scheduler/syscall', ['go/scheduler/netpoll']], 'go/scheduler/?depth.example']],
      'go/race',
      'go/closing',
    ]);
  });

  test('holds each question as it was asked', () => {
    const [main] = SAMPLE.rounds[0]!.questions;
    expect(main!.question).toMatchObject({
      id: 'scheduler',
      type: 'technical',
      competencies: ['concurrency'],
    });
    expect(main!.hints).toEqual(['Think of three letters.']);
    const [syscall, probe] = main!.followUps;
    expect(syscall!.question).toMatchObject({ id: 'syscall', points: [{ id: 'retake' }] });
    expect(syscall!.rubrics).toEqual([]);
    expect(probe!.question).toMatchObject({ id: 'example', prompt: 'Can you give an example?', points: [] });
    expect(probe!.rubrics).toEqual(['technical']);
  });

  test('puts a probe beneath the answer that it digs into, with the point that it was after', () => {
    const deep = followUp('sweep', { points: [point('lazy', 'Sweeping is lazy.')] });
    const probe = ask('r', 'b/q/?depth.why', [answered('c')], { aim: { of: 'b/q/sweep', point: 'lazy' } });
    const session = sessionOf(
      [
        {
          planned: plannedRound('r', { questions: [planned('b/q', question('q', { followUps: [deep] }))] }),
          asks: [ask('r', 'b/q', [answered('a')]), ask('r', 'b/q/sweep', [answered('b')]), probe],
          dug: [{ ref: 'b/q', chains: [{ key: 'b/q/sweep', layers: 3, end: 'admitted' }] }],
        },
      ],
      [rubric('technical', [['depth', 'Depth', 1, '']])],
    );
    const scores = { 'b/q': [scored(50)], 'b/q/sweep': [scored(50)], 'b/q/?depth.why': [scored(50)] };
    const debrief = debriefWith(session, scores);
    const [main] = debrief.rounds[0]!.questions;
    expect(keys(main!)).toEqual(['b/q', [['b/q/sweep', ['b/q/?depth.why']]]]);
    expect(main!.followUps[0]!.followUps[0]!.question.points.map(it => it.id)).toEqual(['lazy']);
    expect(main!.chains).toEqual([{ key: 'b/q/sweep', layers: 3, end: 'admitted' }]);
    const told = renderMarkdown(debrief);
    expect(told).toContain('**How deep it went**\n\n- sweep: 3 layers deep, you said that you did not know');
    expect(JSON.parse(renderJson(debrief)).rounds[0].questions[0].chains).toEqual(main!.chains);
    expect(told).toContain('#### 1.1.1.1 Probe: why');
  });

  test('names a line that a probe began as its heading does', () => {
    const session = sessionOf(
      [
        {
          planned: plannedRound('r', { questions: [planned('b/q', question('q'))] }),
          asks: [ask('r', 'b/q', [answered('a')]), ask('r', 'b/q/?depth.why', [answered('b')])],
          dug: [{ ref: 'b/q', chains: [{ key: 'b/q/?depth.why', layers: 2, end: 'skipped' }] }],
        },
      ],
      [rubric('technical', [['depth', 'Depth', 1, '']])],
    );
    const told = renderMarkdown(
      debriefWith(session, { 'b/q': [scored(50)], 'b/q/?depth.why': [scored(50)] }),
    );
    expect(told).toContain('#### 1.1.1 Probe: why');
    expect(told).toContain('**How deep it went**\n\n- why: 2 layers deep');
  });

  test('finds the rubric of a probe by its name where a question has several', () => {
    const session = sessionOf(
      [
        {
          planned: plannedRound('r', { questions: [planned('b/q', question('q'), ['star', 'mece'])] }),
          asks: [ask('r', 'b/q', [answered('a')]), ask('r', 'b/q/?mece/overlap.twice', [answered('b')])],
        },
      ],
      [rubric('star', [['overlap', 'Overlap', 1, '']]), rubric('mece', [['overlap', 'Overlap', 1, '']])],
    );
    const debrief = debriefWith(session, { 'b/q': [scored(50)], 'b/q/?mece/overlap.twice': [scored(50)] });
    expect(debrief.rounds[0]!.questions[0]!.followUps[0]).toMatchObject({
      rubrics: ['mece'],
      question: { id: 'twice' },
    });
  });

  test('adds up the time of first tries: another try is beside the clock', () => {
    expect(SAMPLE.rounds[0]!.seconds).toBe(30 + 640 + 5 + 20 + 100 + 45);
  });

  test('tells what was not asked, and rounds that were not held', () => {
    expect(SAMPLE.rounds[0]!.notAsked).toEqual([{ refs: ['go/escape'], why: "the round's time was up" }]);
    expect(SAMPLE.rounds[2]).toMatchObject({ id: 'design', score: null, level: null, questions: [] });
    expect(SAMPLE.competencies.map(it => it.id)).not.toContain('memory');
  });

  test('keeps the rubrics with a hash that changes with their text', () => {
    const hash = (advice: string) =>
      debriefWith(sessionOf([], [rubric('star', [['result', 'Result', 3, advice]])]), {}).rubrics.star!.hash;
    expect(hash('End with a figure.')).toBe(hash('End with a figure.'));
    expect(hash('End with a figure.')).not.toBe(hash('End with a number.'));
  });

  test('throws when the journal asks what its plan does not have', () => {
    const session = sessionOf([{ planned: plannedRound('r'), asks: [ask('r', 'b/gone', [answered('a')])] }]);
    expect(() => debriefWith(session, { 'b/gone': [scored(1)] })).toThrow('no question b/gone');
  });
});

describe('the scorecard', () => {
  test('weighs main questions three times; probes and what could not be judged do not count', () => {
    // scheduler 3 x 71.4 (its last try), syscall 40, netpoll skipped 0, closing 60; race cannot be assessed.
    expect(SAMPLE.rounds[0]).toMatchObject({ score: 52.4, level: 2 });
    // deadline 3 x 55, conflict 3 x 20; the judge failed on its follow-up.
    expect(SAMPLE.rounds[1]).toMatchObject({ score: 37.5, level: 2 });
  });

  test('is over all answers together, not a mean of rounds', () => {
    // (314.2 + 225) / 12
    expect(SAMPLE.score).toBe(44.9);
  });

  test('gives competencies the answers whose main question names them, and how many those are', () => {
    expect(SAMPLE.competencies).toEqual([
      { id: 'concurrency', score: 50.8, level: 2, answers: 3 },
      { id: 'testing', score: null, level: null, answers: 0 },
    ]);
  });

  test('takes principles from the round only where a behavioural question names none', () => {
    expect(SAMPLE.principles).toEqual([
      { id: 'dive-deep', score: 50.8, level: 2, answers: 3 },
      { id: 'earn-trust', score: 20, level: 1, answers: 1 },
      { id: 'ownership', score: 55, level: 3, answers: 1 },
    ]);
  });

  test('reads its level off the figure that it tells', () => {
    // 54.96 is told as 55, and 55 is level 3.
    expect(debriefOfOne([answered('text')], [scored(54.96)]).rounds[0]).toMatchObject({
      score: 55,
      level: 3,
    });
  });

  test.each([
    ['skipped', SKIPPED],
    ['empty', answered(' \n')],
  ])('counts an answer that is %s as 0', (_what, attempt) => {
    const questions = ['q', 'answered'].map(it => planned(`b/${it}`, question(it)));
    const asks = [ask('r', 'b/q', [attempt]), ask('r', 'b/answered', [answered('text')])];
    const session = sessionOf([{ planned: plannedRound('r', { questions }), asks }]);
    const { rounds } = debriefWith(session, { 'b/q': [scored(null)], 'b/answered': [scored(50)] });
    expect(rounds[0]).toMatchObject({ score: 25, level: 1 });
  });

  test('leaves out a failure of the judge, also after a try that was judged', () => {
    const failed = scored(null, { status: 'error', cause: 'no network' });
    const { rounds, score, workOn } = debriefOfOne([answered('one'), answered('two')], [scored(80), failed]);
    expect(rounds[0]).toMatchObject({ score: null, level: null });
    expect(score).toBeNull();
    expect(workOn).toEqual([]);
  });

  test('leaves out a question that is still open', () => {
    expect(debriefOfOne([], []).rounds[0]).toMatchObject({ score: null, level: null });
  });

  const silent = (id: string) => ({
    planned: plannedRound(id, {
      questions: [planned(`b/${id}`, question(id, { competencies: ['depth'], principles: ['ownership'] }))],
    }),
    asks: [ask(id, `b/${id}`, [SKIPPED])],
  });

  test('has no figure anywhere and nothing to work on where nothing was answered', () => {
    const debrief = debriefWith(sessionOf([silent('r')]), { 'b/r': [scored(null)] });
    expect(debrief).toMatchObject({ score: null, workOn: [], competencies: [], principles: [] });
    expect(debrief.rounds[0]).toMatchObject({ score: null, level: null });
    const told = renderMarkdown(debrief);
    expect(told).toContain('No overall score: nothing was answered.');
    expect(told).not.toMatch(/level 1|1, not there|counts as 0/);
    expect(renderDebriefPage(debrief)).toContain('No overall score: nothing was answered.');
    expect(summaryRows(debrief)).toContain('No overall score: nothing was answered.');
  });

  test('of a whole loop that was passed in silence counts all as 0, as the interviewers do', () => {
    const scores = { 'b/r': [scored(null)], 'b/s': [scored(null)] };
    const debrief = debriefWith(sessionOf([silent('r'), silent('s')]), scores);
    expect(debrief).toMatchObject({ score: 0, outcome: { verdict: 'no-hire', whole: 0 } });
    expect(debrief.rounds.map(it => it.score)).toEqual([0, 0]);
    expect(renderMarkdown(debrief)).toContain('Overall: **0 of 100, level 1, not there**');
  });
});

describe('what to work on first', () => {
  test('goes by score lost times weight, once for each main question', () => {
    // conflict 3 x 80, deadline 3 x 45, netpoll 1 x 100 (more than its main question's 3 x 28.6), closing 1 x 40.
    expect(SAMPLE.workOn.map(it => it.question)).toEqual([
      'people/conflict',
      'people/deadline',
      'go/scheduler/netpoll',
    ]);
  });

  test('is told in the words of the content and of the findings', () => {
    expect(SAMPLE.workOn[1]).toEqual({
      question: 'people/deadline',
      title: 'What is deadline?',
      why: 'Weakest: Result.',
      advice: 'End with a figure, its base and its period.',
      exercise: {
        question: 'people/deadline',
        task: 'Answer it again, within 10 minutes.',
        probe: 'Can you give an example?',
      },
    });
    expect(SAMPLE.workOn[2]).toEqual({
      question: 'go/scheduler/netpoll',
      title: 'And why not in a network read?',
      why: 'Not answered. It wanted: The netpoller parks G without blocking M.',
      advice: 'Read: The runtime package: proc.go.',
      // The main question once more; the follow-up is what to be ready for.
      exercise: {
        question: 'go/scheduler',
        task: 'Answer it again, within 10 minutes.',
        probe: 'And why not in a network read?',
      },
    });
    expect(SAMPLE.workOn[0]!.why).toBe('Flagged: Few | of the <b>words</b> are words.');
  });

  test('names the heaviest missing points, two at most, before anything in part', () => {
    const points = [point('a', 'A.', 1), point('b', 'B.', 3), point('c', 'C.', 2), point('d', 'D.', 3)];
    const finding = scored(30, {
      points: [
        pointScore('a', 'missing'),
        pointScore('b', 'partial'),
        pointScore('c', 'missing'),
        pointScore('d', 'missing'),
      ],
    });
    const { workOn } = debriefOfOne([answered('x')], [finding], { points });
    expect(workOn[0]!.why).toBe('Missing: D; C.');
  });

  test('names what is only in part, then a pitfall, where nothing is missing', () => {
    const content = { points: [point('a', 'A.')], pitfalls: [{ id: 'p', text: 'It is magic.' }] };
    const pitfalls = [{ id: 'p', evidence: [], reason: '' }];
    const why = (status: 'partial' | 'covered') =>
      debriefOfOne([answered('x')], [scored(30, { points: [pointScore('a', status)], pitfalls })], content)
        .workOn[0]!.why;
    expect(why('partial')).toBe('Only in part: A.');
    expect(why('covered')).toBe('Pitfall: It is magic.');
  });

  test('advises on the weakest criterion, among equals on the heaviest', () => {
    const criteria = [criterion('depth', 20, 1), criterion('coverage', 20, 1)];
    const { workOn } = debriefOfOne([answered('x')], [scored(20, { criteria })]);
    expect(workOn[0]).toMatchObject({
      why: 'Weakest: Coverage.',
      advice: 'Name the parts first, then how they meet.',
    });
  });

  test('is an exercise of its own after the closing, whose question is in no bank', () => {
    const round = plannedRound('r', {
      closing: planned('r/closing', question('closing', { type: 'closing' }), []),
    });
    const session = sessionOf([{ planned: round, asks: [ask('r', 'r/closing', [answered('None.')])] }]);
    expect(debriefWith(session, { 'r/closing': [scored(10)] }).workOn[0]!.exercise).toEqual({
      question: null,
      task: 'Write down two questions about the work of the team.',
      probe: null,
    });
  });

  test('falls back to reading where there is neither criterion nor outline, and to nothing without that', () => {
    const advice = (content: object) =>
      debriefOfOne([answered('x')], [scored(20)], content).workOn[0]!.advice;
    expect(advice({ reading: ['proc.go'] })).toBe('Read: proc.go.');
    expect(advice({})).toBe('');
  });

  test('keeps equals in the order asked, and leaves out full marks', () => {
    const names = ['e', 'd', 'c', 'b', 'a'];
    const asks: AskState[] = names.map(it => ask('r', `b/${it}`, [answered(it)]));
    const scores = Object.fromEntries(names.map(it => [`b/${it}`, [scored(it === 'd' ? 100 : 50)]]));
    const round = plannedRound('r', { questions: names.map(it => planned(`b/${it}`, question(it))) });
    const { workOn } = debriefWith(sessionOf([{ planned: round, asks }]), scores);
    expect(workOn.map(it => it.question)).toEqual(['b/e', 'b/c', 'b/b']);
  });

  test('is nothing where all marks are full', () => {
    expect(debriefOfOne([answered('x')], [scored(100)])).toMatchObject({ score: 100, workOn: [] });
  });

  test('never picks a probe', () => {
    const followUps = [followUp('more')];
    const round = plannedRound('r', { questions: [planned('b/q', question('q', { followUps }))] });
    const asks = ['b/q', 'b/q/more', 'b/q/?depth.example'].map(key => ask('r', key, [answered('x')]));
    const scores = { 'b/q': [scored(90)], 'b/q/more': [scored(60)], 'b/q/?depth.example': [scored(0)] };
    const { workOn } = debriefWith(
      sessionOf([{ planned: round, asks }], Object.values(SAMPLE_SESSION.plan.rubrics)),
      scores,
    );
    expect(workOn.map(it => it.question)).toEqual(['b/q/more']);
  });
});

describe('the end of a loop', () => {
  const round = (id: string) => ({
    planned: plannedRound(id, {
      title: `Round ${id}`,
      barRaiser: id === 'two',
      principles: ['ownership', 'earn-trust'],
      questions: [
        planned(`${id}/q`, question('q', { competencies: ['testing', 'apis'], principles: ['dive-deep'] })),
      ],
    }),
    asks: [ask(id, `${id}/q`, [answered('text')])],
  });
  const two = sessionOf([round('one'), round('two')]);
  const scores = { 'one/q': [scored(70)], 'two/q': [scored(60)] };

  test('has a sealed assessment, two votes and a decision', () => {
    const { rounds, outcome, versions } = debriefWith(two, scores);
    expect(rounds[0]).toMatchObject({
      votes: { before: 3, after: 3, figure: 67.5, moved: [] },
      assessment: {
        competencies: ['apis', 'testing'],
        principles: ['dive-deep', 'earn-trust', 'ownership'],
        figure: 70,
      },
    });
    expect(outcome).toMatchObject({
      verdict: 'hire',
      hiredAt: 'L5',
      barRaiser: { round: 'two', marked: true },
      whole: 65,
    });
    expect(versions.debrief).toBe('1');
  });

  test.each([
    ['of an interview that still runs', { ...two, closed: false }],
    ['of a single round', sessionOf([round('one')])],
    [
      'of a single round after a warm-up',
      sessionOf([{ ...round('two'), planned: { ...round('two').planned, warmUp: true } }, round('one')]),
    ],
  ])('is not yet, or never, the end %s: no votes, no decision', (_what, session) => {
    const { rounds, outcome } = debriefWith(session, scores);
    expect(outcome).toBeNull();
    for (const { votes, assessment } of rounds)
      expect({ votes, assessment }).toEqual({
        votes: { before: null, after: null, figure: null, moved: [] },
        assessment: null,
      });
  });
});

describe('what recurs', () => {
  test('is told after a single round too', () => {
    const names = ['a', 'b'];
    const asks = names.map(it => ask('r', `b/${it}`, [answered('We fixed it.')]));
    const questions = names.map(it => planned(`b/${it}`, question(it, { type: 'behavioral' }), ['star']));
    const star = rubric('star', [['action', 'Action', 3, 'Say I.']]);
    const criteria = [{ ...star.criteria[0]!, signals: [{ kind: 'ownership' }] }];
    const session = sessionOf([{ planned: plannedRound('r', { questions }), asks }], [{ ...star, criteria }]);
    const finding = scored(40, { criteria: [criterion('action', 40, 2)] });
    const { recurring } = debriefWith(session, { 'b/a': [finding], 'b/b': [finding] });
    expect(recurring.map(it => it.id)).toEqual(['we-for-i']);
  });

  test('stays sealed while a real interview runs, silence at depth too', () => {
    const names = ['a', 'b'];
    const followUps = [followUp('x', { followUps: [followUp('y')] })];
    const questions = names.map(it => planned(`b/${it}`, question(it, { followUps })));
    const asks = names.flatMap(it => [
      ask('r', `b/${it}`, [answered('text')]),
      ask('r', `b/${it}/x`, [answered('text')]),
      ask('r', `b/${it}/y`, [SKIPPED]),
    ]);
    const session = sessionOf([{ planned: plannedRound('r', { questions }), asks }]);
    const input = { judge: { name: 'local', version: '1' }, version: '0' };
    const scores = () => scored(50);
    const habits = (it: Debrief) => it.recurring.map(habit => habit.id);
    expect(habits(debriefOf({ ...input, session, scores }))).toEqual(['thin-depth']);
    expect(habits(sealedDebrief({ ...input, session: { ...session, closed: false } }))).toEqual([]);
  });
});

describe('own levels', () => {
  const own = (selfLevel: Level, answer = 'x') => ({ ...answered(answer), selfLevel });

  test('are set against the judge’s: over first tries, follow-ups among them, that have both', () => {
    const followUps = ['a', 'b', 'c'].map(id => followUp(id));
    const round = plannedRound('r', { questions: [planned('b/q', question('q', { followUps }))] });
    const asks = [
      ask('r', 'b/q', [own(4), own(1)]),
      ask('r', 'b/q/a', [own(2)]),
      ask('r', 'b/q/b', [own(4)]),
      ask('r', 'b/q/c', [answered('x')]),
    ];
    const scores = {
      'b/q': [scored(20), scored(90)],
      'b/q/a': [scored(60)],
      'b/q/b': [scored(null)],
      'b/q/c': [scored(60)],
    };
    expect(debriefWith(sessionOf([{ planned: round, asks }]), scores).selfScores).toEqual({
      answers: 2,
      higher: 1,
      same: 0,
      lower: 1,
      difference: 1,
    });
  });

  test('stay with their tries, and are not there where none was given', () => {
    const { rounds } = debriefOfOne([own(2), answered('y')], [scored(20), scored(20)]);
    expect(rounds[0]!.questions[0]!.tries.map(it => it.selfLevel)).toEqual([2, undefined]);
    expect(debriefOfOne([answered('x')], [scored(20)])).not.toHaveProperty('selfScores');
  });
});

test('a warm-up is told, and in no figure', () => {
  const easy = question('easy', { competencies: ['speaking'], principles: ['ownership'] });
  const warm = plannedRound('?warm-up', { warmUp: true, questions: [planned('b/easy', easy)] });
  const round = plannedRound('r', { principles: ['dive-deep'], questions: [planned('b/q', question('q'))] });
  const session = sessionOf([
    { planned: warm, asks: [ask('?warm-up', 'b/easy', [{ ...answered('x'), selfLevel: 4 }])] },
    { planned: round, asks: [ask('r', 'b/q', [answered('y')])] },
  ]);
  const scores = { 'b/easy': [scored(10)], 'b/q': [scored(80)] };
  const told = debriefWith(session, scores);
  expect(told.warmUp).toMatchObject({ key: 'b/easy', tries: [{ answer: 'x', result: { score: 10 } }] });
  expect(told).toMatchObject({ score: 80, competencies: [], principles: [] });
  expect(told.rounds.map(it => it.id)).toEqual(['r']);
  expect(told.workOn.map(it => it.question)).toEqual(['b/q']);
  expect(told).not.toHaveProperty('selfScores');
});

/** The debrief of one question with these tries. */
function debriefOfOne(
  tries: AskState['tries'],
  scores: AnswerScore[],
  content: Parameters<typeof question>[1] = {},
) {
  const round = plannedRound('r', { questions: [planned('b/q', question('q', content))] });
  const session = sessionOf(
    [{ planned: round, asks: [ask('r', 'b/q', tries)] }],
    Object.values(SAMPLE_SESSION.plan.rubrics),
  );
  return debriefWith(session, { 'b/q': scores });
}
