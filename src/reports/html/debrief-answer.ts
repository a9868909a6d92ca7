/** One question on the page of an interview, with its tries, what the judge found in them, and what followed. */
import type { Debrief, DebriefQuestion, DebriefTry } from '../../model/debrief.ts';
import { passagesOf } from '../../model/prose.ts';
import { runWords } from '../../model/test-run.ts';
import {
  chainItems,
  changeItems,
  isMain,
  judgedBy,
  KIND_WORDS,
  ownLevelWord,
  UNCOUNTED,
} from '../answer-words.ts';
import { findingsIn, type JudgedBy } from '../findings.ts';
import { repeatsWord } from '../model-words.ts';
import { levelWord, noScore, outcomeWord, scoreWord, timeOf } from '../words.ts';
import { findingBlocks, partsIn } from './debrief-findings.ts';
import { markedAnswer } from './marked-answer.ts';
import { type Content, clipped, html, type Markup } from './markup.ts';
import { barCell } from './plots/cells.ts';
import { titled } from './titled.ts';

/**
 * A question and everything beneath it. `number` is its place: `2.1`, `2.1.3`; ids on the page are made of it.
 * Who has yet to answer is not told the model answer.
 * @param counts false for a warm-up, which is in no figure.
 */
export function answerBlocks(
  question: DebriefQuestion,
  number: string,
  rubrics: Debrief['rubrics'],
  counts = true,
): Markup {
  const { kind, why, tries, hints, followUps } = question;
  const heading = html`<span class="number">${number}</span> ${KIND_WORDS[kind]}: ${clipped(question.question.id, 120)}`;
  return html`<article class="asked" id="q-${number}">
${isMain(question) ? html`<h3>${heading}</h3>` : html`<h4>${heading}</h4>`}
<p class="prompt">${question.question.prompt}</p>
${!isMain(question) && why !== '' && html`<p class="quiet small">Asked because: ${why}</p>`}${
  UNCOUNTED[kind] && html`<p class="quiet small">${UNCOUNTED[kind]}</p>`
}${titled('Hints taken', hints)}${tries.length === 0 && html`<p>No score: not answered yet.</p>`}
${tries.map((_, index) => tryBlock(question, number, index, judgedBy(question, rubrics), counts && !UNCOUNTED[kind]))}
${titled('How deep it went', chainItems(question))}${tries.length > 0 && modelAnswers(question.question.answer)}
${followUps.map((it, index) => answerBlocks(it, `${number}.${index + 1}`, rubrics, counts))}</article>
`;
}

/** The last try in full; earlier ones are folded. */
function tryBlock(
  question: DebriefQuestion,
  number: string,
  index: number,
  rubrics: readonly JudgedBy[],
  counts: boolean,
): Markup {
  const { tries } = question;
  const body = tryBody(question, `q-${number}-t${index + 1}`, index, rubrics, counts);
  const name = `Try ${index + 1} of ${tries.length}`;
  if (index + 1 < tries.length)
    return html`<details class="earlier"><summary>${name}: ${scoreWord(tries[index]!.result.score)}</summary>${body}</details>`;
  const changes = index > 0 && titled(`Changed against try ${index}`, changeItems(question, rubrics, index));
  return html`${index > 0 && html`<p><b>${name}, the one that counts</b></p>`}${changes}${body}`;
}

function tryBody(
  question: DebriefQuestion,
  id: string,
  index: number,
  rubrics: readonly JudgedBy[],
  counts: boolean,
): Markup {
  const it = question.tries[index]!;
  const none = noScore(it, counts);
  const findings = findingsIn(question.question, rubrics, it.result);
  const parts = none ? [] : partsIn(findings, it.answer, id);
  const isCode = question.question.type === 'coding' && isMain(question);
  const answer =
    it.answer.trim() !== '' &&
    html`<div class="${isCode ? 'said code' : 'said'}">${markedAnswer(it.answer, parts)}${testBlock(it)}</div>`;
  const wanted =
    none &&
    index + 1 === question.tries.length &&
    titled(
      'What it wanted to hear',
      question.question.points.map(point => point.text[0] ?? point.id),
    );
  return html`<div class="try">${figureLine(question, it, none)}<div class="beside">${answer}<div class="found-in">${
    none ? wanted : findingBlocks(findings, parts)
  }</div></div></div>`;
}

/** Score, level, time and end of a try in one line; of an opening it stands above that it is not judged. */
function figureLine({ kind }: DebriefQuestion, it: DebriefTry, none: string | undefined): Markup {
  const { score, level, repeats } = it.result;
  const facts = [
    `time used: ${timeOf(it.seconds, it.budget)}`,
    outcomeWord(it),
    ownLevelWord(it),
    repeats && repeatsWord(repeats),
  ];
  const figure = none
    ? html`No score: ${none}`
    : html`<span class="of100">${barCell(score, level)}</span><b>${scoreWord(score)} of 100, level ${levelWord(level)}</b>`;
  return html`<p class="outcome">${kind !== 'opening' && figure} <span class="quiet">${facts.filter(Boolean).join(' · ')}</span></p>`;
}

/** How the tests of a coding question went; what they printed where not all passed. */
function testBlock({ run, untested }: DebriefTry): Content {
  if (!run) return untested !== undefined && html`<p><b>Tests:</b> not run: ${untested}.</p>`;
  const output = run.end !== 'passed' && run.output.trim() !== '' && html`<pre>${run.output.trimEnd()}</pre>`;
  return html`<p><b>Tests:</b> ${runWords(run)} <span class="quiet">(${run.command}; ${run.seconds} s)</span> ${run.note}</p>${output}`;
}

function modelAnswers(answers: readonly string[]): Content {
  return answers.map((answer, index) => {
    const which = answers.length > 1 ? ` ${index + 1} of ${answers.length}` : '';
    const passages = passagesOf(answer).map(({ kind, text }) =>
      kind === 'prose' ? html`<p>${text}</p>` : html`<pre>${text}</pre>`,
    );
    return html`<details class="model"><summary>Model answer${which}</summary>${passages}</details>`;
  });
}
