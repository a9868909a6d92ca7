/** Builds what the command line asks for: one pack, or several equal forms. */
import { join, resolve } from 'node:path';
import { quoted, shown } from '../content/showing.ts';
import { seededRandom } from '../interview/random.ts';
import { ID, type Library, type QuestionType, type Round } from '../model/content.ts';
import { EXIT, InputError } from '../model/errors.ts';
import type { PackWish } from '../model/pack.ts';
import { isLine } from '../model/unseen.ts';
import { buildPack, type PackFiles } from '../packs/build.ts';
import { choose } from '../packs/choose/choose.ts';
import type { Form } from '../packs/choose/form.ts';
import { formsOfLoop, topicsOfLoop } from '../packs/choose/loop-forms.ts';
import { type Topic, topicsOf, usualClosing } from '../packs/choose/wish.ts';
import { questionsUsedIn, readNamed } from '../packs/files.ts';
import type { Kit } from '../packs/kit.ts';
import { logoOf, MOST_LOGO } from '../packs/logo.ts';
import { choiceLines, equalityLines, loopLine, strangeLines } from '../packs/told.ts';
import { isThere, isWithin } from '../store/folders.ts';
import { isFreeFor, newFolder } from '../store/new-folder.ts';
import { type Io, write, writeExact, writeJson } from './io.ts';
import { loopNamed } from './naming.ts';
import { CHOOSING, type PackOptions } from './pack-options.ts';
import { checkFolderOf, contentFolders, libraryFor } from './places.ts';
import { VERSION } from './version.ts';

const DEFAULT_ID = 'practice-pack';

/** @returns the exit code. stdout names the packs, a line each, or a list in JSON; stderr says what was chosen and why. */
export async function build(io: Io, options: PackOptions, paths: readonly string[]): Promise<number> {
  const [out, another] = options.out ?? [];
  if (paths.length > 0) throw new InputError(`${quoted(paths[0]!)} is not needed to build a pack.`, HOW);
  if (!out || another !== undefined) throw new InputError('Where to? Name one folder.', HOW);
  if (options.id !== undefined && !ID.test(options.id))
    throw new InputError(`${quoted(options.id)} is no id.`, 'Use lower-case letters, digits and dashes.');
  checkLines(options);
  const place = resolve(out);
  checkFree(place, out);
  checkApart(place, out, contentFolders(io, options));
  const library = await libraryFor(io, options);
  const excluded = new Set((options.exclude ?? []).flatMap(questionsUsedIn));
  const chosen =
    options.loop === undefined ? byWish(library, options, excluded) : byLoop(library, options, excluded);
  const kits = kitsOf(library, options, chosen);
  const packs = await Promise.all(kits.map(buildPack));
  const names = kits.map(({ form, forms }) => (forms === 1 ? '' : `form-${form}`));
  writePacks(place, new Map(names.map((it, at) => [it, packs[at]!])));
  const made = names.map(it => (it === '' ? out : join(out, it)));
  if (options.json) await writeJson(io, made);
  else await writeExact(io, made.map(it => `${it}\n`).join(''));
  const told = [
    ...strangeLines(library, excluded),
    ...chosen.told,
    ...(kits[0]!.logo?.type === 'svg' ? [ONLY_PAGES] : []),
  ];
  if (!options.quiet) await write(io.stderr, told.map(it => `${shown(it)}\n`).join(''));
  return EXIT.done;
}

const HOW = 'Like this: mockloop pack build --out pack --minutes 60.';

const ONLY_PAGES = 'The logo stands in the HTML alone: for Word it must be a PNG or a JPEG.';

/** What the parts of a pack have in common, whoever chose the questions. */
interface Chosen
  extends Pick<Kit, 'title' | 'level' | 'breakMinutes' | 'facts' | 'topics' | 'missing' | 'wish' | 'from'> {
  id: string;
  forms: Form[];
  told: string[];
}

function byWish(library: Library, options: PackOptions, excluded: ReadonlySet<string>): Chosen {
  const asked = wishOf(options);
  const wish = { ...asked, excluded };
  const title = wish.level === undefined ? 'Practice interview' : `Practice interview, ${wish.level}`;
  const choice = choose(library, {
    wish,
    forms: options.variants ?? 1,
    partial: options.partial ?? false,
    round: roundOf(wish),
    random: seededRandom(options.seed ?? 1),
  });
  return {
    id: DEFAULT_ID,
    title,
    level: wish.level ?? '',
    breakMinutes: 0,
    facts: [],
    topics: topicsOf(wish),
    wish: asked,
    missing: choice.missing.map(({ kind, id, why }) => ({ kind, id, why })),
    forms: choice.forms,
    told: [...choiceLines(choice, wish), ...equalityLines(choice.equality)],
  };
}

function wishOf(options: PackOptions): PackWish {
  const { minutes, level, competencies = [], principles = [], banks, types, difficulty } = options;
  if (minutes === undefined)
    throw new InputError('For how long? Neither --minutes nor --loop was given.', HOW);
  const closing = options.closing ?? usualClosing(minutes);
  if (closing >= minutes)
    throw new InputError(
      `The closing takes all of the ${minutes} minutes.`,
      `The nearest that works: --closing 0, or --minutes ${closing + 10}.`,
    );
  return {
    minutes,
    closing,
    competencies,
    principles,
    ...(level !== undefined && { level }),
    ...(banks && { banks }),
    ...(types && { types: types as QuestionType[] }),
    ...(difficulty && { difficulty }),
  };
}

function roundOf({ minutes, closing, principles }: PackWish): Omit<Round, 'questions'> {
  return {
    id: 'interview',
    title: 'Interview',
    minutes,
    interviewer: 'interviewer',
    principles: [...principles],
    ...(closing > 0 && { closing: { minutes: closing, question: 'closing/your-questions' } }),
    barRaiser: false,
  };
}

function byLoop(library: Library, options: PackOptions, excluded: ReadonlySet<string>): Chosen {
  const idle = CHOOSING.find(it => options[it] !== undefined);
  if (idle !== undefined)
    throw new InputError(
      `--${idle} has no place beside --loop: the loop says what is asked.`,
      'Leave one of them out.',
    );
  const loop = loopNamed(library, options.loop!);
  const { forms, equality } = formsOfLoop(library, loop, {
    forms: options.variants ?? 1,
    excluded,
    random: seededRandom(options.seed ?? 1),
  });
  const { id, title, level, breakMinutes, facts } = loop;
  const topics: Topic[] = topicsOfLoop(loop);
  const told = [loopLine(loop, forms), ...equalityLines(equality)];
  return { id: `${id}-pack`, title, level, breakMinutes, facts, topics, missing: [], from: id, forms, told };
}

function kitsOf(library: Library, options: PackOptions, chosen: Chosen): Kit[] {
  const { forms, told: _, ...common } = chosen;
  const { company, date, title = common.title, id = common.id } = options;
  const logo =
    options.logo === undefined ? undefined : logoOf(options.logo, readNamed(options.logo, MOST_LOGO));
  return forms.map(({ rounds }, at) => ({
    ...common,
    id: forms.length === 1 ? id : `${id}-${at + 1}`,
    title,
    ...(company !== undefined && { company }),
    ...(date !== undefined && { date }),
    ...(logo && { logo }),
    rounds,
    form: at + 1,
    forms: forms.length,
    seed: options.seed ?? 1,
    version: VERSION,
    library,
  }));
}

/** What stands on both copies: a pack with anything else could not be read again. */
function checkLines(options: PackOptions): void {
  const wrong = (['title', 'company', 'date'] as const).find(
    it => options[it] !== undefined && !isLine(options[it]),
  );
  if (wrong !== undefined)
    throw new InputError(
      `--${wrong} is blank, or more than a line of text.`,
      'Write it in one line, or leave it out.',
    );
}

function checkFree(place: string, out: string): void {
  checkFolderOf(place);
  if (!isFreeFor(place))
    throw new InputError(
      `${quoted(out)} is there already, and no empty folder.`,
      'Name another folder, or remove what is there.',
    );
}

/** A pack in a folder of content would be read as content of it from then on. */
function checkApart(place: string, out: string, folders: readonly string[]): void {
  const own = folders.find(it => isThere(it) && isWithin(it, place));
  if (own !== undefined)
    throw new InputError(
      `${quoted(out)} lies in ${quoted(own)}, whose content it is made from.`,
      'Name a folder elsewhere: what lies there is read as content, too.',
    );
}

/** All packs or none. */
function writePacks(place: string, packs: ReadonlyMap<string, PackFiles>): void {
  const folder = newFolder(place, { isPrivate: false });
  try {
    for (const [name, files] of packs)
      for (const [path, bytes] of files) folder.add(name === '' ? path : `${name}/${path}`, bytes);
    folder.commit();
  } catch (error) {
    folder.abandon();
    throw error;
  }
}
