/** Judges a whole session; what was judged before is read from scores.jsonl, so that nothing is paid twice. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { triesOf } from '../interview/submission.ts';
import type { AnswerScore, Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { attempt } from '../store/attempt.ts';
import { openLog, readLog } from '../store/log.ts';

/** Scores of a session by ask and number of the try. */
export type Scores = (key: string, attempt: number) => AnswerScore;

interface Kept {
  answer: string;
  fingerprint: string;
  score: AnswerScore;
}

/** Scores every try of a session. `folder` keeps what was judged; where it cannot, all is judged anew each time. */
export async function scoresOf(session: Session, judge: Judge, folder: string): Promise<Scores> {
  const cache = cacheIn(join(folder, 'scores.jsonl'));
  const scores = new Map<string, AnswerScore>();
  try {
    const judging = [...triesOf(session)].map(async ({ ask, index, submission }) => {
      const answer = createHash('sha256').update(submission.answer).digest('hex');
      const fingerprint = judge.fingerprint(submission);
      const known = cache.find(answer, fingerprint);
      const score = known ?? (await judge.judge(submission));
      // A failure is not kept, nor what another judge said in its place: it is tried again the next time.
      const isKept = score.status !== 'error' && score.judge.fingerprint === fingerprint;
      if (!known && isKept) cache.keep({ answer, fingerprint, score });
      scores.set(`${ask.key}#${index}`, score);
    });
    await Promise.all(judging);
  } finally {
    cache.close();
  }
  return (key, attempt) => scores.get(`${key}#${attempt}`)!;
}

interface Cache {
  find(answer: string, fingerprint: string): AnswerScore | undefined;
  keep(entry: Kept): void;
  close(): void;
}

/** A report must not fail because of what only spares work: on a full or read-only disk nothing is kept. */
function cacheIn(path: string): Cache {
  const keyOf = (answer: string, fingerprint: string) => `${answer} ${fingerprint}`;
  const entries = attempt(() => (existsSync(path) ? readLog<Kept>(path).entries : [])) ?? [];
  const kept = new Map(entries.map(it => [keyOf(it.answer, it.fingerprint), it.score]));
  const log = attempt(() => openLog<Kept>(path));
  return {
    find: (answer, fingerprint) => kept.get(keyOf(answer, fingerprint)),
    keep: entry => attempt(() => log?.append(entry)),
    close: () => attempt(() => log?.close()),
  };
}
