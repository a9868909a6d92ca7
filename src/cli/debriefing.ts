/** From a kept session to its report files. */
import { join } from 'node:path';
import type { Debrief } from '../model/debrief.ts';
import type { AnswerScore, Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { standInOf, standInWord } from '../reports/model-words.ts';
import { REPORTS } from '../reports/table.ts';
import { debriefOf } from '../scoring/debrief.ts';
import { isSealed, sealedDebrief } from '../scoring/sealed.ts';
import { writeAtomic } from '../store/atomic.ts';
import { makeFolders } from '../store/folders.ts';
import { type Io, write } from './io.ts';
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

/** Whether any answer could not be judged, or only by the local judge where another was asked for. */
export function isIncomplete(debrief: Debrief): boolean {
  const failed = (questions: Debrief['rounds'][number]['questions']): boolean =>
    questions.some(it => isFailure(it.tries.at(-1)?.result) || failed(it.followUps));
  return debrief.rounds.some(round => failed(round.questions));
}

const isFailure = (result: AnswerScore | undefined): boolean =>
  result !== undefined && (result.status === 'error' || standInOf(result) !== undefined);

/** Says on stderr where the local judge stood in. */
export async function tellStandIns(io: Io, debrief: Debrief): Promise<void> {
  const word = standInWord(debrief);
  if (word !== undefined) await write(io.stderr, `${word}\n`);
}
