/** Sentences that are mere politeness: they stand at either end of an answer and say nothing. */
import type { Answer } from './answer.ts';

const POLITE =
  /^(?:(?:thank you|thanks)(?: (?:very|so) much)? for (?:the|this|that|your) (?:\w+ ){0,2}question|(?:that(?:'s| is) a|what a) (?:very |really )?(?:good|great|interesting|nice) question|(?:i )?hope (?:that|this|it) (?:answers|helps|makes sense|was)\b.{0,24}|(?:thank you|thanks)(?: (?:again|for listening|for your time|very much))?)$/i;

/** Numbers of the first and the last sentence, if they are no more than polite. */
export function politeSentences({ text, sentences }: Answer): number[] {
  const ends = sentences.length > 1 ? [0, sentences.length - 1] : [0];
  return ends.filter(at => {
    const sentence = sentences[at];
    return sentence && POLITE.test(bare(text.slice(sentence.start, sentence.end)));
  });
}

/** The answer as if nobody had been thanked in it; its offsets stay those of the text. */
export function withoutPoliteness(answer: Answer): Answer {
  const polite = politeSentences(answer);
  if (polite.length === 0) return answer;
  const sentences = answer.sentences.filter((_, at) => !polite.includes(at));
  const prose = sentences.filter(it => it.kind !== 'code');
  const proseWords = prose.flatMap(it => it.words);
  return { ...answer, sentences, prose, proseWords, wordCount: proseWords.length };
}

/** Without the marks at its end. They are looked for from there, so that the time does not grow with the square of a run of them. */
function bare(sentence: string): string {
  let end = sentence.length;
  while (end > 0 && /[\s.!?:)]/.test(sentence[end - 1]!)) end--;
  return sentence.slice(0, end).replaceAll('’', "'");
}
