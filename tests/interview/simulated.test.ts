/** A thousand rounds held by simulated candidates: what an interviewer never does, whoever sits there. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Candidate, Room } from '../../src/interview/candidate.ts';
import { keptForOthers, LEAST_TIME, leftForQuestions, usedInRound } from '../../src/interview/clock.ts';
import { conduct } from '../../src/interview/conduct.ts';
import { seededRandom } from '../../src/interview/random.ts';
import { spokenSeconds } from '../../src/interview/scripted.ts';
import type { Rubric } from '../../src/model/content.ts';
import type { AskState, Plan, PlannedQuestion, PlannedRound, Session } from '../../src/model/session.ts';
import { followUp, planned, plannedRound, point, question } from '../reports/building.ts';
import { candidateWho, closingOf, fold, judge, memory, planOf, reply, ticking } from './world.ts';

const ROUNDS = 1000;

const library = JSON.parse(readFileSync(new URL('../../dist/library.json', import.meta.url), 'utf8'));
const rubrics = (library.rubrics as Rubric[]).filter(it => ['technical', 'star'].includes(it.id));

/** Small questions, so that a thousand rounds are read in seconds. */
const CACHE = {
  memory: 'A cache holds copies in memory, so old entries are evicted when it is full.',
  stale: 'Readers may see a stale copy until its entry expires, because nobody tells the cache of a write.',
  stampede:
    'When a hot entry expires, many readers ask the database at once, and one lock lets only the first through.',
};
const QUEUE = {
  order: 'A queue keeps the order within one partition only, since each partition has one reader.',
  twice:
    'A message may come twice, because the reader can die before it confirms, so handling is idempotent.',
  poison: 'A message that always fails is put aside into a dead letter queue, otherwise it blocks the rest.',
};
const STORY = {
  situation:
    'Last winter our team ran the booking service of a hotel chain, and every Friday it was down for an hour.',
  task: 'It was my job to find the cause before the summer season.',
  action:
    'I read the logs of eight Fridays, I reproduced it with a copy of the data, and I moved the report to a replica.',
  result:
    'In the end the outages fell from four a month to none, and bookings on Fridays rose by 12 percent.',
  learning: 'I learned to look at what runs beside a service first, and since then I always draw that list.',
};
const OTHER_STORY = {
  situation:
    'Two years ago I was on call for the search of a library, and readers complained that titles were missing.',
  task: 'I was responsible for a fix before the start of term in September.',
  action:
    'I compared the index with the catalogue, I found 900 lost records, and I wrote a nightly check for them.',
  result: 'As a result the missing titles dropped from 900 to 3, and complaints stopped within a week.',
  learning:
    'Looking back, I should have compared the two sides on the first day, which I have done ever since.',
};

const points = (said: Record<string, string>) => Object.entries(said).map(([id, text]) => point(id, text));
const planed = (
  ref: string,
  said: Record<string, string>,
  type: 'technical' | 'behavioral',
  deeper = false,
) =>
  planned(
    ref,
    question(ref.split('/')[1]!, {
      type,
      prompt:
        type === 'technical' ? `What does a ${ref} cost you?` : `Tell me about an outage, as of ${ref}.`,
      points: type === 'technical' ? points(said) : [],
      pitfalls:
        type === 'technical' ? [{ id: 'free', text: 'It never costs anything and is always correct' }] : [],
      minutes: 6,
      followUps: deeper
        ? [
            followUp(`${ref.split('/')[1]}-full`, {
              points: points({ evict: 'The entry that was not used for longest is evicted first.' }),
              followUps: [followUp(`${ref.split('/')[1]}-hot`)],
            }),
          ]
        : [],
    }),
    [type === 'technical' ? 'technical' : 'star'],
  );

const SAID: Record<string, Record<string, string>> = {
  'go/cache': CACHE,
  'go/queue': QUEUE,
  'life/outage': STORY,
  'life/mistake': OTHER_STORY,
};

const GO = [planed('go/cache', CACHE, 'technical', true), planed('go/queue', QUEUE, 'technical')];
const LIFE = [planed('life/outage', STORY, 'behavioral'), planed('life/mistake', OTHER_STORY, 'behavioral')];

const roundOf = (id: string, questions: PlannedQuestion[], minutes: number): PlannedRound =>
  plannedRound(id, { questions, budget: minutes * 60, closing: closingOf(id, 2) });

/** What a candidate may do with a question; the parts of a full answer are known. */
type Manner = (parts: string[], random: () => number) => string;
const MANNERS: Manner[] = [
  parts => parts.join(' '),
  (parts, random) => parts.toSpliced(Math.floor(random() * parts.length), 1).join(' '),
  (parts, random) => parts[Math.floor(random() * parts.length)]!,
  parts => parts.join(' ').replace(/\bI\b/g, 'we'),
  () => 'I do not know.',
  () => 'No idea, but I would look it up in the documentation and try it on a small case.',
  () => 'It never costs anything and is always correct.',
  () => '',
  () => 'It depends on many things, and one has to look at it from all sides.',
];

/** Answers in one manner or another, in more or less time, and stops when the round's clock says so. */
function candidate(random: () => number, told: Told[]): Candidate {
  return candidateWho((ask: AskState, room: Room) => {
    const parts = Object.values(
      SAID[ask.ref] ?? { any: 'What did the team change after its last incident?' },
    );
    const manner = MANNERS[Math.floor(random() * MANNERS.length)]!;
    const text = manner(parts, random);
    const wanted = text === '' ? 5 : spokenSeconds(text) * (0.5 + 4 * random());
    const seconds = room.hard ? Math.min(wanted, room.left.round) : wanted;
    told.push({ ask, remarks: room.remarks });
    const outcome = text === '' ? 'skipped' : seconds < wanted ? 'time-up' : 'answered';
    return reply(text, { seconds, outcome });
  });
}

interface Told {
  ask: AskState;
  remarks: readonly string[];
}

async function held(seed: number): Promise<{ session: Session; told: Told[] }> {
  const random = seededRandom(seed);
  const minutes = () => 8 + Math.floor(random() * 12);
  const rounds = [roundOf('one', GO, minutes()), roundOf('two', LIFE, minutes())];
  const plan: Plan = planOf(rounds, { seed }, rubrics);
  const told: Told[] = [];
  const { session } = await conduct(fold(plan), {
    candidate: candidate(random, told),
    keeper: memory(),
    judge,
    now: ticking(),
  });
  return { session, told };
}

/** The round as it was before the ask at this place. */
const before = (round: Session['rounds'][number], at: number) => ({
  ...round,
  asks: round.asks.slice(0, at),
});

function expectFair(session: Session): void {
  // Each interviewer asks for the candidate's own questions.
  const asks = session.rounds.flatMap(it => it.asks).filter(it => it.kind !== 'closing');
  expect(new Set(asks.map(it => it.prompt)).size).toBe(asks.length);
  for (const [index, round] of session.rounds.entries()) {
    const own = session.plan.rounds[index]!;
    expect(usedInRound(round)).toBeLessThanOrEqual(own.budget + 1e-6);
    expect(round.asks.at(-1)?.ref).toBe(own.closing!.ref);
    for (const [at, ask] of round.asks.entries()) {
      if (ask.depth === 0) continue;
      const left = leftForQuestions(own, before(round, at)) - keptForOthers(own, before(round, at));
      expect(left).toBeGreaterThanOrEqual(LEAST_TIME);
      expect(ask.budget).toBeGreaterThanOrEqual(LEAST_TIME);
      expect(ask.depth).toBeLessThanOrEqual(5);
    }
    const asked = own.questions.filter((it: PlannedQuestion) => round.asks.some(ask => ask.ref === it.ref));
    expect(round.dug.map(it => it.ref)).toEqual(asked.map(it => it.ref));
    expectHumane(round.asks);
  }
}

/** Nobody is pressed after a skip, nor more than once after an "I do not know" to the main question. */
function expectHumane(asks: AskState[]): void {
  for (const main of asks.filter(it => it.depth === 0 && it.kind === 'question')) {
    const after = asks.filter(it => it.ref === main.ref && it !== main);
    const said = main.tries[0]!.answer;
    if (said === '' || said.startsWith('No idea')) expect(after).toEqual([]);
    if (said === 'I do not know.') expect(after.length).toBeLessThanOrEqual(1);
  }
}

/** Seconds on an idle machine; the rest is for one that is not. */
const LONGEST = 90_000;

test(
  'no question twice, the time kept, nobody pressed, every chain noted: 1 000 rounds',
  async () => {
    const ends = new Map<string, number>();
    let layers = 0;
    for (let seed = 0; seed < ROUNDS / 2; seed++) {
      const { session, told } = await held(seed);
      expectFair(session);
      for (const [at, { remarks }] of told.entries())
        if (remarks.length > 0 && at > 0) expect(remarks[0]).not.toBe(told[at - 1]!.remarks[0]);
      for (const chain of session.rounds.flatMap(it => it.dug).flatMap(it => it.chains)) {
        ends.set(chain.end, (ends.get(chain.end) ?? 0) + 1);
        layers = Math.max(layers, chain.layers);
      }
    }
    // They are not all alike: every end is seen, and some chains are deep.
    expect([...ends.keys()].sort()).toEqual([
      'admitted',
      'answered',
      'open',
      'out-of-time',
      'skipped',
      'wrong',
    ]);
    expect(layers).toBeGreaterThanOrEqual(4);
    expect(layers).toBeLessThanOrEqual(6);
  },
  LONGEST,
);
