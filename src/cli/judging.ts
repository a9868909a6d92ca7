/** Judges a whole session; what was judged before is read from scores.jsonl, so that nothing is paid twice. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reworded } from '../interview/reworded.ts';
import { submissionOf, triesOf } from '../interview/submission.ts';
import type { Rubric } from '../model/content.ts';
import type { AnswerScore, Judge, Submission } from '../model/score.ts';
import type { AskState, Session, Try } from '../model/session.ts';
import { attempt } from '../store/attempt.ts';
import { type Log, openLog, readLog } from '../store/log.ts';

/** Scores of a session by ask and number of the try. */
export type Scores = (key: string, attempt: number) => AnswerScore;

interface Key {
  /** SHA-256 of the answer. */
  answer: string;
  fingerprint: string;
}

interface Kept extends Key {
  score: AnswerScore;
}

/**
 * Scores every try of a session. `folder` keeps what was judged; where it cannot, all is judged anew each time, or the
 * file system's error thrown, if keeping is what is `wanted`.
 */
export async function scoresOf(
  session: Session,
  judge: Judge,
  folder: string,
  wanted: 'scores' | 'keeping' = 'scores',
): Promise<Scores> {
  const scoring: Scoring = async (cache, submission) => {
    const key = keyOf(judge, submission);
    return cache.find(key) ?? judgedNow(judge, submission, cache, key);
  };
  const scores = await eachTry(session, cacheIn(folder, wanted === 'keeping'), scoring);
  return (key, attempt) => scores(key, attempt)!;
}

/**
 * What a session's tries are worth by today's rubrics, as far as it was judged so; else by those that it was asked with.
 * What was judged by neither is judged now by today's, unless that costs: then there is no score.
 */
export async function scoresToday(
  session: Session,
  rubrics: ReadonlyMap<string, Rubric>,
  judge: Judge,
  folder: string,
): Promise<(key: string, attempt: number) => AnswerScore | undefined> {
  const { plan } = reworded(session, rubrics);
  return eachTry(session, cacheIn(folder), async (cache, asAsked, ask, attempt) => {
    const submission = submissionOf(plan, ask, attempt);
    const key = keyOf(judge, submission);
    const kept = cache.find(key) ?? cache.find(keyOf(judge, asAsked));
    return kept ?? (judge.paid ? undefined : judgedNow(judge, submission, cache, key));
  });
}

type Scoring = (
  cache: Cache,
  submission: Submission,
  ask: AskState,
  attempt: Try,
) => Promise<AnswerScore | undefined>;

async function eachTry(session: Session, cache: Cache, scoreOf: Scoring) {
  const scores = new Map<string, AnswerScore | undefined>();
  try {
    const judging = [...triesOf(session)].map(async ({ ask, index, submission }) => {
      scores.set(`${ask.key}#${index}`, await scoreOf(cache, submission, ask, ask.tries[index]!));
    });
    // All of them, also when one cannot go on: what the others were paid for is kept before the file is closed.
    for (const it of await Promise.allSettled(judging)) if (it.status === 'rejected') throw it.reason;
  } finally {
    cache.close();
  }
  return (key: string, attempt: number) => scores.get(`${key}#${attempt}`);
}

/** A failure is not kept, nor what another judge said in its place: it is tried again the next time. */
async function judgedNow(judge: Judge, submission: Submission, cache: Cache, key: Key): Promise<AnswerScore> {
  const score = await judge.judge(submission);
  if (score.status !== 'error' && score.judge.fingerprint === key.fingerprint) cache.keep({ ...key, score });
  return score;
}

const keyOf = (judge: Judge, submission: Submission): Key => ({
  answer: createHash('sha256').update(submission.answer).digest('hex'),
  fingerprint: judge.fingerprint(submission),
});

interface Cache {
  find(key: Key): AnswerScore | undefined;
  keep(entry: Kept): void;
  close(): void;
}

/** A report must not fail because of what only spares work: on a full or read-only disk nothing is kept, unless it `must`. */
function cacheIn(folder: string, must = false): Cache {
  const path = join(folder, 'scores.jsonl');
  const nameOf = ({ answer, fingerprint }: Key) => `${answer} ${fingerprint}`;
  const entries = attempt(() => (existsSync(path) ? readLog<Kept>(path).entries : [])) ?? [];
  const kept = new Map(entries.map(it => [nameOf(it), it.score]));
  // Opened when there is something to keep: reading what was judged long ago is no reason to touch the disk.
  let log: Log<Kept> | undefined;
  const open = () => {
    log ??= openLog<Kept>(path);
    return log;
  };
  return {
    find: key => kept.get(nameOf(key)),
    keep: entry => (must ? open().append(entry) : attempt(() => open().append(entry))),
    close: () => attempt(() => log?.close()),
  };
}
