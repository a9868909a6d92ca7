/** One question in the Markdown report, with its tries, what the judge found in them, and what followed. */

import type { Point } from '../model/content.ts';
import type { Debrief, DebriefQuestion, DebriefTry } from '../model/debrief.ts';
import { passagesOf } from '../model/prose.ts';
import type { CriterionScore, Evidence, PointScore } from '../model/score.ts';
import type { AskKind, Chain } from '../model/session.ts';
import { runWords } from '../model/test-run.ts';
import { changesBetween } from './changes.ts';
import { criterionNamed, type Findings, findingsIn, type JudgedBy } from './findings.ts';
import { answerBlock, fenced, inline, list, prose, quoted, table } from './markdown-text.ts';
import { chainWord, levelWord, noScore, outcomeWord, scoreWord, timeOf } from './words.ts';

const KINDS: Readonly<Record<AskKind, string>> = {
  opening: 'Opening',
  question: 'Question',
  'follow-up': 'Follow-up',
  probe: 'Probe',
  closing: 'Closing',
};

/**
 * The blocks of a question and of everything beneath it. `number` is its place: `2.1`, `2.1.3`.
 * @param counts false for a warm-up, which is in no figure.
 */
export function answerSections(
  question: DebriefQuestion,
  number: string,
  rubrics: Debrief['rubrics'],
  counts = true,
): string[] {
  const { kind, why, tries, hints } = question;
  const isMain = kind !== 'follow-up' && kind !== 'probe';
  return [
    `${isMain ? '###' : '####'} ${number} ${KINDS[kind]}: ${inline(question.question.id)}`,
    prose(question.question.prompt),
    ...(isMain || why === '' ? [] : [`**Asked because:** ${inline(why)}`]),
    ...(kind === 'probe' ? ['A probe does not move the score.'] : []),
    ...(kind === 'opening' ? ['An opening is not judged.'] : []),
    ...titled('Hints taken', hints.map(inline)),
    ...(tries.length === 0 ? ['No score: not answered yet.'] : []),
    ...tries.flatMap((it, index) =>
      trySection(
        question,
        it,
        { index, of: tries.length, counts: counts && kind !== 'probe' && kind !== 'opening' },
        rubrics,
      ),
    ),
    ...titled(
      'How deep it went',
      (question.chains ?? []).map(chain => chainItem(question.key, chain)),
    ),
    ...modelAnswers(question.question.answer),
    ...question.followUps.flatMap((it, index) =>
      answerSections(it, `${number}.${index + 1}`, rubrics, counts),
    ),
  ];
}

function chainItem(main: string, chain: Chain): string {
  const from = chain.key === main ? '' : `${inline(chain.key.slice(main.length + 1))}: `;
  return `${from}${chainWord(chain)}`;
}

function trySection(
  question: DebriefQuestion,
  it: DebriefTry,
  { index, of, counts }: { index: number; of: number; counts: boolean },
  rubrics: Debrief['rubrics'],
): string[] {
  const last = index + 1 === of;
  const none = noScore(it, counts);
  const { score, level } = it.result;
  const figure = none
    ? `No score: ${inline(none)}`
    : `**${scoreWord(score)} of 100, level ${levelWord(level)}**`;
  return [
    ...(of > 1 ? [`**Try ${index + 1} of ${of}${last ? ', the one that counts' : ''}**`] : []),
    `${figure} · time used: ${timeOf(it.seconds, it.budget)} · ${outcomeWord(it)}${selfWord(it)}`,
    ...(index > 0 ? changedSince(question, judgedBy(question, rubrics), index) : []),
    ...(it.answer.trim() === '' ? [] : ['**The answer**', answerBlock(it.answer)]),
    ...testSection(it),
    ...(none
      ? last
        ? wanted(question)
        : []
      : told(findingsIn(question.question, judgedBy(question, rubrics), it.result))),
  ];
}

/** How the tests of a coding question went; what they printed where not all passed. */
function testSection({ run, untested }: DebriefTry): string[] {
  if (!run) return untested === undefined ? [] : [`**Tests:** not run: ${inline(untested)}.`];
  const note = run.note === '' ? '' : ` ${inline(run.note)}`;
  const how = `**Tests:** ${inline(runWords(run))} (${inline(run.command)}; ${run.seconds} s)${note}`;
  return run.end === 'passed' || run.output.trim() === '' ? [how] : [how, fenced(run.output)];
}

/** ` · own level: 3, there (1 higher)`: against the judge's, where there is one. */
function selfWord({ selfLevel, result }: DebriefTry): string {
  if (selfLevel === undefined) return '';
  const by = selfLevel - (result.level ?? selfLevel);
  const distance = by === 0 ? 'the same' : `${Math.abs(by)} ${by > 0 ? 'higher' : 'lower'}`;
  return ` · own level: ${levelWord(selfLevel)}${result.level === null ? '' : ` (${distance})`}`;
}

/** What the try of this index changed against the one before, in the words of the question and its rubrics. */
function changedSince(
  { question, tries }: DebriefQuestion,
  rubrics: readonly JudgedBy[],
  index: number,
): string[] {
  const changes = changesBetween(tries[index - 1]!.result, tries[index]!.result);
  const named = (among: readonly Pick<Point, 'id' | 'text'>[], ids: readonly string[], word: string) =>
    among.filter(it => ids.includes(it.id)).map(it => `${word}: ${inline(it.text[0] ?? it.id)}`);
  const pitfalls = question.pitfalls.map(({ id, text }) => ({ id, text: [text] }));
  return titled(`Changed against try ${index}`, [
    `Score: ${scoreWord(changes.from)} to ${scoreWord(changes.to)}`,
    ...changes.criteria.map(({ id, from, to }) => {
      const title = criterionNamed(id, rubrics)?.title ?? id;
      return `${inline(title)}: level ${from} to ${to}`;
    }),
    ...named(question.points, changes.gained, 'Gained'),
    ...named(question.points, changes.lost, 'Lost'),
    ...named(pitfalls, changes.mended, 'Mistake mended'),
    ...named(pitfalls, changes.touched, 'New mistake'),
  ]);
}

function judgedBy(question: DebriefQuestion, rubrics: Debrief['rubrics']): JudgedBy[] {
  return question.rubrics.flatMap(id => (rubrics[id] ? [{ id, criteria: rubrics[id].criteria }] : []));
}

/** Without findings, at least what there was to say. */
function wanted({ question }: DebriefQuestion): string[] {
  return titled(
    'What it wanted to hear',
    question.points.map(point => inline(point.text[0] ?? point.id)),
  );
}

function told(findings: Findings): string[] {
  const { criteria, points, pitfalls, flags, dropped, advice } = findings;
  const withStatus = (status: PointScore['status']) =>
    points.filter(it => it.status === status && !it.inferred);
  const proved = (it: { text: string; evidence: Evidence[] }) => withQuotes(inline(it.text), it.evidence);
  return [
    ...titled(
      'Warnings',
      flags.map(flag => `${flag.kind}: ${inline(flag.reason)}`),
    ),
    ...(criteria.length > 0 ? [table(['Criterion', 'Level', 'Why'], criteria.map(criterionRow))] : []),
    ...titled('Covered', withStatus('covered').map(proved)),
    ...titled('Only in part', withStatus('partial').map(proved)),
    ...titled(
      'Missing',
      withStatus('missing').map(it => inline(it.text)),
    ),
    ...titled(
      'Not said in words, though a story with these parts often has it',
      points.filter(it => it.inferred).map(it => inline(it.text)),
    ),
    ...titled(
      'Pitfalls touched',
      pitfalls.map(it => proved(it) + because(it.reason)),
    ),
    ...titled('Named but not explained', dropped.length > 0 ? [dropped.map(inline).join(', ')] : []),
    ...titled(
      'Advice',
      advice.map(it => `${inline(it.title)}: ${inline(it.text)}`),
    ),
  ];
}

function criterionRow({ title, finding }: { title: string; finding: CriterionScore }): string[] {
  return [
    inline(title),
    finding.status === 'scored' ? levelWord(finding.level) : 'no score',
    inline(finding.reason),
  ];
}

function withQuotes(text: string, evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return text;
  return `${text.replace(/\.$/, '')}: ${evidence.map(it => `“${inline(it.quote)}”`).join(', ')}`;
}

function because(reason: string): string {
  return reason === '' ? '' : ` (${inline(reason)})`;
}

/** A bold title and its list, or nothing for no items; the items are already Markdown. */
function titled(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${title}**`, list(items)];
}

function modelAnswers(answers: readonly string[]): string[] {
  return answers.flatMap((answer, index) => {
    const which = answers.length > 1 ? ` ${index + 1} of ${answers.length}` : '';
    return [`<details><summary>Model answer${which}</summary>`, ...modelBlocks(answer), '</details>'];
  });
}

/** Its paragraphs in one block quote, its code fenced. */
function modelBlocks(answer: string): string[] {
  const blocks: string[] = [];
  let quote: string[] = [];
  const close = () => {
    if (quote.length > 0) blocks.push(quoted(quote.join('\n\n')));
    quote = [];
  };
  for (const { kind, text, language } of passagesOf(answer)) {
    if (kind === 'prose') {
      quote.push(prose(text));
      continue;
    }
    close();
    blocks.push(fenced(text, /^\w*$/.test(language) ? language : ''));
  }
  close();
  return blocks;
}
