/**
 * What to ask next within one question: planned follow-ups whose condition holds, deepest first, then probes for what
 * was missing. A pure function of the interview so far; it reads signals and gives no marks.
 */
import { followUpAt, probed } from '../model/assignment.ts';
import type { FollowUp, Point, When } from '../model/content.ts';
import type { Ask, AskState, PlannedQuestion, RoundState, Session } from '../model/session.ts';
import { saysHowToFindOut } from '../scoring/text/candour.ts';
import { isRetold } from '../scoring/text/shared-words.ts';
import { keptForOthers, LEAST_TIME, leftForQuestions, used } from './clock.ts';
import { type Heard, hear, lastAnswer, spoke, wrongClaims } from './heard.ts';
import { type Asking, type Looking, probeBelow, probeFor, probeWhen } from './probes.ts';

/** Layers below the main answer: with it, a chain has six at most. */
const DEEPEST = 5;

/** An interviewer goes on after so many questions in a row that brought nothing. */
const IN_VAIN = 2;

/** With this share of a follow-up's points there, no probe is needed below it. */
const ENOUGH = 0.5;

/** What follows within a main question; undefined when it is time to go on. */
export function dig(session: Session, planned: PlannedQuestion, round: RoundState): Ask | undefined {
  if (session.plan.further === 'nothing') return undefined;
  const budget = timeLeft(session, planned, round);
  if (budget < LEAST_TIME * session.plan.scale) return undefined;
  const next = furtherAsk(session, planned, round);
  return next && { ...next, round: round.id, ref: planned.ref, budget };
}

/** Seconds for what follows: what the question has left, or less where the round must keep some for its other questions. */
function timeLeft({ plan }: Session, { ref }: PlannedQuestion, round: RoundState): number {
  const thread = round.asks.filter(ask => ask.ref === ref);
  const left = (thread[0]?.budget ?? 0) - thread.reduce((sum, ask) => sum + used(ask), 0);
  const own = plan.rounds.find(it => it.id === round.id)!;
  return Math.min(left, leftForQuestions(own, round) - keptForOthers(own, round));
}

export type Next = Omit<Ask, 'round' | 'ref' | 'budget'>;

interface Digging extends Looking {
  session: Session;
  heard: readonly Heard[];
  /** Whether something that followed was skipped: what is planned is still asked, but nobody digs any more. */
  skipped: boolean;
}

/** What an interviewer would ask next who had all the time in the world. */
export function furtherAsk(
  session: Session,
  planned: PlannedQuestion,
  { asks }: RoundState,
): Next | undefined {
  const thread = asks.filter(ask => ask.ref === planned.ref);
  const [main] = thread;
  if (!main || main.kind === 'closing' || !spoke(main)) return undefined;
  const prompts = session.rounds.flatMap(it => it.asks).map(it => it.meant ?? it.prompt);
  const isHeard = (prompt: string) => prompts.some(it => it.endsWith(prompt));
  const { plan } = session;
  const hearing = hear(plan, planned, thread);
  const vain = new Set(hearing.heard.flatMap(({ ask, adds }) => (adds ? [] : [ask.key])));
  const skipped = thread.some(it => it.tries.length > 0 && !spoke(it));
  const digging = { session, plan, planned, thread, isHeard, vain, skipped, ...hearing };
  const anyway = plan.further === 'all' ? whatIsPlanned(digging) : undefined;
  const again = anyway ?? anotherStory(digging) ?? wayToFindOut(digging);
  if (again || isOver(digging)) return again;
  const [first, last] = [hearing.heard[0]!, hearing.heard.at(-1)!];
  return whatIsPlanned(digging) ?? challenge(digging, last) ?? challenge(digging, first) ?? gap(digging);
}

/** Nothing is pressed on with: not what the candidate does not know, nor what brought nothing twice. */
function isOver({ plan, planned, heard }: Digging): boolean {
  if (heard[0]!.admits) return true;
  // To ask how they would find out is no try at getting it out of them.
  const dug = heard.slice(1).filter(({ ask }) => probed(plan, planned, ask)?.probe?.when !== 'admitted');
  return dug.length >= IN_VAIN && dug.slice(-IN_VAIN).every(it => !it.adds);
}

const asProbe = (asking: Asking | undefined, depth: number): Next | undefined =>
  asking && { ...asking, kind: 'probe', depth };

/** A story that was told in an earlier answer: another one is asked for before anything else. */
function anotherStory(digging: Digging): Next | undefined {
  const { session, planned, thread } = digging;
  if (thread.length > 1) return undefined;
  const asking = probeWhen(digging, 'told-before', planned.ref);
  const before = asking && toldIn(session, planned, thread[0]!);
  return before && asProbe({ ...asking, why: `the story of ${before.ref} again` }, 1);
}

/** The earlier main answer of the same kind that tells the same story. */
function toldIn({ plan, rounds }: Session, { ref, question }: PlannedQuestion, main: AskState) {
  const alike = plan.rounds.flatMap(it => it.questions).filter(it => it.question.type === question.type);
  const refs = new Set(alike.map(it => it.ref).filter(it => it !== ref));
  return rounds
    .flatMap(it => it.asks)
    .find(ask => ask.depth === 0 && refs.has(ask.ref) && isRetold(lastAnswer(main), lastAnswer(ask)));
}

/** Who does not know is asked once a question how they would find out, unless they said so. */
function wayToFindOut(digging: Digging): Next | undefined {
  const { plan, planned, thread, heard } = digging;
  const { ask, admits } = heard.at(-1)!;
  const before = thread.some(it => probed(plan, planned, it)?.probe?.when === 'admitted');
  if (!admits || before || ask.depth >= DEEPEST || saysHowToFindOut(lastAnswer(ask))) return undefined;
  return asProbe(probeWhen(digging, 'admitted', ask.key), ask.depth + 1);
}

/** What the bank has planned; a follow-up that was wrong, or answered in part, is asked about before the next one begins. */
function whatIsPlanned(digging: Digging): Next | undefined {
  const { planned, heard, thread } = digging;
  const last = heard.at(-1)!;
  const within = followUpAt(planned, last.ask.key);
  const below =
    within &&
    (followUp(digging, last.ask, within.followUps) ??
      challenge(digging, last) ??
      inPart(digging, last, within.points));
  return below ?? followUp(digging, thread[0]!, planned.question.followUps);
}

/** Goes down a chain before it goes on to the next: the interviewer stays with one thing until it is clear. */
function followUp(digging: Digging, parent: AskState, among: FollowUp[]): Next | undefined {
  const { heard, thread, planned, session } = digging;
  const isSilent = !spoke(parent) || heard.find(it => it.ask === parent)?.admits;
  if (parent.depth >= DEEPEST || (isSilent && session.plan.further !== 'all')) return undefined;
  for (const candidate of among) {
    const key = `${planned.ref}/${candidate.id}`;
    const asked = thread.find(ask => ask.key === key);
    // Banks may word two of theirs alike, or a follow-up as another question.
    const isSaid = session.rounds.some(it => it.asks.some(ask => ask.prompt === candidate.prompt));
    const why = asked || isSaid ? undefined : applies(digging, candidate.when, parent);
    if (why) return { key, kind: 'follow-up', prompt: candidate.prompt, why, depth: parent.depth + 1 };
    const deeper = asked && followUp(digging, asked, candidate.followUps);
    if (deeper) return deeper;
  }
  return undefined;
}

/** Why a follow-up is due, or undefined when it is not; what was said since counts as well. */
function applies({ shown, heard }: Digging, when: When, parent: AskState): string | undefined {
  if (when === 'always') return 'planned';
  const found = shown.points.get(parent.key);
  if ('missing' in when) {
    const missing = when.missing.filter(id => found?.get(id) === 'missing');
    return missing.length > 0 ? `missing: ${missing.join(', ')}` : undefined;
  }
  if ('covered' in when) {
    const all = when.covered.every(id => found?.get(id) === 'covered');
    return all ? `covered: ${when.covered.join(', ')}` : undefined;
  }
  const pitfalls = heard.find(it => it.ask === parent)?.pitfalls ?? [];
  const touched = when.pitfall.filter(id => pitfalls.some(it => it.id === id));
  return touched.length > 0 ? `pitfall: ${touched.join(', ')}` : undefined;
}

/** Below a follow-up that brought a part of what it asked for, and has nothing planned. */
function inPart(digging: Digging, { ask, own, adds }: Heard, points: readonly Point[]): Next | undefined {
  const share = own.coverage.value;
  if (digging.skipped || ask.depth >= DEEPEST || !adds || share === null || share >= ENOUGH) return undefined;
  return asProbe(probeBelow(digging, ask, points), ask.depth + 1);
}

/** A wrong claim that no follow-up of the bank takes up: once a question the candidate hears their own words again. */
function challenge(digging: Digging, it: Heard): Next | undefined {
  const { plan, planned, thread, skipped } = digging;
  const before = thread.some(other => probed(plan, planned, other)?.probe?.when === 'pitfall');
  const takenUp = new Set(thread.flatMap(other => pitfallsIn(other.why)));
  const claim = wrongClaims(planned, it).find(({ id }) => !takenUp.has(id));
  const asking = claim && probeWhen(digging, 'pitfall', it.ask.key);
  if (skipped || before || !asking || it.ask.depth >= DEEPEST) return undefined;
  const prompt = `You said: “${claim.evidence[0]!.quote}” ${asking.prompt}`;
  return asProbe({ ...asking, prompt, why: `pitfall: ${claim.id}` }, it.ask.depth + 1);
}

/** The pitfalls that were the reason to ask, by id. */
const pitfallsIn = (why: string): string[] => /^pitfall: (.*)$/.exec(why)?.[1]?.split(', ') ?? [];

/** The widest gap in all that was said; a probe for what the last one was about goes deeper. */
function gap(digging: Digging): Next | undefined {
  const { plan, planned, thread, skipped } = digging;
  const asking = skipped ? undefined : probeFor(digging);
  const last = thread.at(-1)!;
  const about = (it: Pick<Ask, 'key' | 'ref'>) => probed(plan, planned, it)?.about.name;
  const goesOn = asking && last.kind === 'probe' && about(last) === about({ ...asking, ref: planned.ref });
  const depth = goesOn ? last.depth + 1 : 1;
  return depth > DEEPEST ? undefined : asProbe(asking, depth);
}
