/** Texts that are looked at again and again, parsed once. */
import { type Answer, parse } from './answer.ts';

/** As many as a long interview has answers. */
const MOST = 500;

const known = new Map<string, Answer>();

/** As `parse`, for a debrief: it asks many things of the same few texts. */
export function parsed(text: string): Answer {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= MOST) known.clear();
  const answer = parse(text);
  known.set(text, answer);
  return answer;
}
