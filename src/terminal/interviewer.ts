/** The interview at a terminal: says what is asked, opens the editor, shows what a coach has to say. */
import type { Candidate, Reply, Room } from '../interview/candidate.ts';
import { isDropped } from '../model/another-try.ts';
import { timeUsed } from '../model/clock-text.ts';
import { counted } from '../model/prose.ts';
import type { AskState, Plan, PlannedRound } from '../model/session.ts';
import { visible } from '../model/unseen.ts';
import { codeOptions, testCode } from './coding.ts';
import { editAnswer } from './editor/editor.ts';
import { wordCount } from './editor/foot.ts';
import type { Edited } from './editor/port.ts';
import { choose } from './menus.ts';
import { takeBreak } from './rest.ts';
import { askSelfScore, type Coach, showReview, toChange } from './review.ts';
import type { Screen } from './screen.ts';
import { settle } from './settle.ts';
import { WIDEST, wrap } from './style.ts';
import type { Workshop } from './workshop.ts';

/** A person at a terminal. Its promises reject with Interrupted when they leave at a menu. */
export function interviewer(
  screen: Screen,
  mode: Plan['mode'],
  coach: Coach,
  workshop?: Workshop,
): Candidate {
  let cutOff = false;
  /** The next try begins with the answer before it. */
  let isChange = false;
  // Before whatever comes next, and only then: the answer that was cut off is in the journal by now.
  const settled = async () => {
    if (!cutOff) return;
    cutOff = false;
    say(screen, screen.style.warn('Time is up. What you type now is dropped; stop for a second to go on.'));
    await settle(screen);
  };
  return {
    async welcome(round, number, plan, words) {
      await settled();
      return welcome(screen, round, number, plan, words);
    },
    async answer(ask, room) {
      await settled();
      const begun = isChange && !room.draft ? toChange(ask, room) : room;
      isChange = false;
      const reply = await answer(screen, mode, ask, begun, workshop);
      cutOff = reply.outcome === 'time-up';
      return reply;
    },
    async test(ask, coding) {
      if (!workshop) return 'there is no place for it';
      await settled();
      return testCode(screen, workshop, ask, { coding, mode, width: widthOf(screen) });
    },
    selfScore: () => askSelfScore(screen),
    async review(_ask, review) {
      const chosen = await showReview(screen, coach, review, widthOf(screen));
      isChange = chosen === 'change';
      return chosen === 'next' ? 'next' : 'again';
    },
    async farewell(words) {
      await settled();
      say(screen, '', ...wrap(words, widthOf(screen)));
    },
    async rest(seconds) {
      await settled();
      return takeBreak(screen, seconds);
    },
    leave: settled,
  };
}

function widthOf({ output }: Screen): number {
  return Math.min(WIDEST, (output.columns || WIDEST) - 1);
}

function say(screen: Screen, ...lines: string[]): void {
  screen.messages.write(`${lines.join('\n')}\n`);
}

async function welcome(
  screen: Screen,
  round: PlannedRound,
  number: number,
  plan: Plan,
  words: string,
): Promise<'begin' | 'stop'> {
  const { style } = screen;
  const width = widthOf(screen);
  const isCoach = plan.mode === 'coach';
  const isFirst = round.id === plan.rounds[0]?.id;
  if (isFirst) say(screen, '', ...wrap(plan.loop.title, width).map(row => style.strong(row)));
  const facts = isFirst && isCoach ? factRows(plan, width) : [];
  if (facts.length > 0) say(screen, ...facts.map(row => style.quiet(row)));
  const rounds = plan.rounds.filter(it => !it.warmUp).length;
  const of = rounds > 1 && !round.warmUp ? `Round ${number} of ${rounds}: ` : '';
  const closing = round.closing ? ', then your own questions' : round.warmUp ? '; it does not count' : '';
  const size = `${minutes(round.budget)}, ${questionCount(round.questions.length)}${closing}`;
  say(
    screen,
    '',
    style.strong(`${of}${wrap(round.title, width)[0]}`),
    ...wrap(`${size}.`, width),
    ...(isCoach && round.brief ? wrap(round.brief, width) : []),
    ...(isCoach || round.warmUp
      ? wrap('Coach: after each answer you hear what was there and what was not, and may try again.', width)
      : wrap('Real: no feedback before the end, and the clock of the round hands in what you have.', width)),
    '',
    ...wrap(words, width),
  );
  return choose<'begin' | 'stop'>(screen, 'Ready?', [
    { name: 'Begin; the clock starts', value: 'begin' },
    ...(number > 1 ? [STOP_FOR_TODAY] : []),
  ]);
}

const STOP_FOR_TODAY = {
  name: 'Stop for today',
  value: 'stop' as const,
  description: 'mockloop resume begins with this round on another day',
};

function factRows({ loop }: Plan, width: number): string[] {
  return loop.facts.flatMap(({ text, source, trust }) =>
    wrap(`${text} (${source}; trust: ${trust})`, width, '  '),
  );
}

function minutes(seconds: number): string {
  const whole = Math.round(seconds / 60);
  return seconds < 60 ? `${Math.round(seconds)} seconds` : counted(whole, 'minute');
}

function questionCount(count: number): string {
  return count === 1 ? 'one question' : `${count} questions`;
}

async function answer(
  screen: Screen,
  mode: Plan['mode'],
  ask: AskState,
  room: Room,
  workshop: Workshop | undefined,
): Promise<Reply> {
  const { draft, left, coding } = room;
  const work = coding && workshop?.open(ask.ref, coding, mode === 'coach');
  const { head = [], ...code } = work
    ? codeOptions(work, workshop!, { ...room, coding }, { mode, width: widthOf(screen) })
    : {};
  const edited = await editAnswer({
    input: screen.input,
    output: screen.output,
    clock: screen.clock,
    signals: screen.signals,
    head: [
      titleOf(ask, room),
      '',
      ...spoken(ask, room),
      ...head,
      ...(draft?.text && !work ? ['(Going on with what you wrote before.)'] : []),
    ],
    text: draft?.text ?? '',
    elapsed: draft?.seconds ?? 0,
    budgets: { question: left.question, round: left.round, hard: room.hard },
    beside: ask.tries.length > 0,
    hints: room.hints,
    hintsBefore: ask.hints.length,
    save: ({ text, seconds }, flush) => room.save(text, seconds, flush),
    color: screen.color,
    inline: screen.inline,
    ...(screen.editorCommand !== undefined && { editorCommand: screen.editorCommand }),
    ...code,
  });
  record(screen, ask, room, edited);
  const { seconds, outcome, hints, paused, signal } = edited;
  // The editor has promised that what was written will not be judged.
  const text = outcome === 'skipped' ? '' : edited.text;
  return { text, seconds, outcome, hints, paused, ...(signal !== undefined && { signal }) } as Reply;
}

const KINDS = {
  opening: 'to begin with',
  'follow-up': 'follow-up',
  probe: 'one more thing',
  closing: 'your own questions',
} as const;

/** `Go in depth · question 2 of 5`; why something more is asked would say what it is after. */
export function titleOf(ask: AskState, { round }: Pick<Room, 'round'>): string {
  const number = round.questions.findIndex(it => it.ref === ask.ref) + 1;
  const what = ask.kind === 'question' ? `question ${number} of ${round.questions.length}` : KINDS[ask.kind];
  const again = ask.tries.length > 0 ? ` · try ${ask.tries.length + 1}` : '';
  return `${round.title} · ${what}${again}`;
}

/** What the interviewer says, in paragraphs: what leads to the question, and the question. */
export function spoken({ prompt }: AskState, { remarks }: Pick<Room, 'remarks'>): string[] {
  return [...(remarks.length > 0 ? [remarks.join(' ')] : []), prompt];
}

const OUTCOMES: Readonly<Record<Edited['outcome'], string>> = {
  answered: 'handed in',
  'time-up': 'the time was up: handed in as it stood',
  skipped: 'skipped',
  left: 'left',
};

/**
 * The scrollback keeps what was asked, and that it was answered. Inline the question stands there already, and what was
 * written goes below it, where the editor has taken its rows away: whoever hears the screen hears each once, in order.
 */
function record(screen: Screen, ask: AskState, room: Room, edited: Edited): void {
  const { text, outcome } = edited;
  const asked = spoken(ask, room);
  const told = howItEnded(ask, edited, wordCount(text.split('\n'), room.coding?.files?.starter));
  const end = screen.style.quiet(`  ${told}`);
  const written = outcome === 'skipped' ? '' : visible(text.trimEnd());
  if (screen.inline) say(screen, ...(written === '' ? [] : [written]), end, '');
  else say(screen, '', ...asked.flatMap(it => wrap(it, widthOf(screen))), end);
}

function howItEnded(ask: AskState, { text, outcome, seconds }: Edited, words: number): string {
  if (outcome !== 'left' && isDropped(ask, { answer: text, outcome }))
    return 'dropped: the answer before it counts';
  if (outcome === 'skipped') return OUTCOMES.skipped;
  return `${OUTCOMES[outcome]}, ${counted(words, 'word')} in ${timeUsed(seconds)}`;
}
