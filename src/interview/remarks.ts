/**
 * What the interviewer says beside the questions: all their words are here. Nothing in them tells what an answer was
 * worth, and the same interview hears the same words.
 */
import type { QuestionType } from '../model/content.ts';
import type { Ask, AskState, Plan, PlannedRound, RoundState, Session } from '../model/session.ts';
import { admitsNotKnowing } from '../scoring/text/candour.ts';
import { used } from './clock.ts';
import { plannedFor } from './submission.ts';

/** After an answer, whatever it was. No word of praise or doubt; neighbours differ. */
const HEARD = [
  'All right.',
  'Okay, thank you.',
  'Right.',
  'Thanks. Let me write that down.',
  'Mm-hm.',
  'Okay.',
  'Thank you.',
  'I have that.',
  'All right, noted.',
  'Right, thanks.',
  'One second, I am still writing. Okay.',
  'Understood.',
] as const;

const SKIPPED = [
  'We can leave that one.',
  'No problem, we go on.',
  'Then we leave it there.',
  'That is all right. On we go.',
] as const;

const NOT_KNOWN = [
  'That is all right.',
  'Thank you for saying so.',
  'Fair enough.',
  'Okay, that happens.',
] as const;

const CUT_OFF = ['I have to stop you there.', 'I am sorry, I have to watch the clock.'] as const;

/** Before another main question of the same kind. */
const NEXT = [
  'Let us go to something else.',
  'On to the next one.',
  'Another topic.',
  'Next question.',
  'Let me change the subject.',
] as const;

/** Before the first question of another kind. */
const TURNS: Readonly<Partial<Record<QuestionType, string>>> = {
  coding: 'I would like to see some code now.',
  design: 'Now something larger, and please think aloud.',
  behavioral: 'Now something from your own work.',
  prioritization: 'Now a question of judgment.',
  technical: 'Now something technical.',
};

const FIRST = 'Now to my questions.';
const LAST = 'That was my last question.';

/** Before a step of the outline that leads to what was not said. */
const NUDGES = [
  'Go a little further into one thing.',
  'There is one part I would like to hear more about.',
  'Stay with that for a moment.',
  'Let me come back to one part of it.',
] as const;

/** In words, when this much of the round is left for its questions; seconds at scale 1, or this share of a short round. */
const SHORT_TIME = 300;
const SHORT_SHARE = 0.25;

/** What is said between the last answer and this question; nothing before the first of a round, or before another try. */
export function remarksFor(session: Session, ask: AskState): string[] {
  const { plan } = session;
  const index = session.rounds.findIndex(it => it.id === ask.round);
  const [planned, round] = [plan.rounds[index]!, session.rounds[index]!];
  const at = round.asks.findIndex(it => it.key === ask.key);
  const before = round.asks[at - 1];
  if (!before || ask.tries.length > 0) return [];
  const turn = plan.seed + session.rounds.slice(0, index).reduce((sum, it) => sum + it.asks.length, at);
  return [
    // A coach has just said more than that.
    ...(plan.mode === 'real' ? [acknowledgment(before, turn)] : []),
    ...(ask.depth === 0 ? [transition(plan, planned, before, ask, turn)] : []),
    ...warning(plan, planned, round, at),
  ];
}

/** Neighbouring turns give different words. */
const pick = (words: readonly string[], turn: number): string => words[turn % words.length]!;

function acknowledgment(before: AskState, turn: number): string {
  const last = before.tries.at(-1);
  if (last?.outcome === 'time-up') return pick(CUT_OFF, turn);
  if (!last || last.answer.trim() === '') return pick(SKIPPED, turn);
  return pick(admitsNotKnowing(last.answer) ? NOT_KNOWN : HEARD, turn);
}

function transition(plan: Plan, planned: PlannedRound, before: Ask, ask: Ask, turn: number): string {
  if (ask.ref === planned.closing?.ref) return LAST;
  if (before.kind === 'opening') return FIRST;
  const typeOf = ({ ref }: Ask) => plannedFor(plan, ref).question.type;
  const turned = typeOf(before) === typeOf(ask) ? undefined : TURNS[typeOf(ask)];
  return turned ?? pick(NEXT, turn);
}

/** Once a round, before the first question that finds little time left. The closing has its own. */
function warning(plan: Plan, planned: PlannedRound, { asks }: RoundState, at: number): string[] {
  const left = (count: number) =>
    planned.budget -
    (planned.closing?.budget ?? 0) -
    asks.slice(0, count).reduce((sum, it) => sum + used(it), 0);
  const short = Math.min(SHORT_TIME * plan.scale, SHORT_SHARE * planned.budget);
  const isClosing = asks[at]!.ref === planned.closing?.ref;
  if (isClosing || left(at) > short || left(at) <= 0 || left(at - 1) <= short) return [];
  return [`We have about ${minutes(left(at))} left for my questions, so please be brief.`];
}

/** What leads to a step of the outline; `turn` picks the words. */
export function nudge(step: string, turn: number): string {
  const said = /[.?!]$/.test(step) ? step : `${step}.`;
  return `${pick(NUDGES, turn)} ${said}`;
}

/** Who the interviewer is and how the round goes, in their own words. */
export function introduction(plan: Plan, round: PlannedRound, number: number): string {
  const { interviewer, opening, questions, closing, budget } = round;
  if (round.warmUp) return 'Take this one to warm up; nobody writes anything down.';
  const parts = new Set(questions.flatMap(it => PARTS[it.question.type] ?? []));
  const asked = questions.length === 1 ? 'one question' : `${inWords(questions.length)} questions`;
  return [
    pick(GREETINGS, plan.seed + number),
    ...(interviewer === 'interviewer' ? [] : [`I am here as ${withArticle(interviewer)}.`]),
    `We have ${minutes(budget)} and ${asked}${parts.size > 0 ? `: ${listed([...parts])}` : ''}.`,
    ...(opening ? ['I begin with something of your own.'] : []),
    'When I ask further, I only want to see how deep it goes.',
    'If you do not know something, say so, and we go on.',
    ...(closing ? [`At the end there ${are(closing.budget)} for your own questions.`] : []),
  ].join(' ');
}

/** Loops name the role as a title: `backend engineer on the team`. */
const withArticle = (role: string): string =>
  /^(?:an?|the|your|our|my) /i.test(role) ? role : `the ${role}`;

const GREETINGS = [
  'Hello, and thank you for coming.',
  'Good to meet you.',
  'Hello. Come in, have a seat.',
] as const;

const PARTS: Readonly<Partial<Record<QuestionType, string>>> = {
  technical: 'how things work',
  coding: 'some code',
  design: 'a design',
  behavioral: 'what you have done in your work',
  prioritization: 'what you would do first',
};

/** At the end of a round. */
export function farewell({ plan, rounds }: Session, round: string): string {
  const index = rounds.findIndex(it => it.id === round);
  const own = rounds[index]?.asks
    .find(it => it.kind === 'closing')
    ?.tries.at(-1)
    ?.answer.trim();
  const next = plan.breakSeconds > 0 ? 'after the break' : 'now';
  return [
    ...(own ? ['I have written your questions down.'] : []),
    'That is all from me.',
    `Thank you for your time${index + 1 < rounds.length ? `; a colleague takes over ${next}` : ''}.`,
  ].join(' ');
}

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function minutes(seconds: number): string {
  const whole = Math.round(seconds / 60);
  if (seconds < 60) return `${Math.round(seconds)} seconds`;
  return whole === 1 ? 'one minute' : `${inWords(whole)} minutes`;
}

const are = (seconds: number): string =>
  `${minutes(seconds) === 'one minute' ? 'is' : 'are'} ${minutes(seconds)}`;

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const inWords = (count: number): string => WORDS[count] ?? String(count);
