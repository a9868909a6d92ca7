/** The rows that took longest to judge: they differ from run to run, so that they are told and never written. */
import type { SlowRow } from '../reports/cohort/summary.ts';
import type { JudgedRow } from './judged.ts';

/** More than a few say nothing more. */
const MOST = 3;

export function slowestRows(most = MOST) {
  const slow: SlowRow[] = [];
  return {
    /** @param place where the row stands: rows without ids are told apart by it. */
    add(id: string | null, place: JudgedRow['place'], milliseconds: number): void {
      if (slow.length === most && milliseconds <= slow.at(-1)!.milliseconds) return;
      slow.push({ name: id ?? `${place.file}:${place.line}`, milliseconds });
      slow.sort((a, b) => b.milliseconds - a.milliseconds);
      slow.length = Math.min(slow.length, most);
    },
    /** The slowest first. */
    rows: (): readonly SlowRow[] => slow,
  };
}
