/** Whether a text speaks to whoever grades it. */
import { HINTS, SURE, type Wordings } from './grader-talk.ts';

interface Hit {
  start: number;
  end: number;
}

/**
 * What an answer says to its grader, as it says it, or nothing. The text is one without disguise. Where the question
 * itself is about scores, grades or prompts, only two turns in different places are enough.
 */
export function saidToGrader(text: string, aboutGrading: boolean): string | undefined {
  const sure = hitsIn(text, SURE);
  const [found] = sure.length > 0 && !aboutGrading ? sure : apart([...sure, ...hitsIn(text, HINTS)]);
  return found && text.slice(found.start, found.end);
}

function hitsIn(text: string, all: readonly Wordings[]): Hit[] {
  const possible = all.filter(({ needs }) => needs.test(text)).flatMap(it => it.patterns);
  return possible.flatMap(pattern => {
    const hit = pattern.exec(text);
    return hit && !isQuoted(text, hit.index) ? [{ start: hit.index, end: hit.index + hit[0].length }] : [];
  });
}

/** The hits, if two of them do not overlap. */
function apart(hits: readonly Hit[]): readonly Hit[] {
  const firstEnd = Math.min(...hits.map(it => it.end));
  return hits.some(it => it.start >= firstEnd) ? hits : [];
}

/** Somebody else's words, of which an answer tells. */
const TELLS =
  /(?:like|as|says?|said|writes?|wrote|types?|typed|e\.g\.?|example|contains?|with|text|called|inject\w*|prompt|message),? ?["'`]\S?$/;

const isQuoted = (text: string, at: number): boolean => TELLS.test(text.slice(Math.max(0, at - 24), at + 1));
