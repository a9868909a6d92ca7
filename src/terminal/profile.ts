/** A profile by a few questions, one line each, for those who have named no editor. */
import { Interrupted } from '../model/errors.ts';
import type { Profile, Project } from '../model/profile.ts';
import { UNSEEN } from '../model/unseen.ts';
import { type Lines, linesOf } from './lines.ts';
import type { Screen } from './screen.ts';
import { SIGNAL } from './signals.ts';

/** Asks for everything that a profile may say; Enter passes a question. Throws Interrupted when the user leaves. */
export async function askProfile(screen: Screen): Promise<Profile> {
  const lines = linesOf(screen);
  screen.input.resume();
  const ask = (question: string, wrong?: Wrong) => asked(screen, lines, question, wrong);
  const list = async (question: string) => parts(await ask(`${question}, with commas between`));
  try {
    screen.messages.write(
      'A few lines about you. Enter passes a question; Ctrl-C leaves, and keeps nothing.\n',
    );
    return {
      kind: 'profile',
      ...filled('level', await ask('The level you aim at, such as L5')),
      ...filled('role', await ask('What you work as')),
      ...yearsOf(await ask('For how many years', noYears)),
      stack: await list('What you work with'),
      projects: await projects(ask, list),
    };
  } finally {
    lines.close();
    screen.input.pause();
  }
}

type Ask = (question: string) => Promise<string>;

async function projects(ask: Ask, list: (question: string) => Promise<string[]>): Promise<Project[]> {
  const told: Project[] = [];
  for (;;) {
    const title = await ask(told.length === 0 ? 'The name of a project' : 'Another project (Enter: no more)');
    if (title === '') return told;
    told.push({
      title,
      what: (await ask('What it is or does, in a phrase')) || title,
      ...filled('role', await ask('Your own part in it')),
      numbers: [await ask('A result with a figure')].filter(it => it !== ''),
      terms: await list('What it has to do with'),
    });
  }
}

/** Why a line cannot be taken; undefined when it can. */
type Wrong = (line: string) => string | undefined;

async function asked(screen: Screen, lines: Lines, question: string, wrong: Wrong = () => undefined) {
  for (;;) {
    screen.messages.write(`${question}: `);
    const got = await lines.next(undefined);
    if (typeof got !== 'object')
      throw new Interrupted(typeof got === 'number' ? got : SIGNAL.interrupt, '\nLeft; nothing is kept.');
    const line = got.line.trim();
    const why = line.search(UNSEEN) >= 0 ? 'There are characters in it that are no text.' : wrong(line);
    if (why === undefined) return line;
    screen.messages.write(`${why} Once more, please.\n`);
  }
}

const noYears: Wrong = line =>
  line === '' || (Number(line) >= 0 && Number(line) <= 70) ? undefined : 'It must be a number.';

const yearsOf = (line: string) => (line === '' ? {} : { years: Number(line) });
const parts = (line: string): string[] =>
  line
    .split(',')
    .map(it => it.trim())
    .filter(it => it !== '');

/** Nothing for an empty line. */
function filled<Key extends string>(key: Key, line: string): Partial<Record<Key, string>> {
  return line === '' ? {} : ({ [key]: line } as Record<Key, string>);
}
