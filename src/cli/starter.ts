/** The starter of `mockloop init`: files of starter/ and the schemas for editors, copied where nothing is in the way. */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PACKAGE_FOLDER } from '../content/shipped.ts';
import { shown, typed } from '../content/showing.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { visible } from '../model/unseen.ts';
import { writeAtomic } from '../store/atomic.ts';
import { isThere, makeFolders, textOf, withTilde } from '../store/folders.ts';
import type { CommonOptions } from './command.ts';
import { type Io, write, writeExact, writeJson } from './io.ts';

/** Where each file is in the package, and in the starter. */
const FILES: readonly (readonly [from: string, to: string])[] = [
  ...['bank.yaml', 'rubric.yaml', 'loop.yaml'].map(it => [join('starter', it), it] as const),
  ...['bank', 'rubric', 'loop'].map(it => {
    const name = join('schemas', `${it}.schema.json`);
    return [name, name] as const;
  }),
];

/** Writes all files or none. Throws InputError naming the first that is there already. */
export async function writeStarter(io: Io, options: CommonOptions, folder: string): Promise<number> {
  const inTheWay = FILES.map(([, to]) => join(folder, to)).find(isThere);
  if (inTheWay !== undefined)
    throw new InputError(
      `${visible(withTilde(inTheWay))} is there already; nothing was written.`,
      'Name another folder.',
    );
  const written = copyAll(folder);
  if (options.json) await writeJson(io, written);
  else await writeExact(io, `${written.join('\n')}\n`);
  if (!options.quiet) await write(io.stderr, visible(next(typed(folder))));
  return EXIT.done;
}

function copyAll(folder: string): string[] {
  const written: string[] = [];
  try {
    for (const [from, to] of FILES) {
      const path = join(folder, to);
      makeFolders(dirname(path));
      writeAtomic(path, starterText(folder, from), { mode: 0o644 });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
  return written;
}

/** The comments name the folder that they are read in. */
const starterText = (folder: string, from: string): string =>
  textOf(join(PACKAGE_FOLDER, from))!.replaceAll(
    /^(#.*mockloop .*)\bmy-content$/gm,
    (_, before: string) => before + shown(typed(folder)),
  );

const next = (folder: string): string => `\
A bank, a rubric and a loop to change as you like. Next:
  mockloop validate --strict ${folder}
  mockloop practice my-loop --content ${folder}
  mockloop list questions --content ${folder}
`;
