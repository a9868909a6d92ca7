import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planLoop } from '../../src/interview/plan.ts';
import { resolved } from '../../src/interview/scripted.ts';
import type { Profile, Project } from '../../src/model/profile.ts';
import type { AskState, Plan } from '../../src/model/session.ts';
import { followUp, question } from '../reports/building.ts';
import { hold } from './holding.ts';
import { behavioral, library, loop, OPTIONS, round } from './library.ts';
import { candidateWho, fold, memory, reply } from './world.ts';

const project = (title: string, rest: Partial<Project> = {}): Project => ({
  title,
  what: `does ${title}`,
  numbers: [],
  terms: [],
  ...rest,
});
const profileOf = (...projects: Project[]): Profile => ({ kind: 'profile', stack: [], projects });
const PIPELINE = profileOf(
  project('Order pipeline', {
    what: 'takes orders\nto the warehouse.',
    role: 'designed it',
    numbers: ['p99 from 900 ms to 120 ms'],
  }),
);

const made = library([behavioral('late')]);
const [go] = made.banks.values();
const books = {
  ...made,
  banks: new Map([
    ...made.banks,
    [
      'go',
      {
        ...go!,
        questions: [
          question('gc', { followUps: [followUp('pause')] }),
          question('map'),
          question('queue', { type: 'design', prompt: 'Design a queue on top of Kafka.' }),
          question('pool', { type: 'coding' }),
          question('slice'),
          question('heap'),
        ],
      },
    ],
  ]),
};
const talk = round('talk', ['gc', 'map'], { closing: { minutes: 5, question: 'closing/your-questions' } });
const design = round('design', ['queue']);

function planned(profile: Profile | undefined, rounds = [talk, design], options = {}): Plan {
  return planLoop(books, loop(...rounds), {
    ...OPTIONS,
    ...(profile && { opening: { profile } }),
    ...options,
  });
}
const prompts = (plan: Plan) => plan.rounds.map(it => it.opening?.question.prompt);

describe('a round that begins with a project', () => {
  test('asks about it in its own words, in one paragraph', () => {
    expect(prompts(planned(PIPELINE))[0]).toMatch(
      /^You wrote that you worked on “Order pipeline”: “takes orders to the warehouse”\. Of your own part you say: “designed it”\. .+\? A few sentences are enough; then I come to my questions\.$/,
    );
  });

  test('is about how things work, or a design: nobody is asked it before code or a story', () => {
    const profile = profileOf(project('A'), project('B'), project('C'), project('D'));
    const plan = planned(profile, [round('code', ['pool']), talk, round('hr', ['late']), design]);
    expect(plan.rounds.map(it => it.opening?.ref)).toEqual([
      undefined,
      'talk/opening',
      undefined,
      'design/opening',
    ]);
  });

  test('takes up each project once', () => {
    expect(prompts(planned(PIPELINE))[1]).toBeUndefined();
    const both = prompts(planned(profileOf(project('A'), project('B')))).join();
    expect([both.split('“A”').length, both.split('“B”').length]).toEqual([2, 2]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('takes up what it is about, by chance %i', seed => {
    const about = project('Log', { terms: ['apache', 'kafka'] });
    const others = [project('Shop', { terms: ['que', 'kaf'] }), project('Site')];
    expect(prompts(planned(profileOf(...others, about), [design], { seed }))[0]).toContain('“Log”');
  });

  test('may ask how a figure was measured', () => {
    const seeds = Array.from({ length: 30 }, (_, seed) =>
      prompts(planned(PIPELINE, [talk], { seed })).join(),
    );
    expect(seeds.some(it => it.includes('You give a figure: “p99 from 900 ms to 120 ms”. How'))).toBe(true);
    expect(new Set(seeds).size).toBe(4);
  });

  test('asks, where no project is named, about the work as a whole', () => {
    const profile = { ...profileOf(), role: 'backend engineer', years: 1, stack: ['Go', 'Kafka'] };
    expect(prompts(planned(profile))).toEqual([
      expect.stringMatching(
        /^You wrote that you have worked for one year as “backend engineer” with Go and Kafka\. Which/,
      ),
      undefined,
    ]);
    expect(prompts(planned(profileOf()))).toEqual([undefined, undefined]);
  });

  test('is only where somebody answers it', () => {
    const opening = {
      profile: profileOf(project('A')),
      isAnswered: (ref: string) => ref === 'design/opening',
    };
    const plan = planned(undefined, [talk, design], { opening });
    expect(plan.rounds.map(it => it.opening?.ref)).toEqual([undefined, 'design/opening']);
    const script = new Map(['talk/opening', 'design/opening'].map(key => [key, { text: 'Yes.' }]));
    expect(resolved(plan, script).strange).toEqual(['talk/opening']);
  });
});

test('the plan has nothing else of the profile, and the rest of it is the same without one', () => {
  const drawing = [round('talk', ['gc', { draw: { banks: ['go'], count: 1 } }]), design];
  const anything = fc.record({ seed: fc.nat(), warmUp: fc.boolean(), scale: fc.constantFrom(0.1, 1, 3) });
  const profile = { ...profileOf(project('A'), project('B'), project('C')), level: 'L7', role: 'smith' };
  fc.assert(
    fc.property(anything, options => {
      const [plan, same, without] = [
        planned(profile, drawing, options),
        planned(profile, drawing, options),
        planned(undefined, drawing, options),
      ];
      expect(plan).toEqual(same);
      const rounds = plan.rounds.map(({ opening: _opening, ...rest }) => rest);
      expect({ ...plan, rounds }).toEqual(without);
      expect(JSON.stringify(plan)).not.toMatch(/L7|smith/);
    }),
  );
});

describe('held', () => {
  const plan = planned(PIPELINE, [talk, design]);

  /** Everything that was asked, when every answer takes so many seconds. */
  async function asked(mode: Plan['mode'], seconds = 60): Promise<AskState[]> {
    const heard: AskState[] = [];
    const candidate = candidateWho(
      it => {
        heard.push(it);
        return reply('It marks what is reachable.', { seconds });
      },
      { review: async () => 'next' },
    );
    await hold(candidate, { session: fold({ ...plan, mode }), keeper: memory() });
    return heard;
  }

  test.each(['real', 'coach'] as const)('it is asked first, nothing follows it (%s)', async mode => {
    const [first, second] = await asked(mode);
    expect(first).toMatchObject({ key: 'talk/opening', kind: 'opening', depth: 0, budget: 180 });
    expect(second!.key).toBe('go/gc');
  });

  test('a coach has nothing to say of it', async () => {
    const reviewed: string[] = [];
    const candidate = candidateWho(() => reply('It is.'), {
      review: async it => {
        reviewed.push(it.key);
        return 'next';
      },
    });
    await hold(candidate, { session: fold({ ...plan, mode: 'coach' }), keeper: memory() });
    expect(reviewed).toContain('go/gc');
    expect(reviewed).not.toContain('talk/opening');
  });

  test('its time is of the round: an hour of it leaves none for questions, and the closing its own', async () => {
    const keys = (await asked('real', 3600)).filter(it => it.round === 'talk').map(it => it.key);
    expect(keys).toEqual(['talk/opening', 'talk/closing']);
  });

  test('it takes at most a tenth of a short round, on the clock of the interview', () => {
    const short = planned(PIPELINE, [{ ...talk, minutes: 10 }], { scale: 0.5 });
    expect(short.rounds[0]!.opening!.budget).toBe(30);
    expect(planned(PIPELINE, [talk], { scale: 2 }).rounds[0]!.opening!.budget).toBe(360);
  });
});
