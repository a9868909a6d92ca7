/** The interview line by line, for pipes, screen readers and terminals that can do nothing else. */
import type { Candidate, Reply, Room } from '../interview/candidate.ts';
import { Interrupted } from '../model/errors.ts';
import type { AskState, Plan } from '../model/session.ts';
import { visible } from '../model/unseen.ts';
import { countdown } from './editor/countdown.ts';
import { type Feedback, spoken, titleOf } from './interviewer.ts';
import { type Lines, linesOf } from './lines.ts';
import { painted } from './rows.ts';
import type { Screen } from './screen.ts';
import { wrap } from './style.ts';

const WIDTH = 80;

/** Questions and feedback go to the messages, so that stdout holds results only. */
export function plainCandidate(screen: Screen, mode: Plan['mode'], feedback: Feedback): Candidate {
  const lines = linesOf(screen);
  const isTerminal = screen.input.isTTY === true;
  const say = (...rows: string[]) => screen.messages.write(`${rows.join('\n')}\n`);
  let told = false;
  return {
    async welcome(round, number, plan, words) {
      if (!told)
        say('An answer ends with a line that holds only a full stop. /hint gives a hint, /skip skips.');
      told = true;
      say(
        '',
        visible(
          `Round ${number} of ${plan.rounds.length}: ${round.title}, ${Math.round(round.budget / 60)} min`,
        ),
        ...wrap(words, WIDTH),
      );
      return 'begin';
    },
    answer(ask, room) {
      say(
        '',
        visible(titleOf(ask, room, mode)),
        ...spoken(ask, room).flatMap(it => wrap(it, WIDTH)),
        timeLeft(room),
      );
      if (room.draft?.text) say('(What you wrote before is kept; go on after it.)');
      return read(lines, ask, room, { now: screen.clock.now, say });
    },
    async review(_ask, submission, score) {
      say('', painted(feedback(submission, score, WIDTH), screen.style).trimEnd());
      // On a pipe the next line already belongs to the next answer.
      if (!isTerminal) return 'next';
      say('Another try? y, or Enter to go on.');
      const reply = await lines.next(undefined);
      if (typeof reply === 'number') throw new Interrupted(reply, 'Left after an answer.');
      return typeof reply === 'object' && /^\s*y/i.test(reply.line) ? 'again' : 'next';
    },
    farewell: words => void say('', ...wrap(words, WIDTH)),
    async rest() {
      return 0;
    },
    leave: () => lines.close(),
  };
}

function timeLeft({ left, draft }: Room): string {
  const used = draft?.seconds ?? 0;
  return `(question: ${countdown(left.question - used, left.question).words}, round: ${countdown(left.round - used, left.round).words})`;
}

interface Reading {
  now(): number;
  say(...rows: string[]): void;
}

async function read(lines: Lines, ask: AskState, room: Room, { now, say }: Reading): Promise<Reply> {
  const began = now();
  const before = room.draft?.seconds ?? 0;
  const rows: string[] = room.draft?.text ? [room.draft.text] : [];
  const hints: string[] = [];
  const seconds = () => before + Math.max(0, now() - began) / 1000;
  const given = () => ({ text: rows.join('\n'), seconds: seconds(), hints, paused: 0 });
  for (;;) {
    const got = await lines.next(room.hard ? room.left.round - seconds() : undefined);
    if (got === 'time') return { ...given(), outcome: 'time-up' };
    if (typeof got === 'number') return { ...given(), outcome: 'left', signal: got };
    if (got === 'end')
      return rows.length > 0 && rows.join('').trim() !== ''
        ? { ...given(), outcome: 'answered' }
        : { ...given(), outcome: 'left' };
    const line = got.line.trim();
    if (line === '.') return { ...given(), outcome: 'answered' };
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
