/** Everything that is the user's, as plain files in one folder or as one JSON file; or the journal of one interview. */
import { readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { quoted } from '../content/showing.ts';
import { sessionFolder } from '../interview/journal.ts';
import { EXIT, InputError, messageOf } from '../model/errors.ts';
import type { Skipped } from '../model/progress.ts';
import { counted } from '../model/prose.ts';
import { cardFileOf, cardFileText } from '../progress/card-file.ts';
import { reviewsIn } from '../progress/reviews.ts';
import { closingList } from '../progress/stories.ts';
import { visibleJson } from '../reports/visible.ts';
import { replacing, writeAtomic } from '../store/atomic.ts';
import { isReplaceable, isThere, isWithin, textOf } from '../store/folders.ts';
import { isFreeFor, type NewFolder, newFolder } from '../store/new-folder.ts';
import { treeOf } from '../store/tree.ts';
import type { CommonOptions } from './command.ts';
import { dataFolder } from './data-folder.ts';
import { type Io, write, writeExact } from './io.ts';
import { chooseSession } from './kept.ts';
import { OWN_FILES, ownSessions } from './owned.ts';
import { alreadyThere, checkFolderOf } from './places.ts';
import { type Remembered, remembered, tellSkipped } from './remembering.ts';
import { VERSION } from './version.ts';

/** Throws InputError where a file would be written over; a device is none. */
export function refuseThere(path: string): void {
  if (isThere(path) && isReplaceable(path)) throw alreadyThere(path);
}

/** Prints the journal of one interview as it is, or writes it to a file. Throws InputError for a name that is none. */
export async function exportSession(
  io: Io,
  options: CommonOptions,
  name: string,
  out: string | undefined,
): Promise<number> {
  if (out !== undefined) checkFolderOf(out);
  const data = dataFolder(io, options);
  const text = textOf(`${sessionFolder(data, chooseSession(data, name))}/journal.jsonl`) ?? '';
  if (out === undefined) await write(io.stdout, text);
  else writeAtomic(out, text);
  return EXIT.done;
}

/**
 * Writes everything to a new or empty folder, or into one file whose name ends in .json. What cannot be read is told, and
 * the rest is written. Throws InputError for a folder that is in use, the data folder and what is in it among them, and without
 * `force` for a file that is there.
 * @param to default: a folder of today's date, here.
 */
export async function exportAll(
  io: Io,
  options: CommonOptions & { force?: boolean },
  to: string | undefined,
): Promise<number> {
  const known = await remembered(io, options);
  const { data, today } = known;
  const path = resolve(to ?? `mockloop-export-${today}`);
  checkFolderOf(path);
  refuseWithin(data, path);
  const isFile = extname(path).toLowerCase() === '.json';
  if (isFile && !options.force) refuseThere(path);
  const target = isFile ? oneFile(path, headOf(io, known)) : folderAt(path);
  const skipped: Skipped[] = [];
  let files = 0;
  try {
    for (const name of namesIn(data)) {
      const bytes = readable(data, name, skipped);
      if (!bytes) continue;
      target.add(name, bytes);
      files++;
    }
    if (!isFile) for (const [name, text] of foldsOf(io, known)) target.add(name, Buffer.from(text));
    target.commit();
  } catch (error) {
    target.abandon();
    throw error;
  }
  await tellSkipped(io, skipped);
  await writeExact(io, `${path}\n`);
  if (!options.quiet)
    await write(
      io.stderr,
      `Exported: ${counted(ownSessions(data).length, 'interview')}, ${counted(files, 'file')}.\n`,
    );
  return skipped.length > 0 ? EXIT.incomplete : EXIT.done;
}

function readable(data: string, name: string, skipped: Skipped[]): Uint8Array | undefined {
  try {
    return readFileSync(join(data, name));
  } catch (error) {
    skipped.push({ what: name, why: messageOf(error) });
    return undefined;
  }
}

/** Throws InputError for the data folder, and for what is in it: there the export would become a part of itself. */
function refuseWithin(data: string, path: string): void {
  if (!isThere(data)) return;
  if (isWithin(data, path))
    throw new InputError(`${quoted(path)} is in the data folder itself.`, 'Name a folder elsewhere.');
}

/** All files that are the user's, without the locks of interviews and half-written ones. */
function namesIn(data: string): string[] {
  const sessions = ownSessions(data).flatMap(id => {
    const { leaves } = treeOf(sessionFolder(data, id), name => !/^lock(\.|$)/.test(name));
    return leaves.map(it => `sessions/${id}/${it.name}`);
  });
  return [...OWN_FILES.filter(it => isThere(join(data, it))), ...sessions];
}

/** What decisions and journals come to, for people and other programs. */
function foldsOf(io: Io, { history, decided, zone }: Remembered): [name: string, text: string][] {
  const { stories, outcomes, reviews } = decided;
  const cards = cardFileOf(reviewsIn(history.attempts, reviews), decided, zone, io.clock.now());
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return [
    ['stories.json', json(stories)],
    ['closing.json', json(closingList(decided))],
    ['outcomes.json', json(outcomes)],
    ['cards.json', cardFileText(cards)],
  ];
}

function folderAt(path: string): NewFolder {
  if (isFreeFor(path)) return newFolder(path, { isPrivate: true });
  throw new InputError(
    `${quoted(path)} is there already, and not empty.`,
    'Name a folder that is not there yet, or a file that ends in .json.',
  );
}

/** One JSON file, written as it goes: years of interviews are no single string. */
function oneFile(path: string, head: object): NewFolder {
  const file = replacing(path);
  const text = (value: object) => visibleJson(JSON.stringify(value));
  let before = `${text(head).slice(0, -1)},"files":[\n`;
  const put = (it: string) => {
    file.write(Buffer.from(`${before}${it}`));
    before = '';
  };
  return {
    add(name, bytes) {
      put(text({ path: name, ...contentOf(name, bytes) }));
      before = ',\n';
    },
    commit() {
      if (before === ',\n') before = '\n';
      put(']}\n');
      file.commit();
    },
    abandon: file.abandon,
  };
}

function headOf(io: Io, known: Remembered): object {
  const folds = foldsOf(io, known).map(([name, text]) => [name.replace('.json', ''), JSON.parse(text)]);
  return {
    kind: 'export',
    exportedAt: new Date(io.clock.now()).toISOString(),
    versions: { mockloop: VERSION },
    ...Object.fromEntries(folds),
  };
}

/** A log as its lines, a damaged one as text; other files as text, or in base64 where they are none. */
function contentOf(name: string, bytes: Uint8Array): object {
  const text = Buffer.from(bytes).toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return { base64: Buffer.from(bytes).toString('base64') };
  if (extname(name) !== '.jsonl') return { text };
  const lines = text.split('\n').filter(it => it !== '');
  return { lines: lines.map(lineOf) };
}

function lineOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
