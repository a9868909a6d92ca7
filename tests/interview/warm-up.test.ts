import { describe, expect, test } from 'vitest';
import { planLoop } from '../../src/interview/plan.ts';
import type { Question } from '../../src/model/content.ts';
import { InputError } from '../../src/model/errors.ts';
import type { SessionEvent } from '../../src/model/session.ts';
import { followUp, question } from '../reports/building.ts';
import { hold } from './holding.ts';
import { behavioral, library, loop, OPTIONS, round } from './library.ts';
import { candidateWho, fold, memory, reply } from './world.ts';

const WARM = { ...OPTIONS, warmUp: true };

/** The small library with these questions for engineers. */
function books(...questions: Question[]) {
  const made = library([]);
  const [go, stories] = ['go', 'stories'].map(id => made.banks.get(id)!);
  const banks = [
    { ...go!, questions },
    { ...stories!, questions: [behavioral('late'), behavioral('early')] },
  ];
  return { ...made, banks: new Map([...made.banks, ...banks.map(it => [it.id, it] as const)]) };
}

const gc = question('gc', { difficulty: 4 });
const easy = (id: string, rest: Partial<Question> = {}) => question(id, { difficulty: 1, ...rest });
const warmUpOf = (made: ReturnType<typeof books>, ...rounds: Parameters<typeof loop>) =>
  planLoop(made, loop(...rounds), WARM).rounds[0]!;

describe('the warm-up', () => {
  test('is one question before the first round, of its own time, with the rubric of its type', () => {
    const plan = planLoop(books(gc, easy('slice', { minutes: 5 })), loop(round('talk', ['gc'])), {
      ...WARM,
      scale: 0.5,
    });
    expect(plan.rounds.map(it => [it.id, it.warmUp])).toEqual([
      ['?warm-up', true],
      ['talk', undefined],
    ]);
    expect(plan.rounds[0]).toMatchObject({ budget: 150, questions: [{ ref: 'go/slice', budget: 150 }] });
    expect(plan.rubrics).toHaveProperty('technical');
  });

  test('is of the type that the first round begins with, the easiest of its banks', () => {
    const made = books(
      gc,
      easy('slice', { difficulty: 2 }),
      question('map'),
      easy('code', { type: 'coding' }),
    );
    const both = [round('talk', ['gc']), round('hr', ['late'])];
    expect(warmUpOf(made, ...both).questions[0]!.ref).toBe('go/slice');
    expect(warmUpOf(made, ...both.toReversed()).questions[0]!.ref).toBe('stories/early');
  });

  test('is of another type rather than none, but neither code nor a closing', () => {
    const made = books(gc, easy('code', { type: 'coding' }));
    expect(warmUpOf(made, round('talk', ['gc']), round('hr', ['late'])).questions[0]!.ref).toBe(
      'stories/early',
    );
    const closing = { closing: { minutes: 5, question: 'closing/your-questions' } };
    expect(() => warmUpOf(made, round('talk', ['gc'], closing))).toThrow(InputError);
    expect(() => warmUpOf(made, round('talk', ['gc']))).toThrow('nothing to warm up with');
  });

  test('is nothing that the loop asks in any of its rounds, nor akin to it', () => {
    const made = books(gc, easy('slice'), easy('append', { related: ['slice'] }), question('map'));
    const plan = planLoop(made, loop(round('talk', ['gc']), round('more', ['slice'])), {
      ...WARM,
      round: 'talk',
    });
    expect(plan.rounds[0]!.questions[0]!.ref).toBe('go/map');
  });

  test('is chosen by the seed, and the draws of the loop are the same without it', () => {
    const made = books(
      gc,
      ...['a', 'b', 'c', 'd'].map(id => easy(id)),
      ...['e', 'f', 'g'].map(id => question(id)),
    );
    const drawing = loop(round('talk', ['gc', { draw: { banks: ['go'], difficulty: [3, 3], count: 1 } }]));
    const refs = (seed: number, warmUp: boolean) =>
      planLoop(made, drawing, { ...OPTIONS, seed, warmUp }).rounds.map(it =>
        it.questions.map(({ ref }) => ref),
      );
    const seeds = [1, 2, 3, 4, 5, 6];
    for (const seed of seeds) expect(refs(seed, true).slice(1)).toEqual(refs(seed, false));
    expect(new Set(seeds.map(seed => refs(seed, true)[0]!.join())).size).toBeGreaterThan(1);
  });
});

describe('in a real interview', () => {
  const made = books(
    gc,
    easy('slice', { followUps: [followUp('why')], hints: ['Three words.'] }),
    question('map'),
  );
  const plan = {
    ...planLoop(made, loop(round('talk', ['gc']), round('hr', ['late'])), WARM),
    breakSeconds: 60,
  };

  test('it alone is coached; it has a soft clock, no number, no break after it', async () => {
    const seen: string[] = [];
    const candidate = candidateWho(
      ({ key }, { hard }) => {
        seen.push(`${key} ${hard ? 'hard' : 'soft'}`);
        return reply('It is.');
      },
      {
        welcome: async (planned, number) => {
          seen.push(`${planned.id} is ${number}`);
          return 'begin';
        },
        review: async (ask, { counts, attempt }) => {
          seen.push(`review ${ask.key} ${counts ? 'counts' : 'does not count'}`);
          return attempt === 1 ? 'again' : 'next';
        },
        rest: async seconds => {
          seen.push('rest');
          return seconds;
        },
      },
    );
    const keeper = memory();
    await hold(candidate, { session: fold(plan), keeper });
    expect(seen.slice(0, 9)).toEqual([
      '?warm-up is 0',
      'go/slice soft',
      'review go/slice does not count',
      'go/slice soft',
      'review go/slice does not count',
      'talk is 1',
      'go/gc hard',
      'rest',
      'hr is 2',
    ]);
    expect(keeper.events.map((it: SessionEvent) => it.type)).toContain('again');
  });
});
