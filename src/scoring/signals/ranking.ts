import type { Sentence } from '../text/answer.ts';
import { following } from '../text/equations.ts';
import { slice } from '../text/evidence.ts';
import { isFigure } from '../text/language.ts';
import { type Word, wordsOf } from '../text/tokens.ts';
import { type Result, resultsOf, taskParams } from './arithmetic.ts';
import type { Context } from './context.ts';
import { short } from './flags/wording.ts';
import { signal } from './shape.ts';

/** A result must be so many times the other to be plainly higher. */
const PLAINLY = 1.1;

/** Fewer results than this are no comparison. */
const COMPARED = 2;

/** A name stands at the beginning of what is told of a thing; it is looked for so far. */
const NAME = 60;

/** Who puts another thing first than the figures do, and says why, is right to do so. */
const CONCEDED =
  /\b(?:but|though|although|despite|however|nevertheless|still|mislead\w*|gate|overr\w+|judg\w+|instinct|trust\w*|close|near\w*|tie\w*|equal\w*|regardless|law|legal|depends|instead|not|unless)\b|n['’]t\b/i;
const SUPPOSED = /\b(?:if|were|suppose|unless|when|until)\b/i;

/** Between a name and `first`; and between `begin with` and a name. */
const LINKS = new Set(
  'comes come goes go is are ranks rank wins should would must be gets get to done'.split(' '),
);
const ARTICLES = new Set('the a an our my this that'.split(' '));

export const ranking = signal({
  kind: 'ranking',
  about:
    'Whether stated results follow from their figures, and whether what is put first has the highest; nothing where no result is stated.',
  params: taskParams,
  measure(context, task) {
    const results = resultsOf(context, task);
    if (results.length === 0)
      return { value: null, evidence: [], missing: [], reason: 'No result is stated.' };
    const against = putAgainst(context, results);
    const right = results.filter(it => it.wrong === undefined);
    if (against)
      return {
        value: 0,
        evidence: [slice(context.answer.text, against.sentence.start, against.sentence.end)],
        missing: ['an order that follows from the figures, or why it does not'],
        reason: `Put first is "${short(against.name)}", with ${against.value}, though another has ${against.highest}, and not said why.`,
      };
    return {
      // With one result nothing is compared.
      value: right.length / Math.max(COMPARED, results.length),
      evidence: results.slice(0, 2).map(it => slice(context.answer.text, it.start, it.end)),
      missing:
        right.length < Math.max(COMPARED, results.length) ? ['results that follow from their figures'] : [],
      reason:
        right.length === results.length
          ? `${following(right.length, 'result').slice(0, -1)}${right.length < COMPARED ? ', and there is none to compare it with' : ''}.`
          : `${right.length} of ${results.length} results follow from their figures.`,
    };
  },
});

interface Named {
  name: string;
  stems: ReadonlySet<string>;
  value: number;
}

function putAgainst(context: Context, results: readonly Result[]) {
  const named = namedResults(context, results);
  if (named.length < 2) return undefined;
  const { text, prose } = context.answer;
  const isResult = ({ start, end }: Sentence) => results.some(it => it.start < end && start < it.end);
  const told = prose.filter(it => !isResult(it));
  if (told.some(it => CONCEDED.test(text.slice(it.start, it.end)))) return undefined;
  const highest = Math.max(...named.map(it => it.value));
  for (const sentence of told) {
    if (SUPPOSED.test(text.slice(sentence.start, sentence.end))) continue;
    const first = putFirst(sentence.words, named);
    if (first) return first.value * PLAINLY < highest ? { ...first, highest, sentence } : undefined;
  }
  return undefined;
}

/** Results under what they are of; words that two of them share tell neither. */
function namedResults({ answer: { text, sentences } }: Context, results: readonly Result[]): Named[] {
  const named = results.map(({ start, value }) => {
    const sentence = sentences.find(it => it.start <= start && start < it.end);
    const line = sentence ? text.slice(sentence.start, Math.min(sentence.end, sentence.start + NAME)) : '';
    const name = /^[|*_\s]*(?<name>[^|:=\d(]*)/.exec(line)!.groups!.name!.replace(/[*_\s]+$/, '');
    const stems = wordsOf(name).filter(it => it.weight > 0 && !isFigure(it));
    return { name, stems: new Set(stems.map(it => it.stem)), value };
  });
  const own = named.map(it => ({
    ...it,
    stems: new Set(
      [...it.stems].filter(stem => named.every(other => other === it || !other.stems.has(stem))),
    ),
  }));
  // Where some thing has no name of its own, or two results, nobody can tell what the highest is of.
  return own.every(it => it.stems.size > 0) ? own : [];
}

/** What is put first: `the pass comes first`, `I do the pass first`, `begin with the pass`. */
function putFirst(words: readonly Word[], named: readonly Named[]): Named | undefined {
  const at = (index: number) => named.find(it => words[index] && it.stems.has(words[index].stem));
  for (const [index, { text }] of words.entries()) {
    if (text === 'first') {
      let before = index - 1;
      while (before >= 0 && LINKS.has(words[before]!.text)) before--;
      const found = at(before);
      if (found) return found;
    } else if (text === 'with' && /^(?:start|begin)/.test(words[index - 1]?.text ?? '')) {
      let behind = index + 1;
      while (ARTICLES.has(words[behind]?.text ?? '')) behind++;
      const found = at(behind) ?? at(behind + 1);
      if (found) return found;
    }
  }
  return undefined;
}
