/** Judges a whole session; what was judged before is read from scores.jsonl, so that nothing is paid twice. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { triesOf } from '../interview/submission.ts';
import { InputError } from '../model/errors.ts';
import type { AnswerScore, Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { JUDGES } from '../scoring/judges/table.ts';
import { openLog, readLog } from '../store/log.ts';

/** Scores of a session by ask and number of the try. */
export type Scores = (key: string, attempt: number) => AnswerScore;

interface Kept {
  answer: string;
  fingerprint: string;
  score: AnswerScore;
}

/** The judge of that name. Throws InputError with those there are. */
export function judgeNamed(name = 'local'): Judge {
  const judge = Object.hasOwn(JUDGES, name) ? JUDGES[name] : undefined;
  if (judge) return judge;
  throw new InputError(
    `There is no judge "${name}" in this release.`,
    `Judges there are: ${Object.keys(JUDGES).join(', ')}.`,
  );
}

export async function scoresOf(session: Session, judge: Judge, folder: string): Promise<Scores> {
  const path = join(folder, 'scores.jsonl');
  const keyOf = (answer: string, fingerprint: string) => `${answer} ${fingerprint}`;
  const kept = new Map(
    (existsSync(path) ? readLog<Kept>(path).entries : []).map(it => [
      keyOf(it.answer, it.fingerprint),
      it.score,
    ]),
  );
  const scores = new Map<string, AnswerScore>();
  const log = openLog<Kept>(path);
  try {
    for (const { ask, index, submission } of triesOf(session)) {
      const answer = createHash('sha256').update(submission.answer).digest('hex');
      const fingerprint = judge.fingerprint(submission);
      const known = kept.get(keyOf(answer, fingerprint));
      const score = known ?? (await judge.judge(submission));
      // A failure is not kept: it is tried again the next time.
      if (!known && score.status !== 'error') log.append({ answer, fingerprint, score });
      scores.set(`${ask.key}#${index}`, score);
    }
  } finally {
    log.close();
  }
  return (key, attempt) => scores.get(`${key}#${attempt}`)!;
}
