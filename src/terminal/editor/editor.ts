/** The answer editor: joins terminal, clock and signals to the answer being written, and ends in one place. */

import { messageOf } from '../../model/errors.ts';
import { SIGNAL } from '../signals.ts';
import { press, rewritten, unkept, type Wish } from './answer.ts';
import { textOf } from './buffer.ts';
import {
  type Desk,
  draw,
  isTimeUp,
  keep,
  keepChanges,
  leaveTerminal,
  openDesk,
  printHead,
  redraw,
  secondsUsed,
  settingOf,
  takeTerminal,
  tellTime,
} from './desk.ts';
import { type Input, joinedBurst } from './keys.ts';
import { listen } from './listen.ts';
import type { Edited, EditOptions } from './port.ts';
import { openInEditor } from './processes.ts';
import { nextTick, skipped } from './stopwatch.ts';

/** A lone Esc is told from the start of a sequence by the silence after it; a paste may stall longer on a bad line. */
const SILENCE = { escape: 50, paste: 5_000 };
const FLUSH_EVERY = 5_000;

/** A desk with what runs around it. */
interface Work {
  desk: Desk;
  ticking: unknown;
  silence: unknown;
  drawing: NodeJS.Immediate | undefined;
  /** Takes all listeners off. */
  detach(): void;
  resolve(edited: Edited): void;
  reject(error: unknown): void;
}

/**
 * Lets the candidate write an answer on the terminal, and resolves when it is handed in, skipped, taken by the clock
 * or left; the terminal is then as it was, with no listener left behind. Never ends the process and never rejects for
 * what a terminal, a signal or a disk can do.
 */
export function editAnswer(options: EditOptions): Promise<Edited> {
  return new Promise((resolve, reject) => {
    const desk = openDesk(options);
    const work: Work = {
      desk,
      ticking: undefined,
      silence: undefined,
      drawing: undefined,
      detach: () => {},
      resolve,
      reject,
    };
    work.detach = attach(work);
    takeTerminal(desk);
    keep(desk, true);
    tick(work);
  });
}

function attach(work: Work): () => void {
  const { desk } = work;
  return listen(desk.options, {
    data: chunk => receive(work, () => desk.decoder.feed(chunk)),
    resized: () => {
      redraw(desk);
      settleSoon(work);
    },
    lost: () => {
      desk.gone = true;
      end(work, 'left', SIGNAL.hangup);
    },
    ended: signal => leave(work, signal),
    stopped: () => suspend(work),
    continued: () => goOn(work),
  });
}

/** The keyboard's Ctrl-C is a byte here; as a signal it comes while another editor has the terminal, and is for that. */
function leave(work: Work, signal: number): void {
  if (signal === SIGNAL.interrupt && work.desk.away) return;
  end(work, 'left', signal);
}

/** Takes in what the decoder makes of some bytes, or of their absence. */
function receive(work: Work, decode: () => Input[]): void {
  const { desk } = work;
  if (desk.ended || desk.away) return;
  tellTime(desk);
  for (const input of joinedBurst(decode())) {
    const { answer, wish } = press(desk.answer, input, settingOf(desk));
    desk.answer = answer;
    if (wish) fulfil(work, wish);
    // What was typed ahead was meant for this answer, not for what comes now.
    if (desk.ended || desk.away || desk.stopped) return;
  }
  awaitSilence(work);
  settleSoon(work);
}

function awaitSilence(work: Work): void {
  const { clock } = work.desk.options;
  clock.clearTimeout(work.silence);
  const waiting = work.desk.decoder.waiting();
  if (waiting)
    work.silence = clock.setTimeout(() => receive(work, work.desk.decoder.expire), SILENCE[waiting]);
}

/** Saves, then draws, once for all that came in this turn of the event loop. */
function settleSoon(work: Work): void {
  work.drawing ??= setImmediate(() => {
    work.drawing = undefined;
    settle(work);
  });
}

function settle(work: Work): void {
  const { desk } = work;
  if (desk.ended) return;
  if (isTimeUp(desk)) {
    end(work, 'time-up');
    return;
  }
  keepChanges(desk);
  draw(desk);
  schedule(work);
}

/** Every second: the clocks move on, and the draft with them. */
function tick(work: Work): void {
  const { desk } = work;
  // A terminal that is gone says so at the first thing done with it, before the first tick.
  if (desk.ended) return;
  tellTime(desk);
  if (desk.away) desk.answer = rewritten(desk.answer, desk.away.read());
  if (isTimeUp(desk)) {
    end(work, 'time-up');
    return;
  }
  keep(desk, desk.options.clock.now() - desk.flushedAt >= FLUSH_EVERY);
  draw(desk);
  schedule(work);
}

function schedule(work: Work): void {
  const { answer, stopped, ended, watch, options } = work.desk;
  options.clock.clearTimeout(work.ticking);
  if (answer.asking === 'paused' || stopped || ended) return;
  const { hard, round } = options.budgets;
  work.ticking = options.clock.setTimeout(() => tick(work), nextTick(watch, hard ? round * 1_000 : Infinity));
}

const WISHES: Readonly<Record<Wish, (work: Work) => void>> = {
  'hand-in': work => endKept(work, 'answered'),
  skip: work => endKept(work, 'skipped'),
  quit: work => endKept(work, 'left'),
  interrupt: work => end(work, 'left', SIGNAL.interrupt),
  keep: work => keepOrTell(work),
  editor: goAway,
  suspend,
  redraw: work => redraw(work.desk),
  repeat: work => printHead(work.desk),
  warn: ({ desk }) => {
    const { tests } = desk.options;
    if (typeof tests === 'object') desk.told = tests.warning;
  },
  run: runTests,
  stop: ({ desk }) => desk.trial?.stop(),
};

/** Ends only what could be kept: a full disk must not swallow an answer that seems to be handed in. */
function endKept(work: Work, outcome: Edited['outcome']): void {
  if (keepOrTell(work)) end(work, outcome);
}

function keepOrTell({ desk }: Work): boolean {
  keep(desk, true);
  if (desk.unsaved === undefined) return true;
  desk.answer = unkept(desk.answer, desk.unsaved);
  return false;
}

function fulfil(work: Work, wish: Wish): void {
  WISHES[wish](work);
}

/** Runs the tests of what is kept, and goes on meanwhile. */
function runTests(work: Work): void {
  const { desk } = work;
  const { tests, clock } = desk.options;
  if (typeof tests !== 'object' || desk.trial || !keepOrTell(work)) return;
  desk.agreed = true;
  desk.told = [];
  const { done, stop } = tests.run(textOf(desk.answer.buffer));
  desk.trial = { stop, since: clock.now() };
  done
    .then(told => {
      desk.trial = undefined;
      desk.told = told;
      settleSoon(work);
    })
    .catch(work.reject);
}

/** Lends the terminal to the candidate's own editor; the clock runs on. */
function goAway(work: Work): void {
  const { desk } = work;
  const { options } = desk;
  keep(desk, true);
  void leaveTerminal(desk);
  options.input.pause();
  const open = options.openEditor ?? openInEditor;
  const before = textOf(desk.answer.buffer);
  try {
    desk.away = open(options.editorCommand!, before);
    desk.away.done.then(problem => comeBack(work, problem, before)).catch(work.reject);
  } catch (error) {
    comeBack(work, messageOf(error));
  }
}

const CAME_BACK_EMPTY = 'The file came back empty. Ctrl-_ brings back what you had.';

/** @param before the text that the other editor was given. */
function comeBack(work: Work, problem = '', before = ''): void {
  const { desk } = work;
  if (desk.ended) return;
  tellTime(desk);
  const text = desk.away?.read() ?? textOf(desk.answer.buffer);
  const isEmptied = text.trim() === '' && before.trim() !== '';
  desk.answer = {
    ...rewritten(desk.answer, text),
    notice: problem || (isEmptied ? CAME_BACK_EMPTY : ''),
  };
  desk.away = undefined;
  takeTerminal(desk);
  settleSoon(work);
}

/** Ctrl-Z, from the keyboard or as a signal. Another editor on the terminal has left it in order by itself. */
function suspend(work: Work): void {
  const { desk } = work;
  if (desk.stopped || desk.ended) return;
  tellTime(desk);
  keep(desk, true);
  if (!desk.away) void leaveTerminal(desk);
  desk.stopped = true;
  schedule(work);
  desk.options.signals.suspend();
}

/** Continued, after our own stop or somebody else's: the shell may have changed the terminal's mode meanwhile. */
function goOn(work: Work): void {
  const { desk } = work;
  if (desk.ended) return;
  if (desk.stopped) desk.watch = skipped(desk.watch, desk.options.clock.now());
  desk.stopped = false;
  if (!desk.away) {
    desk.options.input.setRawMode(false);
    takeTerminal(desk);
  }
  tick(work);
}

/** The one end: keeps everything, gives the terminal back, takes its listeners off. */
function end(work: Work, outcome: Edited['outcome'], signal?: number): void {
  const { desk } = work;
  if (desk.ended) return;
  tellTime(desk);
  desk.ended = true;
  desk.trial?.stop();
  if (desk.away) desk.answer = rewritten(desk.answer, desk.away.read());
  keep(desk, true);
  const { clock } = desk.options;
  clock.clearTimeout(work.ticking);
  clock.clearTimeout(work.silence);
  clearImmediate(work.drawing);
  giveBack(work)
    .then(() => work.resolve(edited(desk, outcome, signal)))
    .catch(work.reject);
}

async function giveBack({ desk, detach }: Work): Promise<void> {
  if (desk.away) {
    desk.away.stop();
    await desk.away.done;
  } else {
    await leaveTerminal(desk);
    // A terminal that is gone says so a moment after the write: somebody must be listening still.
    await new Promise(resolve => setImmediate(resolve));
  }
  desk.options.input.pause();
  detach();
}

function edited(desk: Desk, outcome: Edited['outcome'], signal: number | undefined): Edited {
  return {
    text: textOf(desk.answer.buffer),
    seconds: secondsUsed(desk),
    outcome,
    ...(signal !== undefined && { signal }),
    hints: desk.options.hints.slice(desk.options.hintsBefore ?? 0, desk.answer.hints),
    paused: Math.round(desk.watch.paused) / 1_000,
  };
}
