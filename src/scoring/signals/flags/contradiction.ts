import { withoutStop } from '../../../model/prose.ts';
import type { Flag } from '../../../model/score.ts';
import type { Context } from '../context.ts';
import { short } from './wording.ts';

/** A point said nearly in its own words, but denied: it earns nothing, which deserves a word. */
export function contradiction({ answer, coverage }: Context): Flag | undefined {
  const lost = coverage.findings.find(it => it.opposed.length > 0 && it.status === 'missing');
  const [denial] = coverage.denied;
  const number = lost?.opposed[0] ?? denial?.sentence;
  if (number === undefined) return undefined;
  const { start, end } = answer.sentences[number]!;
  // A point may be denied in one sentence and made in another.
  const point = lost ?? coverage.findings.find(it => it.opposed.includes(number));
  return {
    kind: 'contradiction',
    reason: `"${short(answer.text.slice(start, end))}" says the opposite of: ${withoutStop(point?.text ?? denial!.text)}.`,
  };
}
