/**
 * Where the next probe aims when one part of an answer is cut out. The answers are those of the shipped banks and of the
 * ladders' good stories; a cut counts where the rest does not say it in other words, as the signals read it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { furtherAsk } from '../../src/interview/dig.ts';
import { planLoop } from '../../src/interview/plan.ts';
import type { Bank, Library, Loop, Question, Rubric } from '../../src/model/content.ts';
import type { Ask } from '../../src/model/session.ts';
import { type Readings, readSubmission } from '../../src/scoring/signals/readings.ts';
import { rolesOf } from '../../src/scoring/signals/role.ts';
import { assignRoles } from '../../src/scoring/signals/roles.ts';
import { parse as parseAnswer } from '../../src/scoring/text/answer.ts';
import { question as builtQuestion } from '../reports/building.ts';
import { fold, type Happening } from './world.ts';

const shipped = JSON.parse(
  readFileSync(new URL('../../dist/library.json', import.meta.url), 'utf8'),
) as Record<'banks', Bank[]> & Record<'rubrics', Rubric[]>;
const rubrics = new Map(shipped.rubrics.map(it => [it.id, it]));

interface Opened {
  read(answer: string): Readings;
  next(answer: string): Partial<Ask> | undefined;
}

/** One question without planned follow-ups, for as long as it takes. */
function opened(bank: Bank, question: Question): Opened {
  const alone = { ...bank, questions: [{ ...question, followUps: [] }] };
  const library: Library = { banks: new Map([[bank.id, alone]]), loops: new Map(), rubrics };
  const ref = `${bank.id}/${question.id}`;
  const plan = planLoop(library, LOOP(ref), { mode: 'real', input: 'scripted', scale: 1, seed: 1 });
  const [planned] = plan.rounds[0]!.questions;
  const events = (answer: string): Happening[] => [
    { type: 'round-started', round: 'r' },
    {
      type: 'asked',
      key: ref,
      kind: 'question',
      round: 'r',
      ref,
      prompt: question.prompt,
      why: 'planned',
      depth: 0,
      budget: 600,
    },
    { type: 'answered', key: ref, answer, seconds: 60, outcome: 'answered' },
  ];
  return {
    read: answer =>
      readSubmission({
        question: ref,
        asked: planned!.question,
        aliases: bank.aliases,
        rubrics: planned!.rubrics.map(id => plan.rubrics[id]!),
        answer,
      }),
    next: answer => {
      const session = fold(plan, ...events(answer));
      return furtherAsk(session, planned!, session.rounds[0]!);
    },
  };
}

const LOOP = (ref: string): Loop => ({
  kind: 'loop',
  id: 'sample',
  title: 'Sample',
  level: '',
  breakMinutes: 0,
  facts: [],
  rounds: [
    {
      id: 'r',
      title: 'r',
      minutes: 60,
      interviewer: 'interviewer',
      principles: [],
      questions: [ref],
      barRaiser: false,
    },
  ],
});

function expectAimed(aims: { cut: string; aimed: boolean; at: string | undefined }[], atLeast: number): void {
  expect(aims.length).toBeGreaterThan(atLeast);
  const astray = aims.filter(it => !it.aimed);
  expect(astray.length / aims.length, JSON.stringify(astray, null, 1)).toBeLessThanOrEqual(0.05);
}

test('a point that is cut out of a full technical answer is what the next probe is after', () => {
  const aims = shipped.banks.flatMap(bank =>
    // Code is asked for before anything else where none was written.
    bank.questions
      .filter(it => it.type === 'technical' || it.type === 'design')
      .flatMap(question => {
        const { read, next } = opened(bank, question);
        return [0, 1].flatMap(phrasing =>
          question.points.flatMap(point => {
            const rest = question.points.filter(it => it !== point);
            const answer = rest.map(it => it.text[phrasing % it.text.length]).join(' ');
            const lacking = read(answer).points.filter(it => it.status !== 'covered');
            if (lacking.length !== 1 || lacking[0]!.id !== point.id) return [];
            const probe = next(answer);
            return [
              { cut: `${question.id}: ${point.id}`, aimed: probe?.aim?.point === point.id, at: probe?.key },
            ];
          }),
        );
      }),
  );
  expectAimed(aims, 100);
});

const PARTS = ['situation', 'task', 'action', 'result', 'learning'];

/** A part that reads less is not there. */
const THERE = 0.55;

test('a part that is cut out of a whole story is what the next probe is after', () => {
  const star = rubrics.get('star')!;
  const leadership = shipped.banks.find(it => it.id === 'leadership')!;
  const aims = stories().flatMap(({ name, prompt, answer }) => {
    const { read, next } = opened(leadership, builtQuestion(name, { prompt, type: 'behavioral' }));
    const values = (text: string) => new Map(read(text).criteria.map(it => [it.id, it.value ?? 0]));
    const { sentences, text } = parseAnswer(answer);
    const roles = assignRoles({ answer: parseAnswer(answer) }, rolesOf(star));
    const before = values(answer);
    return PARTS.flatMap(part => {
      const told = roles.get(part)!;
      const rest = sentences.filter((_, number) => !told.includes(number));
      const cut = rest.map(it => text.slice(it.start, it.end)).join(' ');
      const after = values(cut);
      const isWhole = PARTS.every(it => before.get(it)! >= THERE || it === 'learning');
      const isOnlyThatGone = PARTS.every(
        it => (it === part) === (after.get(it)! < THERE && before.get(it)! >= THERE),
      );
      if (!isWhole || !isOnlyThatGone) return [];
      const probe = next(cut);
      return [{ cut: `${name}: ${part}`, aimed: probe?.key?.includes(`?${part}.`) ?? false, at: probe?.key }];
    });
  });
  expectAimed(aims, 60);
});

function stories(): { name: string; prompt: string; answer: string }[] {
  const at = (path: string) => new URL(`../scoring/${path}`, import.meta.url);
  const read = (path: string) => parse(readFileSync(at(path), 'utf8'));
  const ladders = ['developed', 'apart'].flatMap(folder =>
    readdirSync(at(`ladders/${folder}/`)).flatMap(file => {
      const { asked, answers } = read(`ladders/${folder}/${file}`);
      if (asked.type !== 'behavioral') return [];
      const whole = answers.filter((it: { rung: string }) => it.rung === 'complete');
      return whole.map((it: { name: string; answer: string }) => ({ ...it, prompt: asked.prompt }));
    }),
  );
  const models = shipped.banks
    .flatMap(it => it.questions)
    .filter(it => it.type === 'behavioral')
    .map(it => ({ name: it.id, prompt: it.prompt, answer: it.answer[0]! }));
  return [...ladders, ...models];
}
