import type { Flag } from '../../../model/score.ts';
import { isTalk } from '../../classifiers/manner.ts';
import { isOwnDeed } from '../../text/acts.ts';
import { clausesOf } from '../../text/clauses.ts';
import type { Context } from '../context.ts';
import { short } from './wording.ts';

/** Badness from which on a story speaks against its teller; hardly a good one comes near (scoring/classifiers/manner.ts). */
const BAD = 0.08;

/** Fewer words than this are too few to be told so. */
const WORDS = 55;

/** A story in which something is told, and a deed of the teller's own that is the opposite of what any interviewer hopes for. */
export function conduct(context: Context): Flag | undefined {
  const { answer, manner, candid } = context;
  if (!manner || manner.bad < BAD || isTalk(manner)) return undefined;
  if (answer.wordCount < WORDS || candid.length > 0) return undefined;
  const deed = worstDeed(context);
  return deed === undefined ? undefined : { kind: 'conduct', reason: againstYou(deed) };
}

/** The worst of the sentences that tell a deed of the teller's own; a setting or what others did is no conduct. */
export function worstDeed({ answer, manner }: Context): string | undefined {
  const deed = manner?.worst.find(it =>
    clausesOf(answer.text, it).some(clause => clause.acts.some(isOwnDeed)),
  );
  return deed && short(answer.text.slice(deed.start, deed.end));
}

export const againstYou = (deed: string | undefined): string =>
  `What you tell of yourself speaks against you${deed ? `: "${deed}"` : ''}.`;
