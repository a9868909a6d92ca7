/** The graded rows that could not be measured, and why: what is left out without a reason cannot be mended. */
import { type Graded, MOST_UNMEASURED, type Unmeasured } from '../../model/calibration.ts';

/** Errors first, then by cause; whatever the order of the rows, the same. */
export function unmeasuredIn(graded: readonly Graded[]): Unmeasured[] {
  return graded.flatMap(unmeasured).sort(inOneOrder).slice(0, MOST_UNMEASURED);
}

function unmeasured({ id, question, place, human, result: { status, cause = '' } }: Graded): Unmeasured[] {
  if (status === 'scored' || (status === 'cannot-assess' && human === null)) return [];
  return [{ id, question, ...(place !== undefined && { place }), status, cause }];
}

function inOneOrder(a: Unmeasured, b: Unmeasured): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const keyOf = ({ id, question, place = '', status, cause }: Unmeasured) =>
  JSON.stringify([status === 'error' ? 0 : 1, cause, question, id ?? '', place]);
