/** From kept sessions to attempts. A fold: nothing is remembered that journals and scores do not say. */
import type { Attempt, History, PartLevel, SessionHistory, Skipped } from '../model/progress.ts';
import type { AnswerScore } from '../model/score.ts';
import type { PlannedQuestion, Session, Try } from '../model/session.ts';

/** A session with what a judge found in its tries. */
export interface Judged {
  session: Session;
  /** Undefined where nobody judged it yet, since that costs. */
  scoreOf(key: string, attempt: number): AnswerScore | undefined;
}

/** A clock that was set right since may have been so far ahead; people travel, too. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * All of the sessions, the oldest attempt first; of equal times in the order given. One that was held by a clock far ahead
 * is skipped until its time has come: a card would not be due for as long. @param now Unix time in milliseconds.
 */
export function historyFrom(kept: Iterable<SessionHistory | Skipped>, now: number): History {
  const history: History = { attempts: [], sessions: 0, skipped: [], unjudged: 0, waiting: 0, level: '' };
  for (const it of kept) {
    if ('why' in it) {
      history.skipped.push(it);
      continue;
    }
    const ahead = it.attempts.find(({ at }) => at > now + DAY);
    if (ahead) {
      history.skipped.push({ what: ahead.session, why: aheadWords(ahead) });
      continue;
    }
    history.sessions++;
    history.level = it.level || history.level;
    history.unjudged += it.unjudged;
    history.waiting += it.waiting;
    for (const attempt of it.attempts) history.attempts.push(attempt);
  }
  history.attempts.sort((a, b) => a.at - b.at);
  return history;
}

const aheadWords = ({ at }: Attempt) =>
  `an answer of ${new Date(at).toISOString()} is of a time to come: the clock must have been wrong`;

/** What one session adds to the history: follow-ups and probes are asked as an answer calls for them, and are no measure. */
export function sessionHistory({ session, scoreOf }: Judged): SessionHistory {
  const history: SessionHistory = { attempts: [], unjudged: 0, waiting: 0, level: session.plan.loop.level };
  // A drill asks for less than an answer, so its figures say nothing of answers.
  if (session.plan.drill) return history;
  for (const [index, round] of session.rounds.entries()) {
    const planned = session.plan.rounds[index];
    if (!planned || planned.warmUp) continue;
    const questions = new Map(planned.questions.map(it => [it.ref, it]));
    for (const ask of round.asks) {
      const [first] = ask.tries;
      const question = questions.get(ask.ref);
      if (!first || !question || ask.kind !== 'question') continue;
      const score = scoreOf(ask.key, 0);
      const attempt = score && attemptOf(session, question, first, score);
      if (attempt) history.attempts.push(attempt);
      else if (score) history.unjudged++;
      else history.waiting++;
    }
  }
  return history;
}

function attemptOf(
  { id, startedAt, plan }: Session,
  { ref, question, rubrics }: PlannedQuestion,
  { at = startedAt, answer, outcome, seconds }: Try,
  score: AnswerScore,
): Attempt | undefined {
  const isSkipped = outcome === 'skipped' || answer.trim() === '';
  if (!isSkipped && (score.score === null || score.level === null)) return undefined;
  return {
    session: id,
    at,
    question: ref,
    type: question.type,
    competencies: question.competencies,
    principles: question.principles,
    parts: isSkipped ? [] : partsOf(score, rubrics),
    score: isSkipped ? 0 : score.score!,
    level: isSkipped ? 1 : score.level!,
    judge: `${score.judge.name} ${score.judge.version}`,
    rubric: score.judge.rubric,
    seconds: seconds / plan.scale,
    input: plan.input,
  };
}

function partsOf({ criteria }: AnswerScore, rubrics: readonly string[]): PartLevel[] {
  return criteria.flatMap(({ id, score, level }) =>
    score === null || level === null
      ? []
      : [{ id: id.includes('/') || rubrics.length !== 1 ? id : `${rubrics[0]}/${id}`, score, level }],
  );
}

/** Attempts that may be set side by side, and what may not, by its reason. */
export interface Comparable {
  attempts: Attempt[];
  /** Answers judged by another judge, version or wording of a rubric than the latest: `why` to how many. */
  setAside: { why: string; answers: number }[];
}

/**
 * The attempts whose judge is that of the latest, and whose rubric has the wording that it had last; a figure of
 * another would show a step that the candidate never made.
 */
export function comparable(attempts: readonly Attempt[]): Comparable {
  const judge = attempts.at(-1)?.judge;
  const wording = new Map(
    attempts.filter(it => it.judge === judge).map(it => [it.rubric.id, it.rubric.hash]),
  );
  const aside = new Map<string, number>();
  const kept = attempts.filter(it => {
    const why =
      it.judge !== judge
        ? `judged by ${it.judge}, not by ${judge}`
        : wording.get(it.rubric.id) !== it.rubric.hash
          ? `judged by an earlier wording of ${it.rubric.id}`
          : undefined;
    if (why) aside.set(why, (aside.get(why) ?? 0) + 1);
    return why === undefined;
  });
  return { attempts: kept, setAside: [...aside].map(([why, answers]) => ({ why, answers })) };
}
