/** The Markdown report: what it says of the whole interview; each answer is told in markdown-answer.ts. */
import type { Debrief, DebriefQuestion, DebriefRound, Standing } from '../model/debrief.ts';
import { levelOf } from '../model/level.ts';
import { answerSections } from './markdown-answer.ts';
import { inline, list, table } from './markdown-text.ts';
import { levelWord, scoreWord, time, timeOf } from './words.ts';

/** The whole report as GitHub-flavoured Markdown. Nothing that a candidate or an author wrote acts as markup in it. */
export function renderMarkdown(debrief: Debrief): string {
  const blocks = [
    `# Interview report: ${inline(debrief.loop.title)}`,
    head(debrief),
    ...(isSealed(debrief)
      ? [SEALED]
      : [...scorecard(debrief), ...selfSection(debrief), ...workSection(debrief), ...warmUpSection(debrief)]),
    ...debrief.rounds.flatMap((round, index) => roundSection(debrief, round, index + 1)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const SEALED = 'In earnest, how it went is told at the end. Go on with `mockloop resume`.';

/** A real interview that still runs: nobody may hear yet how it went. */
function isSealed({ mode, finished }: Debrief): boolean {
  return mode === 'real' && !finished;
}

const MODES: Readonly<Record<Debrief['mode'], string>> = {
  coach: 'coach, with feedback after each answer',
  real: 'real, with no feedback before the end',
};

function head(debrief: Debrief): string {
  const { judge, startedAt } = debrief;
  return list([
    ...(debrief.level ? [`**Level:** ${inline(debrief.level)}`] : []),
    `**Mode:** ${MODES[debrief.mode]}`,
    `**Date:** ${inline(startedAt.slice(0, 10))}, ${inline(startedAt.slice(11, 16))} UTC`,
    ...(debrief.scale === 1 ? [] : [`**Clock:** every time allowed was multiplied by ${debrief.scale}`]),
    ...(debrief.finished ? [] : ['**State:** not finished; this is what there is so far']),
    `**Session:** ${inline(debrief.session)}`,
    `**Judged by:** ${inline(judge.name)}, version ${inline(judge.version)} (mockloop ${inline(debrief.versions.mockloop)})`,
    '**How:** by rubrics of our own, modelled on public accounts of such interviews; they are no' +
      " employer's. Rubrics for the structure of an answer are fixed rules: nobody has measured them against human" +
      ' grades. A score runs from 0 to 100; a level from 1 (not there) over 2 (thin) and 3 (there) to 4 (strong).',
  ]);
}

function scorecard(debrief: Debrief): string[] {
  const { rounds, competencies, principles, score } = debrief;
  const overall =
    score === null
      ? noOverall(rounds)
      : `Overall: **${scoreWord(score)} of 100, level ${levelWord(levelOf(score))}**`;
  return [
    '## Scorecard',
    overall,
    table(
      ['Round', 'Score', 'Level', 'Time used', 'Time allowed'],
      rounds.map(it => [
        inline(it.title),
        scoreWord(it.score),
        levelWord(it.level),
        time(it.seconds),
        time(it.budget),
      ]),
    ),
    ...standings('Competency', competencies),
    ...standings('Principle', principles),
    'A main question weighs three times as much as a follow-up or the closing; probes do not count. A skipped or empty' +
      ' answer counts as 0. What could not be judged or was not asked is left out.',
  ];
}

function noOverall(rounds: readonly DebriefRound[]): string {
  const hasText = (question: DebriefQuestion): boolean =>
    question.tries.some(it => it.answer.trim() !== '') || question.followUps.some(hasText);
  return rounds.some(round => round.questions.some(hasText))
    ? 'No overall score: no answer could be judged.'
    : 'No overall score: nothing was answered.';
}

function standings(what: string, lines: readonly Standing[]): string[] {
  if (lines.length === 0) return [];
  const rows = lines.map(it => [inline(it.id), scoreWord(it.score), levelWord(it.level), String(it.answers)]);
  return [table([what, 'Score', 'Level', 'Answers'], rows)];
}

/** So many answers, at the least, before a habit is spoken of. */
const ENOUGH = 3;

function selfSection({ selfScores }: Debrief): string[] {
  if (!selfScores) return [];
  const { answers, higher, same, lower, difference } = selfScores;
  const told = answers === 1 ? 'one answer' : `${answers} answers`;
  return [
    '## Your own levels',
    `Before each card you gave ${told} a level: ${higher} higher than the judge, ${same} the same, ${lower} lower. ${habit(difference, answers)} Only first tries count here.`,
  ];
}

/** @param difference mean of own level less judged level. */
function habit(difference: number, answers: number): string {
  const by = Math.abs(difference);
  if (answers < ENOUGH) return 'That is too few to speak of a habit.';
  if (by < 0.5) return 'You judge yourself much as the judge does.';
  const levels = by === 1 ? 'one level' : `${by} levels`;
  return `You ${difference > 0 ? 'overrate' : 'underrate'} your answers, by ${levels} on average.`;
}

function warmUpSection({ warmUp, rubrics }: Debrief): string[] {
  if (!warmUp) return [];
  const answers = answerSections(warmUp, '0.1', rubrics, false);
  return ['## Warm-up', 'It counts in no figure of this report.', ...answers];
}

function workSection({ workOn, score }: Debrief): string[] {
  const nothing = score === null ? 'There is no scored answer to go by.' : 'Nothing: full marks throughout.';
  if (workOn.length === 0) return ['## Work on these first', nothing];
  const items = workOn.map((it, index) =>
    [
      `${index + 1}. **${inline(it.title)}** (${inline(it.question)})`,
      ...[it.why, it.advice].filter(text => text !== '').map(text => `   - ${inline(text)}`),
    ].join('\n'),
  );
  return ['## Work on these first', items.join('\n')];
}

function roundSection(debrief: Debrief, round: DebriefRound, number: number): string[] {
  const facts = [
    ...(round.interviewer === 'interviewer' ? [] : [`Interviewer: ${inline(round.interviewer)}`]),
    round.score === null ? 'no score' : `${scoreWord(round.score)} of 100, level ${levelWord(round.level)}`,
    `time used: ${timeOf(round.seconds, round.budget)}`,
  ];
  const passed = round.notAsked.map(({ refs, why }) => `${refs.map(inline).join(', ')} (${inline(why)})`);
  const nothing = round.questions.length === 0 && passed.length === 0;
  return [
    `## Round ${number}: ${inline(round.title)}`,
    facts.join(' · '),
    ...(nothing ? ['Nothing has been asked in this round.'] : []),
    ...round.questions.flatMap((question, index) =>
      answerSections(question, `${number}.${index + 1}`, debrief.rubrics),
    ),
    ...(passed.length > 0 ? [`**Not asked:** ${passed.join('; ')}`] : []),
  ];
}
