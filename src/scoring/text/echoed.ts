/** What a text says again of another, in its words and in their order. */
import type { Answer } from './answer.ts';
import type { Word } from './tokens.ts';

/** Fewer words in the same order come about by chance. */
const RUN = 4;

/** The runs of a few words, each as one string, in order. */
export function runsOf(words: readonly Word[]): string[] {
  const runs: string[] = [];
  for (let from = 0; from + RUN <= words.length; from++)
    runs.push(
      words
        .slice(from, from + RUN)
        .map(it => it.stem)
        .join(' '),
    );
  return runs;
}

/** For each word, whether it stands in one of the runs. */
export function echoedIn(words: readonly Word[], runs: ReadonlySet<string>): boolean[] {
  const echoed = words.map(() => false);
  for (const [from, run] of runsOf(words).entries()) if (runs.has(run)) echoed.fill(true, from, from + RUN);
  return echoed;
}

/** A text without the words that say another again; the same one where none do. */
export function withoutEcho(text: Answer, of: readonly Word[]): Answer {
  const stems = new Set(of.map(it => it.stem));
  if (!text.prose.some(({ words }) => hasRun(words, stems))) return text;
  const runs = new Set(runsOf(of));
  const prose = text.prose.map(sentence => {
    const echoed = echoedIn(sentence.words, runs);
    return echoed.includes(true)
      ? { ...sentence, words: sentence.words.filter((_, at) => !echoed[at]) }
      : sentence;
  });
  return prose.every((it, at) => it === text.prose[at]) ? text : { ...text, prose };
}

/** Whether so many neighbours are known, in whatever order: hardly any sentence has them, and most need no closer look. */
function hasRun(words: readonly Word[], stems: ReadonlySet<string>): boolean {
  let run = 0;
  for (const { stem } of words) {
    run = stems.has(stem) ? run + 1 : 0;
    if (run === RUN) return true;
  }
  return false;
}
