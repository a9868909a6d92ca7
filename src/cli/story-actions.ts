/** What `mockloop stories` can do: list them with their gaps, add one, keep questions for a round, remove one of these. */
import { checkKnown } from '../content/known.ts';
import { nearest } from '../content/nearest.ts';
import { quoted } from '../content/showing.ts';
import { loadSession } from '../interview/journal.ts';
import type { Library } from '../model/content.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { allShelved } from '../model/library.ts';
import type { Attempt, Story } from '../model/progress.ts';
import { counted } from '../model/prose.ts';
import { visible } from '../model/unseen.ts';
import { decide } from '../progress/decisions.ts';
import {
  CLOSING,
  type Coverage,
  closingGaps,
  closingList,
  coverageOf,
  storyId,
} from '../progress/stories.ts';
import { quantitiesOf } from '../scoring/text/numbers.ts';
import type { CommonOptions } from './command.ts';
import { type Io, write, writeJson } from './io.ts';
import { type Remembered, remembered } from './remembering.ts';

export interface StoryOptions extends CommonOptions {
  title?: string;
  principle?: string[];
  part?: string[];
  from?: string;
  question?: string[];
}

export async function doWithStories(
  io: Io,
  options: StoryOptions,
  action: 'list' | 'add' | 'ask' | 'remove',
  name: string | undefined,
): Promise<number> {
  const known = await remembered(io, options);
  if (action === 'add') return add(io, options, known);
  if (action === 'ask') return ask(io, options, known, name);
  if (action === 'remove') return remove(io, options, known, name);
  return list(io, options, known);
}

async function add(
  io: Io,
  options: StoryOptions,
  { data, decided, history, library }: Remembered,
): Promise<number> {
  const { title, from } = options;
  if (title === undefined || title.trim() === '')
    throw new InputError('A story needs a title.', 'Give --title "What you call it".');
  checkKnown('principle', options.principle ?? [], principlesIn(library));
  const told = history.attempts.findLast(it => it.question === from);
  if (from !== undefined && !told)
    throw new InputError(`You have not answered ${from}.`, 'See `mockloop review --list` for what you have.');
  const story: Story = {
    id: storyId(
      title,
      decided.stories.map(it => it.id),
    ),
    title: title.trim(),
    parts: { ...(told && partsTold(data, told)), ...partsOf(options.part ?? []) },
    principles: [...new Set([...(told?.principles ?? []), ...(options.principle ?? [])])],
    ...(from !== undefined && { question: from }),
  };
  decide(data, { at: io.clock.now(), type: 'story', story });
  await (options.json ? writeJson(io, story) : write(io.stdout, `${story.id}\n`));
  return EXIT.done;
}

function principlesIn(library: Library): ReadonlySet<string> {
  const rounds = [...library.loops.values()].flatMap(it => it.rounds);
  return new Set([
    ...allShelved(library).flatMap(it => it.question.principles),
    ...rounds.flatMap(it => it.principles),
  ]);
}

/** The answer as it was told last, and its figures. */
function partsTold(data: string, { session, question }: Attempt): Record<string, string> {
  const asks = loadSession(data, session).session.rounds.flatMap(it => it.asks);
  const tries = asks.find(it => it.kind === 'question' && it.ref === question)?.tries ?? [];
  const told = tries.map(it => it.answer.trim()).findLast(it => it !== '');
  if (told === undefined) return {};
  const numbers = quantitiesOf(told).map(({ start, end }) => told.slice(start, end));
  return { told, ...(numbers.length > 0 && { numbers: [...new Set(numbers)].join(', ') }) };
}

function partsOf(parts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    parts.map(part => {
      const at = part.indexOf('=');
      if (at < 1)
        throw new InputError(`"${part}" is no part.`, 'Write it as --part result="What came of it".');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    }),
  );
}

async function ask(
  io: Io,
  { question = [], quiet }: StoryOptions,
  { data, library }: Remembered,
  round = '',
): Promise<number> {
  const rounds = [...library.loops.values()].flatMap(loop => loop.rounds.map(it => `${loop.id}/${it.id}`));
  if (!rounds.includes(round)) {
    const close = nearest(round, rounds);
    throw new InputError(
      round === '' ? 'For which round?' : `There is no round ${quoted(round)}.`,
      close ? `Did you mean "${close}"?` : 'Name it as loop/round, such as amazon-go-backend/technical-1.',
    );
  }
  const questions = question.map(it => it.trim()).filter(it => it !== '');
  if (questions.length < CLOSING.least || questions.length > CLOSING.most)
    throw new InputError(
      'Two or three questions are what a round has time for.',
      'Give each as --question TEXT.',
    );
  decide(data, { at: io.clock.now(), type: 'closing', round, questions });
  if (!quiet)
    await write(io.stderr, `Kept for the end of ${round}: ${counted(questions.length, 'question')}.\n`);
  return EXIT.done;
}

async function remove(
  io: Io,
  options: StoryOptions,
  { data, decided }: Remembered,
  name: string | undefined,
): Promise<number> {
  const at = io.clock.now();
  if (name !== undefined && decided.closing.has(name))
    decide(data, { at, type: 'closing', round: name, questions: [] });
  else {
    const ids = [...decided.stories.map(it => it.id), ...decided.closing.keys()];
    if (name === undefined || !ids.includes(name))
      throw new InputError(
        name === undefined ? 'Which story?' : `There is no story ${quoted(name)}.`,
        ids.length > 0 ? `There are: ${ids.join(', ')}.` : 'There is none yet.',
      );
    decide(data, { at, type: 'story-removed', id: name });
  }
  if (!options.quiet) await write(io.stderr, `Removed: ${visible(name)}\n`);
  return EXIT.done;
}

async function list(
  io: Io,
  options: StoryOptions,
  { library, decided, history }: Remembered,
): Promise<number> {
  const wanted = [...library.loops.values()].flatMap(loop => loop.rounds.flatMap(it => it.principles));
  const coverage = coverageOf(decided.stories, wanted, history.attempts);
  const { stories } = decided;
  const closing = closingList(decided);
  const withoutClosing = closingGaps(decided.closing, library.loops.values());
  const told = { stories, ...coverage, closing, withoutClosing };
  await (options.json ? writeJson(io, told) : write(io.stdout, `${visible(rowsOf(told).join('\n'))}\n`));
  return EXIT.done;
}

/** What `stories --json` tells. */
interface Told extends Coverage {
  stories: readonly Story[];
  closing: ReturnType<typeof closingList>;
  withoutClosing: string[];
}

function rowsOf({ stories, without, overused, suggested, closing, withoutClosing }: Told): string[] {
  return [
    ...(stories.length === 0
      ? ['No story yet: mockloop stories add --title "..."']
      : stories.flatMap(storyRows)),
    ...listed('No story shows', without),
    ...listed(
      'Only one story for much',
      overused.map(it => `${it.id}: ${it.principles.join(', ')}`),
    ),
    ...listed(
      'Answered well, and no story yet',
      suggested.map(it => `mockloop stories add --from ${it.question} --title "..."`),
    ),
    ...listed(
      'What you will ask at the end',
      closing.length > 0
        ? closing.flatMap(({ round, questions }) => [round, ...questions.map(it => `  ${it}`)])
        : ['mockloop stories ask LOOP/ROUND --question "..." --question "..."'],
    ),
    ...listed('Rounds without two questions of yours', withoutClosing),
  ];
}

const storyRows = ({ id, title, principles, parts }: Story): string[] => [
  `${id}  ${title}${principles.length > 0 ? `  (${principles.join(', ')})` : ''}`,
  ...Object.entries(parts).map(([name, text]) => `  ${name}: ${text.replaceAll('\n', '\n    ')}`),
];

const listed = (title: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : ['', title, ...rows.map(it => `  ${it}`)];
