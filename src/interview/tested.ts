/** Tests of coding questions within an interview: on which code they were run, and what a try has of that. */
import { createHash } from 'node:crypto';
import type { Coding } from '../model/content.ts';
import type { Ask, AskState, PlannedRound, Try } from '../model/session.ts';

/** Names a code: the first 16 hexadecimal digits of its SHA-256. Another character, another name. */
export function codeName(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 16);
}

/** What an ask wants to be coded; undefined for all but the main asks of coding questions. */
export function codingOf(round: Pick<PlannedRound, 'questions'>, ask: Ask): Coding | undefined {
  if (ask.kind !== 'question') return undefined;
  return round.questions.find(it => it.ref === ask.ref)?.question.coding;
}

/** The ask with its tries as far as they were tested: a run proves something of just the code it was made on. */
export function withTests(ask: AskState): AskState {
  return ask.tested ? { ...ask, tries: ask.tries.map(it => tried(it, ask)) } : ask;
}

function tried(attempt: Try, { tested = [] }: AskState): Try {
  const name = codeName(attempt.answer);
  const { run: _run, untested: _untested, ...bare } = attempt;
  const of = tested.filter(it => it.code === name);
  const last = of.findLast(it => it.run) ?? of.at(-1);
  if (last?.run) return { ...bare, run: last.run };
  return last?.untested === undefined ? bare : { ...bare, untested: last.untested };
}

/** Whether the last answer is code whose tests were neither run on it nor passed over. */
export function awaitsTests(coding: Coding | undefined, ask: AskState): boolean {
  const last = ask.tries.at(-1);
  if (!last || coding?.files?.tests === undefined) return false;
  const isCode = last.outcome !== 'skipped' && last.answer.trim() !== '';
  return isCode && !last.run && last.untested === undefined;
}
