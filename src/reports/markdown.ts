/** The Markdown report: what it says of the whole interview; each answer is told in markdown-answer.ts. */
import type { Debrief, DebriefRound, Standing } from '../model/debrief.ts';
import { levelOf } from '../model/level.ts';
import {
  HOW,
  IN_NO_FIGURE,
  isSealed,
  MODE_WORDS,
  noOverall,
  notAskedWords,
  noWork,
  ownLevels,
  progressOf,
  rewordedNote,
  WEIGHING,
} from './interview-words.ts';
import { answerSections } from './markdown-answer.ts';
import { debriefSection, exerciseItems, habitSection, sourceSection } from './markdown-debrief.ts';
import { inline, list, table } from './markdown-text.ts';
import { judgedWord, standInWord, usageWord } from './model-words.ts';
import { levelWord, scoreWord, time, timeOf } from './words.ts';

/** The whole report as GitHub-flavoured Markdown. Nothing that a candidate or an author wrote acts as markup in it. */
export function renderMarkdown(debrief: Debrief): string {
  const blocks = [
    `# Interview report: ${inline(debrief.loop.title)}`,
    head(debrief),
    ...(isSealed(debrief)
      ? [SEALED]
      : [
          ...debriefSection(debrief),
          ...workSection(debrief),
          ...habitSection(debrief),
          ...scorecard(debrief),
          ...progressSection(debrief),
          ...selfSection(debrief),
          ...warmUpSection(debrief),
        ]),
    ...debrief.rounds.flatMap((round, index) => roundSection(debrief, round, index + 1)),
    ...(isSealed(debrief) ? [] : sourceSection(debrief)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const SEALED = 'In earnest, how it went is told at the end. Go on with `mockloop resume`.';

function head(debrief: Debrief): string {
  const { startedAt, usage } = debrief;
  const standIn = standInWord(debrief);
  return list([
    ...(debrief.level ? [`**Level:** ${inline(debrief.level)}`] : []),
    `**Mode:** ${MODE_WORDS[debrief.mode]}`,
    `**Date:** ${inline(startedAt.slice(0, 10))}, ${inline(startedAt.slice(11, 16))} UTC`,
    ...(debrief.scale === 1 ? [] : [`**Clock:** every time allowed was multiplied by ${debrief.scale}`]),
    ...(debrief.finished ? [] : ['**State:** not finished; this is what there is so far']),
    `**Session:** ${inline(debrief.session)}`,
    `**Judged by:** ${inline(judgedWord(debrief))} (mockloop ${inline(debrief.versions.mockloop)})`,
    ...(usage ? [`**Model asked for this report:** ${inline(usageWord(usage))}`] : []),
    ...(standIn === undefined ? [] : [`**Warning:** ${inline(standIn)}`]),
    `**How:** ${HOW}`,
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
    ...(score === null ? [] : [WEIGHING]),
  ];
}

function standings(what: string, lines: readonly Standing[]): string[] {
  if (lines.length === 0) return [];
  const rows = lines.map(it => [inline(it.id), scoreWord(it.score), levelWord(it.level), String(it.answers)]);
  return [table([what, 'Score', 'Level', 'Answers'], rows)];
}

function progressSection(debrief: Debrief): string[] {
  if (!debrief.earlier?.length) return [];
  const rows = progressOf(debrief).map(it => [
    it.startedAt.slice(0, 10),
    inline(it.loop.title),
    scoreWord(it.score),
  ]);
  const note = rewordedNote(debrief);
  return ['## Progress', table(['Date', 'Loop', 'Score'], rows), ...(note === '' ? [] : [inline(note)])];
}

function selfSection({ selfScores }: Debrief): string[] {
  return selfScores ? ['## Your own levels', ownLevels(selfScores)] : [];
}

function warmUpSection({ warmUp, rubrics }: Debrief): string[] {
  if (!warmUp) return [];
  const answers = answerSections(warmUp, '0.1', rubrics, false);
  return ['## Warm-up', IN_NO_FIGURE, ...answers];
}

function workSection({ workOn, score }: Debrief): string[] {
  if (workOn.length === 0) return ['## Work on these first', noWork(score)];
  const items = workOn.map((it, index) =>
    [
      `${index + 1}. **${inline(it.title)}** (${inline(it.question)})`,
      ...[it.why, it.advice].filter(text => text !== '').map(text => `   - ${inline(text)}`),
      ...exerciseItems(it.exercise).map(text => `   - ${text}`),
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
  const passed = notAskedWords(round).map(inline);
  const nothing = round.questions.length === 0 && passed.length === 0;
  return [
    `## Round ${number}: ${inline(round.title)}`,
    facts.join(' · '),
    ...(nothing ? ['Nothing has been asked in this round.'] : []),
    ...round.questions.flatMap((question, index) =>
      answerSections(question, `${number}.${index + 1}`, debrief.rubrics, round.score !== null),
    ),
    ...(passed.length > 0 ? [`**Not asked:** ${passed.join('; ')}`] : []),
  ];
}
