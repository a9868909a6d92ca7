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

/** The script's keys that name nothing this plan could ask: a typing error, or an answer for another interview. */
export function strangeKeys(plan: Plan, script: Script): string[] {
  const asks = plan.rounds.flatMap(round =>
    [round.opening ?? [], round.questions, round.closing ?? []].flat(),
  );
  const known = new Set([
    'default',
    ...asks.flatMap(it => [it.ref, ...keysBelow(it.ref, it.question.followUps), ...probeKeys(plan, it)]),
  ]);
  return [...script.keys()].filter(key => !known.has(key));
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
