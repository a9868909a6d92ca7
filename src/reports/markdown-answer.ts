/** One question in the Markdown report, with its tries, what the judge found in them, and what followed. */

import type { Debrief, DebriefQuestion, DebriefTry } from '../model/debrief.ts';
import { passagesOf } from '../model/prose.ts';
import type { CriterionScore, Evidence } from '../model/score.ts';
import { runWords } from '../model/test-run.ts';
import {
  chainItems,
  changeItems,
  isMain,
  judgedBy,
  KIND_WORDS,
  ownLevelWord,
  UNCOUNTED,
} from './answer-words.ts';
import { type Findings, findingsIn, type PointTold } from './findings.ts';
import { answerBlock, fenced, inline, prose, quoted, table, titledList } from './markdown-text.ts';
import { byWord, repeatsWord } from './model-words.ts';
import { levelWord, noScore, outcomeWord, scoreWord, timeOf } from './words.ts';

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
  const main = isMain(question);
  return [
    `${main ? '###' : '####'} ${number} ${KIND_WORDS[kind]}: ${inline(question.question.id)}`,
    prose(question.question.prompt),
    ...(main || why === '' ? [] : [`**Asked because:** ${inline(why)}`]),
    ...(UNCOUNTED[kind] ? [UNCOUNTED[kind]] : []),
    ...titledList('Hints taken', hints.map(inline)),
    ...(tries.length === 0 ? ['No score: not answered yet.'] : []),
    ...tries.flatMap((it, index) =>
      trySection(question, it, { index, of: tries.length, counts: counts && !UNCOUNTED[kind] }, rubrics),
    ),
    ...titledList('How deep it went', chainItems(question).map(inline)),
    // Who has yet to answer would be told what to say.
    ...(tries.length === 0 ? [] : modelAnswers(question.question.answer)),
    ...question.followUps.flatMap((it, index) =>
      answerSections(it, `${number}.${index + 1}`, rubrics, counts),
    ),
  ];
}

function trySection(
  question: DebriefQuestion,
  it: DebriefTry,
  { index, of, counts }: { index: number; of: number; counts: boolean },
  rubrics: Debrief['rubrics'],
): string[] {
  const last = index + 1 === of;
  const none = noScore(it, counts);
  const { score, level, repeats } = it.result;
  const own = ownLevelWord(it);
  const figure = none
    ? `No score: ${inline(none)}`
    : `**${scoreWord(score)} of 100, level ${levelWord(level)}**`;
  const facts = [
    // That it is not judged stands above; why the judge found nothing to go by says nothing more.
    ...(question.kind === 'opening' ? [] : [figure]),
    `time used: ${timeOf(it.seconds, it.budget)}`,
    outcomeWord(it),
    ...(own === undefined ? [] : [own]),
    ...(repeats ? [repeatsWord(repeats)] : []),
  ];
  return [
    ...(of > 1 ? [`**Try ${index + 1} of ${of}${last ? ', the one that counts' : ''}**`] : []),
    facts.join(' · '),
    ...(index > 0
      ? titledList(
          `Changed against try ${index}`,
          changeItems(question, judgedBy(question, rubrics), index).map(inline),
        )
      : []),
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

/** Without findings, at least what there was to say. */
function wanted({ question }: DebriefQuestion): string[] {
  return titledList(
    'What it wanted to hear',
    question.points.map(point => inline(point.text[0] ?? point.id)),
  );
}

function told(findings: Findings): string[] {
  const { criteria, points, pitfalls, flags, dropped, advice } = findings;
  const withStatus = (told: PointTold) => points.filter(it => it.told === told);
  const proved = (it: { text: string; evidence: Evidence[] }) => withQuotes(inline(it.text), it.evidence);
  return [
    ...titledList(
      'Warnings',
      flags.map(flag => `${flag.kind}: ${inline(flag.reason)}`),
    ),
    ...(criteria.length > 0 ? [table(['Criterion', 'Level', 'Why'], criteria.map(criterionRow))] : []),
    ...titledList('Covered', withStatus('covered').map(proved)),
    ...titledList('Perhaps covered, by few of its words', withStatus('perhaps').map(proved)),
    ...titledList('Only in part', withStatus('partial').map(proved)),
    ...titledList(
      'Missing',
      withStatus('missing').map(it => inline(it.text)),
    ),
    ...titledList(
      'Not said in words, though a story with these parts often has it',
      withStatus('unsaid').map(it => inline(it.text)),
    ),
    ...titledList(
      'Pitfalls touched',
      pitfalls.filter(it => !it.isInferred).map(it => proved(it) + because(it.reason)),
    ),
    ...titledList(
      'Perhaps left out: no word was found that says it',
      pitfalls.filter(it => it.isInferred).map(it => inline(it.text)),
    ),
    ...titledList('Named but not explained', dropped.length > 0 ? [dropped.map(inline).join(', ')] : []),
    ...titledList(
      'Advice',
      advice.map(it => `${inline(it.title)}: ${inline(it.text)}`),
    ),
  ];
}

function criterionRow({ title, finding }: { title: string; finding: CriterionScore }): string[] {
  return [
    inline(title),
    finding.status === 'scored' ? levelWord(finding.level) : 'no score',
    inline([finding.reason, byWord(finding)].filter(it => it !== undefined).join(' · ')),
  ];
}

function withQuotes(text: string, evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return text;
  return `${text.replace(/\.$/, '')}: ${evidence.map(it => `“${inline(it.quote)}”`).join(', ')}`;
}

function because(reason: string): string {
  return reason === '' ? '' : ` (${inline(reason)})`;
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
