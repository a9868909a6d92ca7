/** Parsed files to one Library: later folders override earlier ones, and what a file names must be there. */
import type { Library } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { checkDraws } from './draws.ts';
import { type ContentFile, type ParsedFile, parseContent } from './parse.ts';
import { type Name, nameIn, namesIn, type Seen } from './place.ts';
import { problemAt, sorted } from './problems.ts';
import { Catalogue, checkReferences } from './references.ts';
import { keptOf, libraryOf } from './shelf.ts';
import { quoted, shown } from './showing.ts';
import { placeOf, type Source } from './source.ts';

export interface Built {
  library: Library;
  /** File by file in the order given, within a file by place. */
  problems: Problem[];
  /** The files as they were read, in the same order. */
  files: ParsedFile[];
}

/**
 * Puts folders of files on top of a library. The same id in a later folder replaces the earlier content; within one
 * folder it is a problem. Files with problems still give their ids, so that one mistake is not told twice.
 */
export function buildLibrary(folders: readonly (readonly ContentFile[])[], base: Library = EMPTY): Built {
  const parsed = folders.map(files => files.map(parseContent));
  const all = parsed.flat();
  const library = stacked(base, all);
  const seen = all.flatMap(it => it.seen ?? []);
  const catalogue = new Catalogue(library, seen);
  const clashes = new Map<ParsedFile, Problem[]>();
  for (const folder of parsed) for (const [file, found] of clashesIn(folder)) clashes.set(file, found);
  const whole = all.every(it => it.content);
  const problems = all.flatMap(it => [
    ...sorted([
      ...it.problems,
      ...(clashes.get(it) ?? []),
      ...(it.seen ? checkReferences(it.seen, catalogue) : []),
      // What a draw finds is known only when every bank can be read.
      ...(it.seen && whole && it.content?.kind === 'loop' ? checkDraws(it.seen, it.content, library) : []),
    ]),
  ]);
  return { library, problems, files: all };
}

const EMPTY = libraryOf({ banks: [], loops: [], rubrics: [] });

/** Later content replaces earlier and moves to the end: of several rubrics for a type, the last one is used. */
function stacked(base: Library, files: readonly ParsedFile[]): Library {
  const all = keptOf(base);
  for (const { content } of files) {
    if (content?.kind === 'bank') all.banks.push(content);
    if (content?.kind === 'loop') all.loops.push(content);
    if (content?.kind === 'rubric') all.rubrics.push(content);
  }
  return libraryOf(all);
}

/** Ids that two files of one folder have, and types that two of its rubrics claim. */
function clashesIn(folder: readonly ParsedFile[]): Map<ParsedFile, Problem[]> {
  const taken = new Map<string, Claim>();
  return new Map(folder.map(file => [file, file.seen ? clashesOf(file.seen, taken) : []]));
}

/** An id, or a type of a rubric, and the file that has it. */
interface Claim {
  source: Source;
  name: Name;
}

function clashesOf(seen: Seen, taken: Map<string, Claim>): Problem[] {
  const { source, tree, kind } = seen;
  const claims = [
    ...[nameIn(tree, 'id')].flatMap(id => id ?? []).map(name => ({ name, of: `${kind}s with the id` })),
    ...(kind === 'rubric' ? namesIn(tree, 'for') : []).map(name => ({ name, of: 'rubrics for the type' })),
  ];
  return claims.flatMap(({ name, of }) => {
    const claim = `${of} ${name.text}`;
    const first = taken.get(claim);
    if (!first) {
      taken.set(claim, { source, name });
      return [];
    }
    const { line } = placeOf(first.source, first.name.span[0]);
    return [
      problemAt(source, name.span, `There are two ${of} ${quoted(name.text)} in one folder.`, {
        hint: `The first is in ${shown(first.source.file)}:${line}.`,
      }),
    ];
  });
}
