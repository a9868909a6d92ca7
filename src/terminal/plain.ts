/** The interview line by line, for pipes, screen readers and terminals that can do nothing else. */
import type { Candidate, Reply, Room } from '../interview/candidate.ts';
import { Interrupted, messageOf } from '../model/errors.ts';
import { LEVEL_NAMES, LEVELS } from '../model/level.ts';
import type { AskState, Plan, PlannedRound } from '../model/session.ts';
import { visible } from '../model/unseen.ts';
import { isUntouched } from './coding.ts';
import { countdown } from './editor/countdown.ts';
import { spoken, titleOf } from './interviewer.ts';
import { type Lines, linesOf } from './lines.ts';
import { codeRows, testInLines } from './plain-coding.ts';
import { commandOf, HELP, isStrange, type PlainCommand, RULES, wordsOf } from './plain-commands.ts';
import { type Coach, canChange, modelText, toChange } from './review.ts';
import { painted } from './rows.ts';
import type { Screen } from './screen.ts';
import { wrap } from './style.ts';
import type { Workshop } from './workshop.ts';

const WIDTH = 80;

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
  /** Said to a question of ours: nothing more is asked. */
  let isLeaving = false;
  /** The next try begins with the answer before it. */
  let isChange = false;
  const reply = async () => {
    if (isLeaving) return '';
    const said = await replyOf(lines);
    isLeaving = commandOf(said) === 'quit';
    return isLeaving ? '' : said;
  };
  const help = () => {
    if (!told) say(...wrap(RULES, width));
    told = true;
  };
  return {
    async welcome(round, number, plan, words) {
      help();
      say('', visible(placed(round, number, plan)), ...wrap(words, width));
      return 'begin';
    },
    async answer(ask, before) {
      const room = isChange && !before.draft ? toChange(ask, before) : before;
      isChange = false;
      if (isLeaving) return left(room);
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
      return read(lines, ask, room, {
        now: screen.clock.now,
        say,
        kept,
        file: () => work?.read() ?? '',
        isTerminal,
      });
    },
    test: (ask, coding) => testInLines(workshop, ask, coding, { mode, lines, isTerminal, say, width }),
    async selfScore() {
      // On a pipe the next line already belongs to the next answer.
      if (!isTerminal) return undefined;
      const asked = `Before you see the card: how good was it? ${GRADES}, or Enter to pass.`;
      say('', ...wrap(asked, width));
      const said = await reply();
      return LEVELS.find(level => String(level) === said);
    },
    async review(_ask, review) {
      say('', painted(coach.card(review, width), screen.style).trimEnd());
      if (!isTerminal) return 'next';
      const model = modelText(coach, review, width, screen.style);
      const change = canChange(review) ? ', a to add to this one' : '';
      const show = model === undefined ? '' : ', m for the model answer';
      say(`Another try? y${change}${show}, or Enter to go on.`);
      let said = await reply();
      if (model !== undefined && /^m(?:odel)?$/i.test(said)) {
        say(model, '', `Another try? y${change}, or Enter to go on.`);
        said = await reply();
      }
      isChange = change !== '' && /^a(?:dd)?$/i.test(said);
      return isChange || /^y(?:es)?$/i.test(said) ? 'again' : 'next';
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

/** Left before a word was written. */
function left({ draft }: Room): Reply {
  const { text = '', seconds = 0 } = draft ?? {};
  return { text, seconds, hints: [], paused: 0, outcome: 'left' };
}

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
  /** Somebody is there who can make room on a full disk. */
  isTerminal: boolean;
}

async function read(lines: Lines, ask: AskState, room: Room, reading: Reading): Promise<Reply> {
  const { now, say, kept, file, isTerminal } = reading;
  const began = now();
  const before = room.draft?.seconds ?? 0;
  const rows: string[] = kept ? [kept] : [];
  const hints: string[] = [];
  const seconds = () => before + Math.max(0, now() - began) / 1000;
  const given = () => ({ text: rows.join('\n'), seconds: seconds(), hints, paused: 0 });
  const whole = () => ({ ...given(), ...(rows.length === 0 && { text: file() }) });
  const keep = keeper(room, reading);
  const takeUnfinished = () => {
    const half = lines.unfinished();
    if (half.trim() !== '') rows.push(...answerIn([half]));
  };
  let isWarned = false;
  let hasMore = false;
  lines.watch(came => {
    const more = answerIn(came);
    // What was kept and is erased now has to go from what is kept, too.
    if (more.length > 0 || hasMore) keep.draft([...rows, ...more].join('\n'), seconds());
    hasMore = more.length > 0;
  });
  for (;;) {
    const got = await lines.next(room.hard ? room.left.round - seconds() : undefined);
    if (got === 'time') {
      takeUnfinished();
      return { ...whole(), outcome: 'time-up' };
    }
    if (typeof got === 'number') {
      takeUnfinished();
      return { ...given(), outcome: 'left', signal: got };
    }
    if (got === 'end' && rows.join('').trim() === '') return { ...given(), outcome: 'left', cut: true };
    const command = got === 'end' ? 'hand-in' : commandOf(got.line);
    if (command === 'skip') return { ...given(), text: '', outcome: 'skipped' };
    if (command === 'quit') return { ...given(), outcome: 'left' };
    if (command === 'hand-in' && keep.atLast(rows.join('\n'), seconds()))
      return { ...whole(), outcome: 'answered' };
    if (command === 'help') say(...HELP);
    if (command === 'hint') {
      const hint = room.hints[ask.hints.length + hints.length];
      say(visible(hint === undefined ? 'There is no further hint.' : `Hint: ${hint}`));
      if (hint !== undefined) hints.push(hint);
    }
    if (command !== undefined || got === 'end') continue;
    if (isTerminal && isStrange(got.line) && !isWarned) {
      isWarned = true;
      say(visible(`(${got.line.trim()} is no command: taken as part of the answer. See /help.)`));
    }
    rows.push(wordsOf(got.line));
  }
}

/**
 * Keeps what is typed. Where it cannot be kept, somebody at a terminal is told, once, and nothing is handed in; for a pipe
 * that ends it, by the error that was thrown.
 */
function keeper(room: Room, { say, isTerminal }: Reading) {
  let unsaved: unknown;
  const keep = (text: string, seconds: number, flush: boolean) => {
    try {
      room.save(text, seconds, flush);
      unsaved = undefined;
    } catch (error) {
      if (isTerminal && (unsaved === undefined || flush)) say(`NOT SAVED: ${visible(messageOf(error))}`);
      unsaved = error;
    }
  };
  return {
    draft: (text: string, seconds: number) => keep(text, seconds, false),
    /** Whether it is safe, so that it may be handed in. */
    atLast(text: string, seconds: number): boolean {
      keep(text, seconds, true);
      if (unsaved === undefined) return true;
      if (!isTerminal) throw unsaved;
      say(
        'So it is not handed in. Make room, then a full stop once more; /quit leaves, and drops what is not saved.',
      );
      return false;
    },
  };
}

/** What of these lines belongs to this answer: what follows its end is meant for the next. */
function answerIn(lines: readonly string[]): string[] {
  const end = lines.findIndex(it => ENDS.has(commandOf(it)));
  const own = end < 0 ? lines : lines.slice(0, end);
  const written = own.filter(it => !commandOf(it)).map(wordsOf);
  // A line that was not begun is none.
  return end < 0 && written.at(-1) === '' ? written.slice(0, -1) : written;
}

const ENDS: ReadonlySet<PlainCommand | undefined> = new Set(['hand-in', 'skip', 'quit'] as const);
