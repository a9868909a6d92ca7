/** A candidate who answers from a script; the clock is virtual and nothing waits. */
import { criteriaOf, outlineProbe, probeKey } from '../model/assignment.ts';
import type { FollowUp } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import type { AskState, Plan, PlannedQuestion, Script, ScriptedAnswer } from '../model/session.ts';
import type { Candidate, Reply } from './candidate.ts';

/** Two minutes of speech are 260 to 300 words (docs/practice.md). */
const WORDS_A_MINUTE = 140;

export function spokenSeconds(text: string): number {
  return ((text.match(/\S+/g) ?? []).length / WORDS_A_MINUTE) * 60;
}

export interface Scripting {
  script: Script;
  /** Estimated times shrink with the clocks. */
  scale: number;
  /** Moves the virtual clock on. */
  advance(seconds: number): void;
}

/** Throws InputError, naming the key, when something is asked that the script does not answer. */
export function scriptedCandidate({ script, scale, advance }: Scripting): Candidate {
  return {
    welcome: async () => 'begin',
    selfScore: async () => undefined,
    review: async () => 'next',
    test: async () => 'a script answers: nothing runs',
    rest: async seconds => {
      advance(seconds);
      return seconds;
    },
    async answer(ask: AskState): Promise<Reply> {
      const { text, seconds = spokenSeconds(text) * scale } = answerTo(ask, script);
      advance(seconds);
      const outcome = text.trim() === '' ? 'skipped' : 'answered';
      return { outcome, text, seconds, hints: [], paused: 0 };
    },
  };
}

function answerTo(ask: AskState, script: Script): ScriptedAnswer {
  const answer = script.get(ask.key) ?? script.get('default');
  if (answer) return answer;
  if (ask.kind === 'probe') return { text: '' };
  throw new InputError(
    `The script has no answer for ${ask.key}: "${ask.prompt}"`,
    `Add a line for ${ask.key}, or one for default.`,
  );
}

export interface Resolved {
  /** With the full names of what is asked. */
  script: Script;
  /** Keys that name nothing this plan could ask: a typing error, or an answer for another interview. */
  strange: string[];
}

/** A script whose keys may leave out the bank where that is unique in the plan, as a question's name may everywhere. */
export function resolved(plan: Plan, script: Script): Resolved {
  const known = keysOf(plan);
  const strange: string[] = [];
  const full = new Map<string, ScriptedAnswer>();
  for (const [key, answer] of script) {
    const meant = known.has(key) ? [key] : [...known].filter(it => it.slice(it.indexOf('/') + 1) === key);
    if (meant.length === 1) full.set(meant[0]!, answer);
    else strange.push(key);
  }
  return { script: full, strange };
}

/** Every key that an answer to something in the plan may have. */
function keysOf(plan: Plan): Set<string> {
  const asks = plan.rounds.flatMap(round =>
    [round.opening ?? [], round.questions, round.closing ?? []].flat(),
  );
  return new Set([
    'default',
    ...asks.flatMap(it => [it.ref, ...keysBelow(it.ref, it.question.followUps), ...probeKeys(plan, it)]),
  ]);
}

function probeKeys(plan: Plan, { ref, rubrics, question }: PlannedQuestion): string[] {
  const steps = question.outline.map((_, step) => outlineProbe(step));
  return criteriaOf(plan, rubrics).flatMap(({ name, criterion }) =>
    [...criterion.probes.map(it => it.id), ...steps].map(probe => probeKey(ref, name, probe)),
  );
}

function keysBelow(ref: string, followUps: readonly FollowUp[]): string[] {
  return followUps.flatMap(it => [`${ref}/${it.id}`, ...keysBelow(ref, it.followUps)]);
}
