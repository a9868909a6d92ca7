/** The candidate's copy: what is asked and for how long. No word of what is listened for. */
import type { Shelved } from '../model/library.ts';
import { counted } from '../model/prose.ts';
import type { FormRound } from './choose/form.ts';
import { askedIn, type Kit, minutesOf } from './kit.ts';
import { type Block, heading, lines, type Sheet, type SheetSection } from './sheet/sheet.ts';
import { leadOf, passages } from './words.ts';

export function candidateSheet(kit: Kit): Sheet {
  return {
    title: kit.title,
    ...(kit.company !== undefined && { company: kit.company }),
    ...(kit.logo && { logo: kit.logo }),
    lead: [...leadOf(kit), 'Copy for the candidate'],
    sections: [instructions(kit), ...kit.rounds.map((it, at) => roundOf(kit, it, at))],
    foot: 'Made with mockloop.',
  };
}

function instructions(kit: Kit): SheetSection {
  const { rounds, breakMinutes } = kit;
  const closes = rounds.some(it => it.round.closing);
  const isLoop = rounds.length > 1;
  const said = [
    `You have ${counted(minutesOf(kit), 'minute')} for ${counted(askedIn(kit).length, 'question')}${
      isLoop ? ` in ${rounds.length} rounds` : ''
    }.`,
    ...(isLoop && breakMinutes > 0
      ? [`Between two rounds there is a break of ${counted(breakMinutes, 'minute')}.`]
      : []),
    'The time beside a question includes what you will be asked about your answer. It is a guide: your interviewer keeps the clock.',
    'Say aloud what you think. Where a question leaves something open, ask.',
    'Not knowing is no failure: say so, and go on with your next idea.',
    ...(closes
      ? [`${isLoop ? 'Each round ends with' : 'At the end there is'} time for questions of your own.`]
      : []),
  ];
  return {
    id: 'how',
    title: 'How it goes',
    blocks: [{ kind: 'list', items: said.map(text => ({ text })) }],
  };
}

/** So many lines for notes below a question. */
const NOTES = 5;

function roundOf({ rounds }: Kit, { round, questions }: FormRound, at: number): SheetSection {
  const title = rounds.length > 1 ? `${at + 1}. ${round.title}` : 'The questions';
  return {
    id: `round-${at + 1}`,
    title: `${title} (${counted(round.minutes, 'minute')})`,
    blocks: questions.flatMap((it, index) => questionOf(it, index)),
  };
}

function questionOf({ question }: Shelved, index: number): Block[] {
  const starter = question.coding?.files?.starter;
  return [
    heading(3, `Question ${index + 1} (${counted(question.minutes, 'minute')})`),
    ...passages(question.prompt),
    ...(starter === undefined
      ? []
      : [{ kind: 'code', text: starter, language: question.coding!.language } as const]),
    lines(NOTES),
  ];
}
