/** The interview line by line, for pipes, screen readers and terminals that can do nothing else. */
import type { Candidate, Reply, Room } from '../interview/candidate.ts';
import { Interrupted } from '../model/errors.ts';
import { LEVEL_NAMES, LEVELS } from '../model/level.ts';
import type { AskState, Plan, PlannedRound } from '../model/session.ts';
import { visible } from '../model/unseen.ts';
import { isUntouched } from './coding.ts';
import { countdown } from './editor/countdown.ts';
import { spoken, titleOf } from './interviewer.ts';
import { type Lines, linesOf } from './lines.ts';
import { codeRows, testInLines } from './plain-coding.ts';
import { type Coach, modelText } from './review.ts';
import { painted } from './rows.ts';
import type { Screen } from './screen.ts';
import { wrap } from './style.ts';
import type { Workshop } from './workshop.ts';

const WIDTH = 80;
const HELP = 'An answer ends with a line that holds only a full stop. /hint gives a hint, /skip skips.';

/** Questions and feedback go to the messages, so that stdout holds results only. */
export function plainCandidate(
  screen: Screen,
  mode: Plan['mode'],
  coach: Coach,
  workshop?: Workshop,
): Candidate {
  const lines = linesOf(screen);
  const width = widthOf(screen);
  const isTerminal = screen.input.isTTY === true;
  const say = (...rows: string[]) => screen.messages.write(`${rows.join('\n')}\n`);
  let told = false;
  const help = () => {
    if (!told) say(...wrap(HELP, width));
    told = true;
  };
  return {
    async welcome(round, number, plan, words) {
      help();
      say('', visible(placed(round, number, plan)), ...wrap(words, width));
      return 'begin';
    },
    answer(ask, room) {
      // An interview that is gone on with has been welcomed on another day.
      help();
      const work = room.coding && workshop?.open(ask.ref, room.coding, mode === 'coach');
      const where = work ? codeRows(work, width) : [];
      const words = spoken(ask, room).flatMap(it => wrap(it, width));
      const time =
        ask.tries.length > 0
          ? '(another try: the clocks wait; /skip keeps the answer before it)'
          : timeLeft(room);
      say('', visible(titleOf(ask, room)), ...words, ...where, time);
      // Code that is in the file by now counts, and not the draft, which may be what was there before.
      const given = room.coding?.files?.starter ?? '';
      const kept = work && !isUntouched(work.read(), given) ? '' : (room.draft?.text ?? '');
      if (kept) say('(What you wrote before is kept; go on after it.)');
      return read(lines, ask, room, { now: screen.clock.now, say, kept, file: () => work?.read() ?? '' });
    },
    test: (ask, coding) => testInLines(workshop, ask, coding, { mode, lines, isTerminal, say, width }),
    async selfScore() {
      // On a pipe the next line already belongs to the next answer.
      if (!isTerminal) return undefined;
      const asked = `Before you see the card: how good was it? ${GRADES}, or Enter to pass.`;
      say('', ...wrap(asked, width));
      const said = await replyOf(lines);
      return LEVELS.find(level => String(level) === said);
    },
    async review(_ask, review) {
      say('', painted(coach.card(review, width), screen.style).trimEnd());
      if (!isTerminal) return 'next';
      const model = modelText(coach, review, width, screen.style);
      say(`Another try? y${model === undefined ? '' : ', m for the model answer'}, or Enter to go on.`);
      let said = await replyOf(lines);
      if (model !== undefined && /^m/i.test(said)) {
        say(model, '', 'Another try? y, or Enter to go on.');
        said = await replyOf(lines);
      }
      return /^y/i.test(said) ? 'again' : 'next';
    },
    farewell: words => void say('', ...wrap(words, width)),
    async rest() {
      return 0;
    },
    leave: () => lines.close(),
  };
}

/** A warm-up is no round of the loop. */
function placed({ title, budget, warmUp }: PlannedRound, number: number, { rounds }: Plan): string {
  const told = `${title}, ${Math.round(budget / 60)} min`;
  if (warmUp) return `${told}; it does not count`;
  return `Round ${number} of ${rounds.filter(it => !it.warmUp).length}: ${told}`;
}

const GRADES = LEVELS.map(level => `${level} ${LEVEL_NAMES[level]}`).join(', ');

/** A line without the blanks around it; nothing at the end of the input. */
async function replyOf(lines: Lines): Promise<string> {
  const reply = await lines.next(undefined);
  if (typeof reply === 'number') throw new Interrupted(reply, 'Left after an answer.');
  return typeof reply === 'object' ? reply.line.trim() : '';
}

/** Somebody who magnifies the screen has a narrow one. */
function widthOf({ messages }: Screen): number {
  return Math.min(WIDTH, messages.columns || WIDTH);
}

function timeLeft({ left, draft }: Room): string {
  const used = draft?.seconds ?? 0;
  return `(question: ${countdown(left.question - used, left.question).words}, round: ${countdown(left.round - used, left.round).words})`;
}

interface Reading {
  now(): number;
  say(...rows: string[]): void;
  /** What was written before. */
  kept: string;
  /** What is saved of the code; empty where words are wanted. It is the answer unless lines are written here. */
  file(): string;
}

async function read(
  lines: Lines,
  ask: AskState,
  room: Room,
  { now, say, kept, file }: Reading,
): Promise<Reply> {
  const began = now();
  const before = room.draft?.seconds ?? 0;
  const rows: string[] = kept ? [kept] : [];
  const hints: string[] = [];
  const seconds = () => before + Math.max(0, now() - began) / 1000;
  const given = () => ({ text: rows.join('\n'), seconds: seconds(), hints, paused: 0 });
  const whole = () => ({ ...given(), ...(rows.length === 0 && { text: file() }) });
  for (;;) {
    const got = await lines.next(room.hard ? room.left.round - seconds() : undefined);
    if (got === 'time') return { ...whole(), outcome: 'time-up' };
    if (typeof got === 'number') return { ...given(), outcome: 'left', signal: got };
    if (got === 'end')
      return rows.length > 0 && rows.join('').trim() !== ''
        ? { ...given(), outcome: 'answered' }
        : { ...given(), outcome: 'left' };
    const line = got.line.trim();
    if (line === '.') return { ...whole(), outcome: 'answered' };
    if (line === '/skip') return { ...given(), text: '', outcome: 'skipped' };
    if (line === '/hint') {
      const hint = room.hints[ask.hints.length + hints.length];
      say(visible(hint === undefined ? 'There is no further hint.' : `Hint: ${hint}`));
      if (hint !== undefined) hints.push(hint);
      continue;
    }
    rows.push(got.line);
    room.save(rows.join('\n'), seconds(), false);
  }
}
