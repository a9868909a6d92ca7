/** How far something long has come: rows (or what else is counted) so far, their rate, the time left. */
import type { WriteStream } from 'node:tty';
import type { Clock } from '../model/clock.ts';
import { clockText } from '../model/clock-text.ts';

export interface Progress {
  /** @param share of the whole that is done, 0 to 1; undefined where the whole is not known. */
  show(rows: number, share: number | undefined): void;
  /** Takes it off the screen. */
  end(): void;
}

/** Milliseconds before anything is shown: what is done by then needs no progress. */
const PATIENCE = 500;

/** Draws on a terminal; the spinner is loaded when something takes long enough to need one. */
export function progressOn(stream: WriteStream, clock: Pick<Clock, 'now'>, what: string): Progress {
  const began = clock.now();
  let spinner: { text: string; stop(): unknown } | undefined;
  let isOver = false;
  let isLoading = false;
  const draw = async () => {
    isLoading = true;
    const { default: ora } = await import('ora');
    if (!isOver) spinner = ora({ stream, discardStdin: false }).start();
  };
  return {
    show(rows, share) {
      const seconds = (clock.now() - began) / 1000;
      if (!isLoading && 1000 * seconds > PATIENCE) void draw();
      if (spinner) spinner.text = progressText(rows, seconds, share, what);
    },
    end() {
      isOver = true;
      spinner?.stop();
    },
  };
}

/** `12,345 rows, 3,210 a second, 41 %, 0:12 left`. */
function progressText(rows: number, seconds: number, share: number | undefined, what = 'rows'): string {
  const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
  const told = [`${rows.toLocaleString('en-US')} ${what}`, `${rate.toLocaleString('en-US')} a second`];
  if (share !== undefined && share > 0)
    told.push(
      `${Math.floor(100 * share)} %`,
      `${clockText(Math.max(0, Math.round((seconds * (1 - share)) / share)))} left`,
    );
  return told.join(', ');
}
