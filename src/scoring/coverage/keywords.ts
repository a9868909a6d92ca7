/** What became of the terms that an interviewer listens for: they never score, they are only told. */
import type { KeywordUse } from '../../model/score.ts';
import { gathered } from '../gathered.ts';
import { windowFor } from '../text/alignment.ts';
import type { Sentence } from '../text/answer.ts';
import { findPhrases } from '../text/phrases.ts';
import type { Searchable } from '../text/searchable.ts';
import type { Finding } from './points.ts';
import type { Prepared, PreparedKeyword } from './prepared.ts';

/** Recall of a term's meaning from which the answer explains it. */
const MEANT = 0.5;

/** Meaning (sum of weights) beside the term that makes its sentence an explanation where no meaning is given. */
const SAYS_SOMETHING = 2.5;

export function keywordsOf(
  question: Prepared,
  search: Searchable,
  findings: readonly Finding[],
): KeywordUse[] {
  const proved = gathered(findings, it => it.evidence);
  return question.keywords.map(keyword => {
    const saying = search.answer.sentences.filter(it => findPhrases(keyword.names, it.words).length > 0);
    if (saying.length === 0) return { term: keyword.term, use: 'unused' };
    const inProof = saying.some(({ start, end }) => proved.some(it => it.start <= start && end <= it.end));
    const explained = inProof || isExplained(keyword, saying, search);
    return { term: keyword.term, use: explained ? 'explained' : 'dropped' };
  });
}

function isExplained(
  { means, names }: PreparedKeyword,
  saying: readonly Sentence[],
  search: Searchable,
): boolean {
  if (means) return windowFor(means, search).recall >= MEANT;
  return saying.some(({ words }) => {
    const own = new Set(findPhrases(names, words).flatMap(({ from, to }) => words.slice(from, to)));
    const beside = words.reduce((sum, it) => sum + (own.has(it) ? 0 : it.weight), 0);
    return beside >= SAYS_SOMETHING;
  });
}
