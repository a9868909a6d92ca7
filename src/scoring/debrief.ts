/** Answer scores → scorecard per round → debrief: pure, so that a session can be debriefed again years later. */
import { assignmentOf } from '../model/assignment.ts';
import type { FollowUp, Rubric } from '../model/content.ts';
import type { Debrief, DebriefQuestion, DebriefRound, Exercise } from '../model/debrief.ts';
import type { AnswerScore } from '../model/score.ts';
import type { AskState, Plan, PlannedQuestion, PlannedRound, RoundState, Session } from '../model/session.ts';
import { recurringIn } from './habits/recurring.ts';
import { hashOf } from './judges/hash.ts';
import { type Conferred, confer, DEBRIEF_VERSION } from './panel/confer.ts';
import { selfScoresOf } from './self-score.ts';
import { countedIn, meanOf, standingsOf, type Tagged, withFollowUps } from './standing.ts';
import { whyTold } from './why-told.ts';
import { workOn } from './work.ts';

export interface DebriefInput {
  session: Session;
  /** The score of a try, by the ask's key and the number of the try from 0. */
  scores: (key: string, tryIndex: number) => AnswerScore;
  judge: { name: string; version: string };
  /** Of mockloop. */
  version: string;
}

/**
 * The debrief of a session, finished or not. Round scores are weighted means (see standing.ts); the overall score is
 * the same mean over all rounds together, so that a round cut short weighs no more than what it asked. Where nothing
 * was answered at all there is no figure anywhere and nothing to work on; only a whole loop that was passed in silence is
 * judged like any other.
 * Throws when the journal asks something that its plan does not have.
 */
export function debriefOf({ session, scores, judge, version }: DebriefInput): Debrief {
  const { plan } = session;
  const held = session.rounds.map((round, index) => ({ round, planned: plan.rounds[index]! }));
  const told = (planned: PlannedRound, round: RoundState) => roundOf(plan, planned, round, scores);
  const counted = held.filter(it => !it.planned.warmUp);
  const asHeld = counted.map(it => told(it.planned, it.round));
  const isConferring = isConferred(session, counted.length);
  const isJudged = isConferring || asHeld.flatMap(it => it.questions).some(hasAnswer);
  const asked = isJudged ? asHeld : asHeld.map(it => ({ ...it, score: null, level: null }));
  const rubrics = rubricsOf(plan);
  const conferred = isConferring
    ? conferredOn(
        asked,
        counted.map(it => it.planned),
        plan.loop.level,
        rubrics,
      )
    : undefined;
  const rounds = asked.map((round, index) => ({ ...round, ...conferred?.rounds[index] }));
  const [warmUp] = held.filter(it => it.planned.warmUp).flatMap(it => told(it.planned, it.round).questions);
  const questions = rounds.flatMap(round => round.questions);
  const selfScores = selfScoresOf(questions);
  return {
    kind: 'debrief',
    session: session.id,
    loop: { id: plan.loop.id, title: plan.loop.title },
    level: plan.loop.level,
    mode: plan.mode,
    scale: plan.scale,
    startedAt: new Date(session.startedAt).toISOString(),
    finished: session.closed,
    score: isJudged ? meanOf(countedIn(questions)).score : null,
    rounds,
    ...(warmUp && { warmUp }),
    ...(selfScores && { selfScores }),
    rubrics,
    competencies: isJudged ? standingsOf(questions.map(shownCompetencies)) : [],
    principles: isJudged
      ? standingsOf(rounds.flatMap((round, index) => shownPrinciples(round, counted[index]!.planned)))
      : [],
    outcome: conferred?.decision ?? null,
    recurring: recurringIn(questions, rubrics).map(it => findable(it, plan)),
    workOn: isJudged ? workOn(questions, plan).map(it => findable(it, plan)) : [],
    judge: { name: judge.name, version: judge.version },
    versions: { mockloop: version, debrief: DEBRIEF_VERSION },
  };
}

/** With the content that the exercise needs beside what is shipped. */
function findable<Item extends { exercise: Exercise }>(item: Item, { content }: Plan): Item {
  return content ? { ...item, exercise: { ...item.exercise, content } } : item;
}

/** Interviewers confer when all is over, and when there is somebody to confer with. */
function isConferred({ closed }: Session, rounds: number): boolean {
  return closed && rounds > 1;
}

function conferredOn(
  rounds: readonly DebriefRound[],
  planned: readonly PlannedRound[],
  level: string,
  rubrics: Debrief['rubrics'],
): Conferred {
  const held = rounds.map(({ id, title, questions }, index) => {
    const { principles, barRaiser, questions: wanted } = planned[index]!;
    return { id, title, questions, principles, barRaiser, planned: wanted.length, rubrics };
  });
  return confer(held, level, rubrics);
}

/** Whether anything was written in reply to a question or to what followed it. */
function hasAnswer(question: DebriefQuestion): boolean {
  const written = withFollowUps(question).flatMap(it => it.tries);
  return written.some(it => it.outcome !== 'skipped' && it.answer.trim() !== '');
}

const shownCompetencies = (question: DebriefQuestion): Tagged => ({
  names: question.question.competencies ?? [],
  question,
});

/** A behavioural question that names no principle speaks for those that its round is about. */
function shownPrinciples(round: DebriefRound, planned: PlannedRound): Tagged[] {
  return round.questions.map(question => {
    const { principles = [], type } = question.question;
    const fromRound = principles.length === 0 && type === 'behavioral';
    return { names: fromRound ? planned.principles : principles, question };
  });
}

function roundOf(
  plan: Plan,
  planned: PlannedRound,
  round: RoundState,
  scores: DebriefInput['scores'],
): DebriefRound {
  const mains = round.asks.filter(ask => ask.depth === 0);
  const questions = mains.map(main => {
    const thread = round.asks.filter(ask => ask.ref === main.ref);
    const told = threadOf(plan, plannedFor(planned, main.ref), thread, scores);
    const dug = round.dug.find(it => it.ref === main.ref);
    return dug ? { ...told, chains: dug.chains } : told;
  });
  const { score, level } = meanOf(countedIn(questions));
  return {
    id: planned.id,
    title: planned.title,
    interviewer: planned.interviewer,
    budget: planned.budget,
    // Another try is practice beside the interview: the round's clock runs only in the first.
    seconds: round.asks.reduce((sum, ask) => sum + (ask.tries[0]?.seconds ?? 0), 0),
    score,
    level,
    votes: { before: null, after: null, figure: null, moved: [] },
    assessment: null,
    questions,
    notAsked: round.notAsked,
  };
}

function plannedFor(round: PlannedRound, ref: string): PlannedQuestion {
  const found = [round.opening, ...round.questions, round.closing].find(it => it?.ref === ref);
  if (!found) throw new Error(`The plan has no question ${ref} in round ${round.id}.`);
  return found;
}

/** A main question with what followed: follow-ups nested as in the bank, and after them the probes into each answer. */
function threadOf(
  plan: Plan,
  planned: PlannedQuestion,
  thread: readonly AskState[],
  scores: DebriefInput['scores'],
): DebriefQuestion {
  const askedNow = (ask: AskState) => ({
    key: ask.key,
    kind: ask.kind,
    why: whyTold(planned, ask),
    hints: ask.hints,
    tries: ask.tries.map(({ at: _at, ...it }, index) => ({
      ...it,
      budget: ask.budget,
      result: scores(ask.key, index),
    })),
  });
  const keys = new Set(thread.map(it => it.key));
  const probesInto = (key: string): DebriefQuestion[] =>
    thread
      .filter(
        ask => ask.kind === 'probe' && (keys.has(ask.aim?.of ?? '') ? ask.aim?.of : planned.ref) === key,
      )
      .map(ask => ({
        ...askedNow(ask),
        ...probeOf(plan, planned, ask),
        followUps: probesInto(ask.key),
      }));
  const beneath = (among: readonly FollowUp[]): DebriefQuestion[] =>
    among.flatMap(followUp => {
      const ask = thread.find(it => it.kind === 'follow-up' && it.key === `${planned.ref}/${followUp.id}`);
      const deeper = beneath(followUp.followUps);
      const { id, prompt, points, pitfalls, answer } = followUp;
      if (!ask) return deeper;
      const question = { id, prompt, type: planned.question.type, points, pitfalls, answer };
      return [{ ...askedNow(ask), question, rubrics: [], followUps: [...deeper, ...probesInto(ask.key)] }];
    });
  const { id, prompt, type, points, pitfalls, keywords, answer } = planned.question;
  const { competencies, principles, reading } = planned.question;
  return {
    ...askedNow(thread[0]!),
    question: { id, prompt, type, points, pitfalls, keywords, answer, competencies, principles, reading },
    rubrics: planned.rubrics,
    followUps: [...beneath(planned.question.followUps), ...probesInto(planned.ref)],
  };
}

/** A probe with what it was judged by: the point that it was after, or the rubric of its criterion. */
function probeOf(
  plan: Plan,
  planned: PlannedQuestion,
  ask: AskState,
): Pick<DebriefQuestion, 'question' | 'rubrics'> {
  const { asked, rubrics } = assignmentOf(plan, planned, ask);
  const [, id = ''] = ask.key.slice(`${planned.ref}/?`.length).split('.');
  const { type, points, pitfalls, answer } = asked;
  const question = { id, prompt: ask.prompt, ...(type && { type }), points, pitfalls, answer };
  return { question, rubrics: rubrics.map(it => it.id) };
}

function rubricsOf(plan: Plan): Debrief['rubrics'] {
  const told = (rubric: Rubric) => ({
    title: rubric.title,
    hash: hashOf(rubric),
    criteria: rubric.criteria,
  });
  return Object.fromEntries(Object.entries(plan.rubrics).map(([id, rubric]) => [id, told(rubric)]));
}
