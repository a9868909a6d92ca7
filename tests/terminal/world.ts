/** A screen made of plain objects, for the parts of the terminal that are not the editor. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Room } from '../../src/interview/candidate.ts';
import type { Question } from '../../src/model/content.ts';
import type { Review } from '../../src/model/review.ts';
import type { Coach } from '../../src/terminal/review.ts';
import type { Screen, Signals } from '../../src/terminal/screen.ts';
import { styleFor } from '../../src/terminal/style.ts';
import { plannedRound, scored } from '../reports/building.ts';
import { FakeClock, turn } from './editor/world.ts';

export interface FakeScreen {
  screen: Screen;
  input: PassThrough & { isRaw: boolean };
  clock: FakeClock;
  signals: EventEmitter & Signals;
  /** What was written on both streams, in order and without escape sequences. */
  text(): string;
  /** The part of it that went to the messages. */
  messages(): string;
  /** Waits, a bounded number of turns, until this was written after what was seen last. */
  see(wanted: string): Promise<void>;
}

export function fakeScreen({ terminal = true, columns = 60 } = {}): FakeScreen {
  let [all, said, seen] = ['', '', 0];
  const clock = new FakeClock();
  const signals = Object.assign(new EventEmitter(), {
    suspend: () => {},
    interrupt: () => void signals.emit('SIGINT'),
  });
  const input = Object.assign(new PassThrough(), {
    isTTY: terminal,
    isRaw: false,
    setRawMode: (raw: boolean) => Object.assign(input, { isRaw: raw }),
  });
  const output = writer(terminal, columns, text => {
    all += text;
  });
  // Not a terminal: an animation would need time that passes by itself.
  const messages = writer(false, columns, text => {
    all += text;
    said += text;
  });
  const text = () => stripVTControlCharacters(all);
  return {
    screen: {
      input: input as unknown as Screen['input'],
      output: output as unknown as Screen['output'],
      messages: messages as unknown as Screen['messages'],
      signals,
      clock,
      style: styleFor(false),
      color: false,
      inline: false,
    },
    input,
    clock,
    signals,
    text,
    messages: () => stripVTControlCharacters(said),
    see: async wanted => {
      for (let turns = 0; turns < 20_000; turns++) {
        const at = text().indexOf(wanted, seen);
        if (at >= 0) {
          seen = at + wanted.length;
          return;
        }
        await turn();
      }
      throw new Error(`Never written: "${wanted}". Since what was seen last:\n${text().slice(seen)}`);
    },
  };
}

function writer(terminal: boolean, columns: number, take: (text: string) => void): PassThrough {
  const stream = Object.assign(new PassThrough(), { isTTY: terminal, columns, rows: 20 });
  stream.on('data', chunk => take(String(chunk)));
  // Like a terminal, it outlives whoever pipes into it.
  return Object.assign(stream, { end: () => stream });
}

/** Room for one answer, and what was saved in it. */
export function roomWith(rest: Partial<Room> = {}): Room & { saved: [text: string, seconds: number][] } {
  const saved: [string, number][] = [];
  return {
    round: plannedRound('go', { title: 'Go in depth' }),
    remarks: [],
    hints: [],
    left: { question: 600, round: 1800 },
    hard: false,
    draft: undefined,
    save: (text, seconds) => saved.push([text, seconds]),
    tested: () => {},
    ...rest,
    saved,
  };
}

/** A coach of few words. */
export const COACH: Coach = {
  card: () => ['Level 2 of 4', '  - Missing: order'],
  checklist: () => ['  + There: order'],
};

export const reviewOf = (asked: Question): Review => ({
  kind: 'question',
  attempt: 1,
  outcome: 'answered',
  submission: { question: 'go/race', asked, aliases: {}, rubrics: [], answer: 'One.' },
  score: scored(40),
  counts: true,
  guidance: asked,
});
