/** Filled scorecards of a pack, put together. */
import { basename, extname } from 'node:path';
import { ContentError } from '../content/content-error.ts';
import { buildAlone } from '../content/files.ts';
import { quoted, shown } from '../content/showing.ts';
import { seededRandom } from '../interview/random.ts';
import type { Library } from '../model/content.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { findQuestions } from '../model/library.ts';
import type { PackDebrief } from '../model/pack-debrief.ts';
import { packDebriefOf } from '../packs/debrief/debrief.ts';
import { readScorecard, together } from '../packs/debrief/rows.ts';
import { packDebriefSheet } from '../packs/debrief/sheet.ts';
import { readNamed, readPack } from '../packs/files.ts';
import { criteriaOf } from '../packs/kit.ts';
import { sheetPage } from '../packs/sheet/html.ts';
import { sheetMarkdown } from '../packs/sheet/markdown.ts';
import { jsonDocument } from '../reports/visible.ts';
import { writeAtomic } from '../store/atomic.ts';
import { identityOf, isThere, isWithin } from '../store/folders.ts';
import { checkOutputs } from './batching.ts';
import { type Io, write } from './io.ts';
import type { PackOptions } from './pack-options.ts';

const FORMATS: Readonly<Record<string, (debrief: PackDebrief) => string>> = {
  '.md': it => sheetMarkdown(packDebriefSheet(it)),
  '.html': it => sheetPage(packDebriefSheet(it)),
  '.json': jsonDocument,
};

/** More than a scorecard of many candidates comes to. */
const MOST_BYTES = 8 * 1024 * 1024;

/** stdout is the debrief in Markdown, or JSON with --json, unless --out is given. @returns 0, or 3 for rows unread. */
export async function debrief(io: Io, options: PackOptions, paths: readonly string[]): Promise<number> {
  const [path, ...files] = paths;
  if (path === undefined || files.length === 0)
    throw new InputError(
      'Name a pack and its filled scorecards.',
      'Like this: mockloop pack debrief pack/ scorecards/*.csv.',
    );
  const read = new Set(paths.map(identityOf));
  checkOutputs(options.out ?? [], { wouldRead: it => read.has(identityOf(it)) });
  for (const out of options.out ?? [])
    if (isThere(path) && isWithin(path, out))
      throw new InputError(
        `The output ${quoted(out)} lies in the pack, which must stay as it was built.`,
        'Name a file elsewhere.',
      );
  const outputs = (options.out ?? []).map(it => [it, formatOf(it)] as const);
  const made = await debriefFrom(path, files);
  for (const [out, format] of outputs) writeAtomic(out, format(made));
  if (outputs.length === 0) await write(io.stdout, FORMATS[options.json ? '.json' : '.md']!(made));
  for (const { file, line, message } of made.badRows)
    await write(io.stderr, `${shown(file)}:${line}: ${shown(message)}\n`);
  return made.badRows.length > 0 ? EXIT.incomplete : EXIT.done;
}

function formatOf(path: string): (debrief: PackDebrief) => string {
  const ending = extname(path).toLowerCase();
  if (Object.hasOwn(FORMATS, ending)) return FORMATS[ending]!;
  throw new InputError(
    `The name of ${quoted(path)} does not tell a format.`,
    `Use one of ${Object.keys(FORMATS).join(', ')}.`,
  );
}

/** The same scorecards give the same bytes on every machine. */
const SEED = 1;

async function debriefFrom(path: string, files: readonly string[]): Promise<PackDebrief> {
  const { pack } = readPack(path);
  const { library, problems } = await buildAlone(path);
  if (problems.length > 0) throw new ContentError(problems, 'The pack');
  const asked = pack.questions.map(it => theQuestion(library, it));
  const known = new Map(
    asked.map(it => [it.ref, new Set(criteriaOf(library, it).map(named => named.name))] as const),
  );
  const cards = files.map(file => {
    const name = basename(file, extname(file));
    return readScorecard({ file, name, bytes: readNamed(file, MOST_BYTES) }, known);
  });
  const rows = together(cards);
  if (rows.marks.length === 0 && rows.badRows.length === 0)
    throw new InputError(
      'No row of the scorecards has a level.',
      'Write 1, 2, 3 or 4 in the column "level".',
    );
  return packDebriefOf(pack, library, asked, rows, seededRandom(SEED));
}

function theQuestion(library: Library, ref: string) {
  const [found] = findQuestions(library, ref);
  if (found) return found;
  throw new InputError(`There is no question ${quoted(ref)} in the pack.`, 'See `mockloop pack check`.');
}
