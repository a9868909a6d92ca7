/** From kept sessions to attempts. A fold: nothing is remembered that journals and scores do not say. */
import type { Attempt, History, PartLevel, Skipped } from '../model/progress.ts';
import type { AnswerScore } from '../model/score.ts';
import type { AskState, PlannedQuestion, Session, Try } from '../model/session.ts';

/** A session with what a judge found in its tries, or why it cannot be read. */
export type Kept =
  | {
      session: Session;
      /** Undefined where nobody judged it yet, since that costs. */
      scoreOf: (key: string, attempt: number) => AnswerScore | undefined;
    }
  | Skipped;

/** All attempts of the sessions, the oldest first; of equal times in the order given. */
export function historyFrom(kept: Iterable<Kept>): History {
  const history: History = { attempts: [], sessions: 0, skipped: [], unjudged: 0, waiting: 0, level: '' };
  for (const it of kept) {
    if ('why' in it) history.skipped.push(it);
    else addSession(history, it);
  }
  history.attempts.sort((a, b) => a.at - b.at);
  return history;
}

function addSession(history: History, { session, scoreOf }: Exclude<Kept, Skipped>): void {
  history.sessions++;
  history.level = session.plan.loop.level || history.level;
  // A drill asks for less than an answer, so its figures say nothing of answers.
  if (session.plan.drill) return;
  for (const [index, round] of session.rounds.entries()) {
    const planned = session.plan.rounds[index];
    if (!planned || planned.warmUp) continue;
    const questions = new Map(planned.questions.map(it => [it.ref, it]));
    for (const ask of round.asks) {
      const [first] = ask.tries;
      const question = questions.get(ask.ref);
      if (!first || !question || !COUNTED.has(ask.kind)) continue;
      const score = scoreOf(ask.key, 0);
      const attempt = score && attemptOf(session, question, ask, first, score);
      if (attempt) history.attempts.push(attempt);
      else if (score) history.unjudged++;
      else history.waiting++;
    }
  }
}

/** Probes are asked only where something was missing: counting them would tell the same gap twice. */
const COUNTED: ReadonlySet<AskState['kind']> = new Set(['question', 'follow-up']);

function attemptOf(
  { id, startedAt, plan }: Session,
  { ref, question, rubrics }: PlannedQuestion,
  ask: AskState,
  { at = startedAt, answer, outcome, seconds }: Try,
  score: AnswerScore,
): Attempt | undefined {
  const isSkipped = outcome === 'skipped' || answer.trim() === '';
  if (!isSkipped && (score.score === null || score.level === null)) return undefined;
  return {
    session: id,
    at,
    question: ref,
    key: ask.key,
    isMain: ask.kind === 'question',
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
