/** Builds a pack: the bytes of every file. The same kit gives the same bytes. */
import { createHash } from 'node:crypto';
import { packText } from '../content/pack.ts';
import { InputError } from '../model/errors.ts';
import type { Pack } from '../model/pack.ts';
import { candidateSheet } from './candidate.ts';
import { contentFiles, rubricIdsOf } from './content.ts';
import { coverageCsv } from './coverage.ts';
import { interviewerSheet } from './interviewer.ts';
import { askedIn, closingsIn, type Kit, minutesOf } from './kit.ts';
import { type Leak, leaksIn } from './leaks.ts';
import { othersFor } from './others.ts';
import { scorecardCsv } from './scorecard.ts';
import { sheetDocument } from './sheet/docx.ts';
import { sheetPage } from './sheet/html.ts';
import { sheetMarkdown } from './sheet/markdown.ts';
import type { Sheet } from './sheet/sheet.ts';

/** Path with forward slashes to what the file holds. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** What every pack has beside content/. */
export const MANIFEST = 'pack.yaml';

/**
 * All files, pack.yaml first. Throws InputError where the candidate's copy would hold something of the answers: it is
 * checked before anybody can see it.
 */
export async function buildPack(kit: Kit): Promise<PackFiles> {
  const texts = contentFiles(kit);
  const files = new Map<string, Uint8Array>();
  await addCopies(files, 'candidate', candidateSheet(kit));
  await addCopies(files, 'interviewer', interviewerSheet(kit));
  texts.set('coverage.csv', coverageCsv(kit));
  texts.set('scorecard.csv', scorecardCsv(kit));
  for (const [path, text] of texts) files.set(path, Buffer.from(text));
  const leaks = leaksIn(kit.library, [...askedIn(kit), ...closingsIn(kit)], copiesIn(files));
  if (leaks.length > 0) throw leaking(leaks);
  const manifest = packText(manifestOf(kit, files));
  return new Map([[MANIFEST, Buffer.from(manifest)], ...files]);
}

async function addCopies(files: Map<string, Uint8Array>, name: string, sheet: Sheet): Promise<void> {
  files.set(`${name}.md`, Buffer.from(sheetMarkdown(sheet)));
  files.set(`${name}.html`, Buffer.from(sheetPage(sheet)));
  files.set(`${name}.docx`, await sheetDocument(sheet));
}

/** Of a pack's files, those that go to candidates. */
export function copiesIn(files: PackFiles): PackFiles {
  return new Map([...files].filter(([path]) => /^candidate\.[^/]*$/i.test(path)));
}

function leaking(leaks: readonly Leak[]): InputError {
  const [first] = leaks;
  return new InputError(
    `The candidate's copy would give away words of ${first!.of} (${first!.what}): “${first!.words}”.`,
    'Reword the prompt or what it gives away, or leave the question out with --exclude.',
  );
}

function manifestOf(kit: Kit, files: PackFiles): Pack {
  const { id, title, company, date, level, form, forms, seed, version } = kit;
  const paths = [...files.keys()].sort();
  const basis = {
    ...(kit.wish && { wish: kit.wish }),
    ...(kit.from !== undefined && { from: kit.from }),
    questions: askedIn(kit).map(it => it.ref),
  };
  const others = othersFor(kit.library, basis)?.map(it => it.ref);
  return {
    kind: 'pack',
    id,
    title,
    ...(company !== undefined && { company }),
    ...(date !== undefined && { date }),
    level,
    minutes: minutesOf(kit),
    form,
    forms,
    seed,
    madeWith: version,
    loop: id,
    ...basis,
    rubrics: rubricIdsOf(kit),
    missing: [...kit.missing],
    ...(others && { others: others.sort() }),
    files: Object.fromEntries(paths.map(path => [path, sha256(files.get(path)!)])),
  };
}

/** In hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
