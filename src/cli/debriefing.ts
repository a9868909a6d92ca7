/** From a kept session to its report files. */
import { join } from 'node:path';
import type { Debrief } from '../model/debrief.ts';
import type { Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { REPORTS } from '../reports/table.ts';
import { debriefOf } from '../scoring/debrief.ts';
import { isSealed, sealedDebrief } from '../scoring/sealed.ts';
import { writeAtomic } from '../store/atomic.ts';
import { makeFolders } from '../store/folders.ts';
import { scoresOf } from './judging.ts';
import { VERSION } from './version.ts';

/**
 * Judges what is not judged yet and folds it into a debrief; a real interview that still runs is not judged. `folder` is
 * the session's, for its scores.
 */
export async function debriefFor(session: Session, judge: Judge, folder: string): Promise<Debrief> {
  const input = { session, judge: { name: judge.name, version: judge.version }, version: VERSION };
  if (isSealed(session)) return sealedDebrief(input);
  return debriefOf({ ...input, scores: await scoresOf(session, judge, folder) });
}

/** Writes report.md and report.json into a folder, made if need be. @returns the path of report.md. */
export async function writeReports(debrief: Debrief, folder: string): Promise<string> {
  makeFolders(folder);
  const path = (format: string) => join(folder, `report.${format}`);
  for (const format of ['json', 'md']) writeAtomic(path(format), await REPORTS[format]!.render(debrief));
  return path('md');
}

/** Whether any answer could not be judged. */
export function isIncomplete(debrief: Debrief): boolean {
  const failed = (questions: Debrief['rounds'][number]['questions']): boolean =>
    questions.some(it => it.tries.at(-1)?.result.status === 'error' || failed(it.followUps));
  return debrief.rounds.some(round => failed(round.questions));
}
