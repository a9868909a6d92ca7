/** `mockloop` alone: a menu in a terminal, the help elsewhere. */
import type { Command as Commander } from 'commander';
import { EXIT } from '../model/errors.ts';
import { counted } from '../model/prose.ts';
import type { Choice } from '../terminal/menus.ts';
import type { CommonOptions } from './command.ts';
import { dataFolder } from './data-folder.ts';
import { type Io, isInteractive } from './io.ts';
import { sessionLines } from './kept.ts';
import { practice } from './practice.ts';
import { profile } from './profile.ts';
import { progress } from './progress.ts';
import { report } from './report.ts';
import { resume } from './resume.ts';
import { LIMIT, review } from './review.ts';
import { screenFor } from './screen.ts';
import { sessions } from './sessions.ts';

type Job = () => Promise<number>;

/** What is most likely wanted comes first. */
export async function menu(io: Io, options: CommonOptions, program: Commander): Promise<number> {
  if (!isInteractive(io)) {
    program.outputHelp();
    return EXIT.done;
  }
  const { choose } = await import('../terminal/menus.ts');
  const job = await choose<Job>(
    screenFor(io, options),
    'mockloop: what would you like to do?',
    await jobs(io, options, program),
  );
  return job();
}

async function jobs(io: Io, options: CommonOptions, program: Commander): Promise<Choice<Job>[]> {
  const kept = sessionLines(dataFolder(io, options));
  const unfinished = kept.find(it => it.state === 'unfinished');
  const hasAnswers = kept.some(it => it.answers > 0);
  const due = hasAnswers ? await dueCards(io, options) : 0;
  const choices: (Choice<Job> | false)[] = [
    unfinished !== undefined && {
      name: `Go on with ${unfinished.title}`,
      description: `${counted(unfinished.answers, 'answer')} so far, begun ${unfinished.startedAt.slice(0, 16).replace('T', ' ')} UTC`,
      value: () => resume.run(io, options, [unfinished.id], program),
    },
    due > 0 && {
      name: `Review what is due: ${counted(due, 'card')}`,
      description: `at most ${LIMIT} questions`,
      value: () => review.run(io, { ...options, limit: LIMIT } as CommonOptions, [], program),
    },
    { name: 'Practise an interview', value: () => practice.run(io, options, [], program) },
    hasAnswers && { name: 'Read the last report', value: () => report.run(io, options, [], program) },
    hasAnswers && { name: 'See how you come on', value: () => progress.run(io, options, [], program) },
    kept.length > 0 && {
      name: 'List the interviews that are kept',
      value: () => sessions.run(io, options, [], program),
    },
    {
      name: 'Write or change your profile',
      description: 'rounds then begin with your own projects',
      value: () => profile.run(io, options, ['edit'], program),
    },
    { name: 'Leave', value: async () => EXIT.done },
  ];
  return choices.filter(it => it !== false);
}

/** How many cards are due; none where that cannot be told: who asks for a review hears why. */
async function dueCards(io: Io, options: CommonOptions): Promise<number> {
  const { remembered } = await import('./remembering.ts');
  const { cardsFrom, dueOn } = await import('../progress/schedule.ts');
  try {
    const { history, decided, today, zone } = await remembered(io, options);
    return dueOn(cardsFrom(history.attempts, decided, today, zone), today).length;
  } catch {
    return 0;
  }
}
