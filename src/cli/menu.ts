/** `mockloop` alone: a menu in a terminal, the help elsewhere. */
import type { Command as Commander } from 'commander';
import { EXIT } from '../model/errors.ts';
import type { Choice } from '../terminal/menus.ts';
import type { CommonOptions } from './command.ts';
import { type Io, isInteractive } from './io.ts';
import { sessionLines } from './kept.ts';
import { dataFolder } from './places.ts';
import { practice } from './practice.ts';
import { profile } from './profile.ts';
import { report } from './report.ts';
import { resume } from './resume.ts';
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
    jobs(io, options, program),
  );
  return job();
}

function jobs(io: Io, options: CommonOptions, program: Commander): Choice<Job>[] {
  const kept = sessionLines(dataFolder(io, options));
  const unfinished = kept.find(it => it.state === 'unfinished');
  const choices: (Choice<Job> | false)[] = [
    unfinished !== undefined && {
      name: `Go on with ${unfinished.title}`,
      description: `${unfinished.answers === 1 ? '1 answer' : `${unfinished.answers} answers`} so far, begun ${unfinished.startedAt.slice(0, 16).replace('T', ' ')} UTC`,
      value: () => resume.run(io, options, [unfinished.id], program),
    },
    { name: 'Practise an interview', value: () => practice.run(io, options, [], program) },
    kept.some(it => it.answers > 0) && {
      name: 'Read the last report',
      value: () => report.run(io, options, [], program),
    },
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
