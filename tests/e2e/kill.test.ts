/**
 * kill -9 in the middle of an answer and just after it was handed in: what was on the screen comes back, and nothing that
 * was handed in is lost.
 */
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/interview/random.ts';
import { type Place, place } from './place.ts';
import { ANSWERS, OTHER, sitThrough, written } from './sitting.ts';
import { mockloop, type Terminal } from './terminal.ts';

/** How many moments; MOCKLOOP_KILLS asks for more than the few of every run. */
const KILLS = Number(process.env.MOCKLOOP_KILLS || 3);

/** The pieces that one interview is typed in, at least: a kill comes before one of these. */
const PIECES = 24;

const seeds = Array.from({ length: KILLS }, (_, index) => index + 1);

/** Answers that every sitting hands in: a kill comes after one of these. */
const ANSWERS_AT_LEAST = 4;

test.each(seeds.filter(it => it % 3 !== 0))('while typing, at the random moment %i', async seed => {
  const random = seededRandom(seed);
  const at = place();
  const moment = 1 + Math.floor(random() * PIECES);
  const sitting = { piece: () => 1 + Math.floor(random() * 20) };
  let screen = mockloop(at, 'practice', 'small', '--round', 'work', '--mode', 'coach');
  let count = 0;
  let shown = '';
  const over = await sitThrough({
    ...sitting,
    screen,
    typing: async typed => {
      if (++count < moment) return true;
      // Half of the kills come while the last piece is still on its way.
      if (random() < 0.5) await screen.see(typed);
      shown = written(screen, typed);
      return false;
    },
  });
  expect(over).toBe(false);
  process.kill(at.holder(), 'SIGKILL');
  expect(await screen.end()).toMatchObject({ code: 137 });

  const [open, draft] = [lastAsked(at), JSON.parse(at.kept('draft.json'))];
  const answer = ANSWERS[open]?.[1] ?? OTHER;
  expect(draft.key === open ? draft.text.slice(0, shown.length) : '').toBe(shown);

  screen = mockloop(at, 'resume');
  const begun = draft.key === open ? draft.text : '';
  await expectBack(screen, begun, answer);
  expect(await sitThrough({ ...sitting, screen, begun })).toBe(true);
  expect(await screen.end()).toMatchObject({ code: 0 });
  expectWhole(at);
});

test.each(seeds.filter(it => it % 3 === 0))('just after handing in, at the random moment %i', async seed => {
  const random = seededRandom(seed);
  const at = place();
  const moment = 1 + Math.floor(random() * ANSWERS_AT_LEAST);
  let screen = mockloop(at, 'practice', 'small', '--round', 'work', '--mode', 'coach');
  let count = 0;
  let last = '';
  const over = await sitThrough({
    screen,
    handed: async answer => {
      last = answer;
      if (++count < moment) return true;
      await new Promise(resolve => setTimeout(resolve, random() * 60));
      return false;
    },
  });
  expect(over).toBe(false);
  process.kill(at.holder(), 'SIGKILL');
  expect(await screen.end()).toMatchObject({ code: 137 });

  const answers = at.journal().filter(it => it.type === 'answered');
  const draft = JSON.parse(at.kept('draft.json')).text;
  // Handed in or not yet: it is in one place or the other, whole.
  expect([draft, ...answers.map(it => it.answer)]).toContain(last);

  screen = mockloop(at, 'resume');
  expect(await sitThrough({ screen })).toBe(true);
  expect(await screen.end()).toMatchObject({ code: 0 });
  expectWhole(at);
});

function lastAsked(at: Place): string {
  const asked = at.journal().filter(it => it.type === 'asked');
  return String(asked.at(-1)!.key);
}

async function expectBack(screen: Terminal, text: string, answer: string): Promise<void> {
  expect(answer.startsWith(text)).toBe(true);
  await screen.asked(text.trim());
  if (text !== '') await screen.see('Going on with what you wrote before.');
}

/** Each question was answered once, and the report has each answer whole. */
function expectWhole(at: Place): void {
  const answered = at.journal().filter(it => it.type === 'answered');
  const keys = answered.map(it => it.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(Object.keys(ANSWERS)));
  for (const { key, answer } of answered) expect(answer).toBe(ANSWERS[String(key)]?.[1] ?? OTHER);
  const report = JSON.parse(at.kept('report.json'));
  const texts = JSON.stringify(report.rounds);
  for (const [, answer] of Object.values(ANSWERS)) expect(texts).toContain(answer);
  expect(at.kept('report.md')).toContain(ANSWERS['work/closing']![1]);
}
