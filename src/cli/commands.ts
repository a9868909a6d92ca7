/** The table of commands, in the order of the help. */
import type { Command } from './command.ts';

/** A command by its name; its file is loaded for a command line that has the name in it. */
export interface Listed {
  name: string;
  /** One line of the help. */
  summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: readonly Listed[] = [
  {
    name: 'practice',
    summary: 'hold an interview and write its report',
    load: async () => (await import('./practice.ts')).practice,
  },
  {
    name: 'resume',
    summary: 'go on with an interview, at the place and with the clock where it stopped',
    load: async () => (await import('./resume.ts')).resume,
  },
  {
    name: 'report',
    summary: 'the report of an interview, judged anew where judge or rubric changed',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'review',
    summary: 'answer again what is due: what was weak comes back at the right time',
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'progress',
    summary: 'how you come on, and a practice plan up to an interview',
    load: async () => (await import('./progress.ts')).progress,
  },
  {
    name: 'stories',
    summary: 'your own stories and closing questions: which principles have none, which one carries too much',
    load: async () => (await import('./stories.ts')).stories,
  },
  {
    name: 'outcome',
    summary: 'record how a real interview went; progress sets practice beside it',
    load: async () => (await import('./outcome.ts')).outcome,
  },
  {
    name: 'sessions',
    summary: 'list the interviews that are kept; export, forget or judge them again',
    load: async () => (await import('./sessions.ts')).sessions,
  },
  {
    name: 'export',
    summary: 'everything that is yours, as plain files in a folder or as one JSON file',
    load: async () => (await import('./export.ts')).exportOwn,
  },
  {
    name: 'forget',
    summary: 'delete one interview, or everything that is kept, for good',
    load: async () => (await import('./forget.ts')).forget,
  },
  {
    name: 'profile',
    summary: 'say who you are: rounds then begin with your own projects',
    load: async () => (await import('./profile.ts')).profile,
  },
  {
    name: 'evaluate',
    summary: 'judge many written answers: a result line for each, in their order',
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  {
    name: 'calibrate',
    summary: 'how far the judge agrees with people who graded the same answers',
    load: async () => (await import('./calibrate.ts')).calibrate,
  },
  {
    name: 'attack',
    summary: 'try to bribe your language model into better marks, and tell whether it took any',
    load: async () => (await import('./attack.ts')).attack,
  },
  {
    name: 'pack',
    summary: 'practice packs for recruiters: build one, check one, put filled scorecards together',
    load: async () => (await import('./pack.ts')).pack,
  },
  {
    name: 'list',
    summary: 'list loops, banks, questions or rubrics',
    load: async () => (await import('./list.ts')).list,
  },
  {
    name: 'init',
    summary: 'write a starter: a bank, a rubric and a loop of your own, explained',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'import',
    summary: 'make a bank of a plain list of questions and answers',
    load: async () => (await import('./import.ts')).importList,
  },
  {
    name: 'validate',
    summary: 'check YAML content; every problem with its place',
    load: async () => (await import('./validate.ts')).validate,
  },
  {
    name: 'schema',
    summary: 'print a JSON Schema, for editors and scripts',
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    name: 'completion',
    summary: 'print a script that completes commands, options and names in a shell',
    load: async () => (await import('./completion.ts')).completion,
  },
];
