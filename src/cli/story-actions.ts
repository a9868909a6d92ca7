/** What `mockloop stories` can do: list them with their gaps, add one, remove one. */
import { EXIT, InputError } from '../model/errors.ts';
import type { Story } from '../model/progress.ts';
import { visible } from '../model/unseen.ts';
import { decide } from '../progress/decisions.ts';
import { type Coverage, coverageOf, storyId } from '../progress/stories.ts';
import { visibleJson } from '../reports/visible.ts';
import type { CommonOptions } from './command.ts';
import { type Io, write } from './io.ts';
import { type Remembered, remembered } from './remembering.ts';

export interface StoryOptions extends CommonOptions {
  title?: string;
  principle?: string[];
  part?: string[];
  from?: string;
}

export async function doWithStories(
  io: Io,
  options: StoryOptions,
  action: 'list' | 'add' | 'remove',
  id: string | undefined,
): Promise<number> {
  const known = await remembered(io, options);
  if (action === 'add') return add(io, options, known);
  if (action === 'remove') return remove(io, options, known, id);
  return list(io, options, known);
}

async function add(io: Io, options: StoryOptions, { data, decided, history }: Remembered): Promise<number> {
  const { title, from } = options;
  if (title === undefined || title.trim() === '')
    throw new InputError('A story needs a title.', 'Give --title "What you call it".');
  const told = history.attempts.findLast(it => it.isMain && it.question === from);
  if (from !== undefined && !told)
    throw new InputError(`You have not answered ${from}.`, 'See `mockloop review --list` for what you have.');
  const story: Story = {
    id: storyId(
      title,
      decided.stories.map(it => it.id),
    ),
    title: title.trim(),
    parts: partsOf(options.part ?? []),
    principles: [...new Set([...(told?.principles ?? []), ...(options.principle ?? [])])],
    ...(from !== undefined && { question: from }),
  };
  decide(data, { at: io.clock.now(), type: 'story', story });
  await write(io.stdout, `${story.id}\n`);
  return EXIT.done;
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

async function remove(
  io: Io,
  options: StoryOptions,
  { data, decided }: Remembered,
  id: string | undefined,
): Promise<number> {
  const ids = decided.stories.map(it => it.id);
  if (id === undefined || !ids.includes(id))
    throw new InputError(
      id === undefined ? 'Which story?' : `There is no story "${id}".`,
      ids.length > 0 ? `There are: ${ids.join(', ')}.` : 'There is none yet.',
    );
  decide(data, { at: io.clock.now(), type: 'story-removed', id });
  if (!options.quiet) await write(io.stderr, `Removed: ${id}\n`);
  return EXIT.done;
}

async function list(
  io: Io,
  options: StoryOptions,
  { library, decided, history }: Remembered,
): Promise<number> {
  const wanted = [...library.loops.values()].flatMap(loop => loop.rounds.flatMap(it => it.principles));
  const coverage = coverageOf(decided.stories, wanted, history.attempts);
  const text = options.json
    ? visibleJson(JSON.stringify({ stories: decided.stories, ...coverage }, null, 2))
    : visible(rowsOf(decided.stories, coverage).join('\n'));
  await write(io.stdout, `${text}\n`);
  return EXIT.done;
}

function rowsOf(stories: readonly Story[], { without, overused, suggested }: Coverage): string[] {
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
  ];
}

const storyRows = ({ id, title, principles, parts }: Story): string[] => [
  `${id}  ${title}${principles.length > 0 ? `  (${principles.join(', ')})` : ''}`,
  ...Object.entries(parts).map(([name, text]) => `  ${name}: ${text}`),
];

const listed = (title: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : ['', title, ...rows.map(it => `  ${it}`)];
