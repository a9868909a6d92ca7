/** What holds for every interview, however the candidate behaves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '../../src/interview/candidate.ts';
import { conduct, type Ending } from '../../src/interview/conduct.ts';
import { beginJournal, loadSession, resumeJournal } from '../../src/interview/journal.ts';
import { nextStep } from '../../src/interview/next.ts';
import { plainStep } from '../../src/interview/plain-step.ts';
import { sessionFrom } from '../../src/interview/session.ts';
import type { AskState, Draft, Plan, SessionEvent } from '../../src/model/session.ts';
import { followUp, planned, plannedRound, point, question } from '../reports/building.ts';
import {
  candidateWho,
  closingOf,
  eventsOf,
  judge,
  memory,
  planOf,
  reply,
  rubricWith,
  START,
  ticking,
  wanting,
} from './world.ts';

const gmp = question('gmp', {
  points: [point('queue', 'Each processor has a local run queue.')],
  followUps: [
    followUp('steal', { when: { missing: ['queue'] }, followUps: [followUp('half')] }),
    followUp('block', { when: { covered: ['queue'] } }),
  ],
});
const rubric = rubricWith('story', [wanting('cost', ['What did it cost?']), wanting('risk', ['What risk?'])]);
const rounds = [
  plannedRound('one', {
    questions: [planned('go/gmp', gmp, ['story']), planned('go/gc', question('gc'), ['story'])],
    closing: closingOf('one', 5),
  }),
  plannedRound('two', { questions: [planned('go/map', question('map'), ['story'])], budget: 600 }),
];
const TEXTS = [
  'There is a local run queue in each processor.',
  'No idea.',
  'The cost was low, the risk high.',
  '',
];

interface Act {
  outcome: 'answered' | 'time-up' | 'skipped' | 'left';
  text: string;
  seconds: number;
  again: boolean;
}
const act = fc.record<Act>({
  outcome: fc.constantFrom('answered', 'time-up', 'skipped', 'left'),
  text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary' })),
  seconds: fc.double({ min: 0, max: 900, noNaN: true }),
  again: fc.boolean(),
});
const acts = fc.array(act, { maxLength: 25 });
const plans = fc
  .record({
    mode: fc.constantFrom('coach', 'real'),
    breakSeconds: fc.constantFrom(0, 60),
  })
  .map((rest): Plan => planOf(rounds, rest as Partial<Plan>, [rubric]));

/** Does these acts one after another, and then answers whatever is asked. Whoever comes back finds the draft. */
function actor(script: Act[]): Candidate {
  const queue = [...script];
  let left: Draft | undefined;
  let patience = 200;
  const wait = () => {
    if (--patience === 0) throw new Error('The interview does not end.');
  };
  return candidateWho(
    (ask, { draft }) => {
      wait();
      expect(draft).toEqual(left);
      const { outcome, text, seconds } = queue.shift() ?? { outcome: 'answered', text: 'Yes.', seconds: 30 };
      left = outcome === 'left' ? { key: ask.key, attempt: ask.tries.length, text, seconds } : undefined;
      return reply(outcome === 'skipped' ? '' : text, { outcome, seconds });
    },
    {
      review: async () => {
        wait();
        return queue.shift()?.again ? 'again' : 'next';
      },
      rest: async seconds => {
        wait();
        return seconds;
      },
    },
  );
}

const here = { pid: 10, isAlive: () => false };

test('every interview ends, and its journal read back is the session in memory', async () => {
  await fc.assert(
    fc.asyncProperty(plans, acts, async (plan, script) => {
      const data = mkdtempSync(join(tmpdir(), 'mockloop-property-'));
      const now = ticking();
      const candidate = actor(script);
      let journal = beginJournal(data, plan, '0.1.0', now(), here);
      let ending: Ending;
      for (;;) {
        ending = await conduct(journal.session, { candidate, keeper: journal, judge, now });
        const { session } = ending;
        expect(loadSession(data, session.id)).toEqual({ session, damage: [] });
        journal.close();
        if (ending.ended === 'closed') break;
        journal = resumeJournal(data, session.id, now(), here);
      }
      expect(ending.session.rounds.every(round => round.state === 'ended')).toBe(true);
      const keys = ending.session.rounds.flatMap(round => round.asks.map(ask => ask.key));
      expect(new Set(keys).size).toBe(keys.length);
      rmSync(data, { recursive: true });
    }),
  );
});

/** Says the same to the same question at the same try, whenever it is asked. */
function steady(script: Act[]): Candidate {
  const at = ({ key, tries }: AskState) => script[(key.length * 7 + tries.length) % script.length]!;
  return candidateWho(
    ask => {
      const { outcome, text, seconds } = at(ask);
      return outcome === 'skipped' ? reply('', { seconds }) : reply(text, { outcome: 'answered', seconds });
    },
    { review: async ask => (at(ask).again && ask.tries.length < 3 ? 'again' : 'next') },
  );
}

const timeless = (events: readonly SessionEvent[]) => events.map(it => ({ ...it, at: 0 }));

async function eventsFrom(events: readonly SessionEvent[], script: Act[]): Promise<SessionEvent[]> {
  const keeper = memory();
  await conduct(sessionFrom(events)!, { candidate: steady(script), keeper, judge, now: ticking() });
  return keeper.events;
}

const scripts = fc.array(act, { minLength: 1, maxLength: 8 });

test('resuming after any number of events goes on as the uninterrupted interview did', async () => {
  await fc.assert(
    fc.asyncProperty(plans, scripts, async (plan, script) => {
      const whole = [...eventsOf(plan), ...(await eventsFrom(eventsOf(plan), script))];
      const stop: SessionEvent[] = [
        { at: START, type: 'left' },
        { at: START, type: 'resumed' },
      ];
      for (let count = 1; count < whole.length; count++) {
        const rest = await eventsFrom([...whole.slice(0, count), ...stop], script);
        expect(timeless(rest)).toEqual(timeless(whole.slice(count)));
      }
    }),
    { numRuns: 30 },
  );
});

test('the next step depends on nothing but the session, and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(plans, scripts, async (plan, script) => {
      const whole = [...eventsOf(plan), ...(await eventsFrom(eventsOf(plan), script))];
      for (let count = 1; count <= whole.length; count++) {
        const session = sessionFrom(whole.slice(0, count))!;
        const before = JSON.stringify(session);
        expect(nextStep(session)).toEqual(nextStep(JSON.parse(before)));
        expect(JSON.stringify(session)).toBe(before);
      }
    }),
    { numRuns: 30 },
  );
});

test('what is said to need no reading is the next step all the same', async () => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(plans, scripts, async (plan, script) => {
      const whole = [...eventsOf(plan), ...(await eventsFrom(eventsOf(plan), script))];
      for (let count = 1; count <= whole.length; count++) {
        const session = sessionFrom(whole.slice(0, count))!;
        const step = plainStep(session);
        if (step) plain++;
        expect(step ?? nextStep(session)).toEqual(nextStep(session));
      }
    }),
    { numRuns: 30 },
  );
  expect(plain).toBeGreaterThan(30);
});

test('an interview whose journal lost any one line still ends', async () => {
  await fc.assert(
    fc.asyncProperty(plans, scripts, fc.nat(), async (plan, script, seed) => {
      const whole = [...eventsOf(plan), ...(await eventsFrom(eventsOf(plan), script))].slice(0, -1);
      const lost = 1 + (seed % (whole.length - 1));
      const rest = await eventsFrom(whole.toSpliced(lost, 1), script);
      expect(rest.at(-1)?.type).toBe('closed');
    }),
  );
});
