/** What a coach says of one answer right after it, in rows for a terminal. */
import { LEVEL_NAMES, type Level } from '../model/level.ts';
import type { AnswerScore, PointScore, Submission } from '../model/score.ts';
import { runWords } from '../model/test-run.ts';
import { visible } from '../model/unseen.ts';
import { wrap } from './columns.ts';
import { findingsIn } from './findings.ts';
import { scoreWord } from './words.ts';

/** More advice at once is not heard. */
const MOST_ADVICE = 2;

const ORDER: readonly PointScore['status'][] = ['covered', 'partial', 'missing'];
const MARKS: Readonly<Record<PointScore['status'], string>> = { covered: '+', partial: '~', missing: '-' };
const WORDS: Readonly<Record<PointScore['status'], string>> = {
  covered: 'There',
  partial: 'In part',
  missing: 'Missing',
};

/** Title rows at the margin; below them `+` there, `~` in part, `-` missing, `!` warnings; none wider than `width`. */
export function feedbackRows(submission: Submission, score: AnswerScore, width: number): string[] {
  const found = findingsIn(submission.asked, submission.rubrics, score);
  const { run } = submission;
  const item = (mark: string, text: string) => wrap(oneLine(text), `  ${mark} `, width);
  const points = found.points
    .map(it => ({ ...it, quote: it.evidence[0]?.quote }))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return [
    ...wrap(oneLine(headline(score)), '', width),
    ...found.flags.flatMap(it => item('!', it.reason)),
    ...(run ? item(run.end === 'passed' ? '+' : '-', runWords(run)) : []),
    ...found.pitfalls.flatMap(it => item('!', `Pitfall: ${it.text}`)),
    ...points.flatMap(it =>
      item(MARKS[it.status], `${WORDS[it.status]}: ${it.text}${it.quote ? ` You: "${it.quote}"` : ''}`),
    ),
    ...found.criteria
      .filter(({ finding }) => finding.status === 'scored' && points.length === 0)
      .flatMap(({ title, finding }) =>
        item((finding.level ?? 1) >= 3 ? '+' : '-', `${title}: ${finding.reason}`),
      ),
    ...(found.advice.length > 0 ? ['', 'Advice'] : []),
    ...found.advice
      .slice(0, MOST_ADVICE)
      .flatMap(it => wrap(oneLine(`${it.title}: ${it.text}`), '  ', width)),
  ];
}

function headline({ status, score, level, cause }: AnswerScore): string {
  if (status !== 'scored') return `No score: ${cause ?? 'it could not be judged.'}`;
  return `Level ${level} of 4, ${LEVEL_NAMES[level as Level]}: ${scoreWord(score)} of 100`;
}

const oneLine = (text: string) => visible(text).replace(/\s+/g, ' ').trim();
