/** What is wrong with a pack, and what is new since it was built. */
import { isDeepStrictEqual } from 'node:util';
import { formatProblem } from '../content/format.ts';
import type { Built } from '../content/library.ts';
import type { Library } from '../model/content.ts';
import { messageOf } from '../model/errors.ts';
import { allShelved, findQuestions, type Shelved } from '../model/library.ts';
import type { Pack } from '../model/pack.ts';
import { copiesIn, MANIFEST, sha256 } from './build.ts';
import { packed } from './content.ts';
import type { PackFolder } from './files.ts';
import { leaksIn } from './leaks.ts';
import { othersFor } from './others.ts';

/** Something wrong, or something new, in a sentence. */
export interface PackFinding {
  kind: 'checksum' | 'content' | 'reference' | 'leak' | 'new';
  /** Path in the pack; pack.yaml for what concerns all. */
  file: string;
  message: string;
}

export interface PackCheck {
  /** Whatever makes the pack unfit: it must not be used like this. */
  problems: PackFinding[];
  /** What the content of today has otherwise; no fault of the pack. */
  news: PackFinding[];
}

/**
 * @param built the pack's own content, checked on top of nothing.
 * @param today all content that there is now.
 */
export function checkPack(folder: PackFolder, built: Built, today: Library, version: string): PackCheck {
  return {
    problems: [
      ...checksums(folder),
      ...built.problems.map(
        (it): PackFinding => ({ kind: 'content', file: it.file, message: formatProblem(it) }),
      ),
      ...references(folder, built.library),
      ...leaks(folder, built.library),
    ],
    news: newsOf(folder, built.library, today, version),
  };
}

function checksums({ pack, files }: PackFolder): PackFinding[] {
  const finding = (file: string, message: string): PackFinding => ({ kind: 'checksum', file, message });
  const listed = Object.entries(pack.files).flatMap(([path, hash]) => {
    const bytes = files.get(path);
    if (!bytes) return [finding(path, 'The file is missing.')];
    return sha256(bytes) === hash ? [] : [finding(path, 'The file was changed since the pack was built.')];
  });
  const strange = [...files.keys()].filter(it => !Object.hasOwn(pack.files, it));
  return [...listed, ...strange.map(it => finding(it, 'The pack does not list this file.'))];
}

/** Everything by itself: a pack that needs other content could ask something else on another machine. */
function references({ pack }: PackFolder, library: Library): PackFinding[] {
  const finding = (message: string): PackFinding => ({ kind: 'reference', file: MANIFEST, message });
  const loop = library.loops.get(pack.loop);
  const asked = loop?.rounds.flatMap(it => it.questions) ?? [];
  const inLoop = new Set(asked.filter(it => typeof it === 'string'));
  return [
    ...(loop ? [] : [finding(`There is no loop ${pack.loop} in content/.`)]),
    ...pack.questions
      .filter(it => findQuestions(library, it).length === 0)
      .map(it => finding(`There is no question ${it} in content/.`)),
    ...(loop
      ? pack.questions.filter(it => !inLoop.has(it)).map(it => finding(`The loop does not ask ${it}.`))
      : []),
    ...[...inLoop]
      .filter(it => !pack.questions.includes(it))
      .map(it => finding(`The loop asks ${it}, which pack.yaml does not name.`)),
    ...pack.rubrics
      .filter(it => !library.rubrics.has(it))
      .map(it => finding(`There is no rubric ${it} in content/.`)),
    ...(asked.length > inLoop.size
      ? [finding('The loop leaves questions to chance: every pack of this kind asks others.')]
      : []),
  ];
}

function leaks({ files }: PackFolder, library: Library): PackFinding[] {
  const copies = copiesIn(files);
  const none: PackFinding[] =
    copies.size > 0 ? [] : [{ kind: 'reference', file: MANIFEST, message: "There is no candidate's copy." }];
  return [...none, ...[...copies].flatMap(([file, bytes]) => leaksOf(file, bytes, library))];
}

function leaksOf(file: string, bytes: Uint8Array, library: Library): PackFinding[] {
  try {
    const found = leaksIn(library, allShelved(library), new Map([[file, bytes]]));
    return found.map(it => ({
      kind: 'leak',
      file,
      message: `Words of ${it.of} (${it.what}): “${it.words}”.`,
    }));
  } catch (error) {
    const message = `Whether it gives anything away cannot be told. ${messageOf(error)}`;
    return [{ kind: 'leak', file, message }];
  }
}

/** What has another text now, is gone, or has come. */
function newsOf({ pack }: PackFolder, own: Library, today: Library, version: string): PackFinding[] {
  const told = [
    ...(pack.madeWith === version ? [] : [`Built with mockloop ${pack.madeWith}; this is ${version}.`]),
    ...allShelved(own).flatMap(it => questionNews(it, today)),
    ...[...own.rubrics.values()].flatMap(it => {
      const now = today.rubrics.get(it.id);
      if (!now) return [`The rubric ${it.id} is there no more.`];
      return changed(`The rubric ${it.id}`, it, now);
    }),
    ...newOthers(pack, today),
  ];
  return told.map(message => ({ kind: 'new', file: MANIFEST, message }));
}

function questionNews({ ref, question }: Shelved, today: Library): string[] {
  const [now] = findQuestions(today, ref);
  if (!now) return [`${ref} is in no bank any more.`];
  return changed(ref, { ...question, related: [] }, packed({ library: today }, now.question));
}

/** That something has changed, and in which of its keys. */
function changed(what: string, then: object, now: object): string[] {
  const parts = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  const other = parts.filter(key => !isSame(Reflect.get(then, key), Reflect.get(now, key)));
  return other.length === 0 ? [] : [`${what} has changed since: ${other.join(', ')}.`];
}

/** So many new questions are named. */
const NAMED = 5;

function newOthers(pack: Pack, today: Library): string[] {
  if (pack.from !== undefined && !today.loops.has(pack.from))
    return [`The loop ${pack.from} is there no more.`];
  const known = new Set(pack.others);
  const others = pack.others ? (othersFor(today, pack) ?? []).map(it => it.ref) : [];
  const came = others.filter(it => !known.has(it));
  if (came.length === 0) return [];
  const names = `${came.slice(0, NAMED).join(', ')}${came.length > NAMED ? ', …' : ''}`;
  return [
    `Questions that fit what was asked for and are not asked: ${others.length}. New of these: ${came.length} (${names}).`,
  ];
}

/** Equal as they stand in a file, whatever the order of the keys. */
function isSame(one: unknown, other: unknown): boolean {
  const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  return isDeepStrictEqual(written(one), written(other));
}
