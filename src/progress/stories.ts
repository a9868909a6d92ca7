/** What the candidate's own stories cover, and what they do not. */
import type { Loop } from '../model/content.ts';
import type { Attempt, Decided, Story } from '../model/progress.ts';

export interface Coverage {
  /** Principles that no story shows, in alphabetical order. */
  without: string[];
  /** Stories that are the only one for many principles: told that often in one loop, a story wears out. */
  overused: { id: string; principles: string[] }[];
  /** Questions about the candidate's past that were answered well, and whose answer is no story yet. */
  suggested: { question: string; principles: readonly string[]; score: number }[];
}

/** Ours: so many principles of one loop, and the panel hears the same story from each side. */
const MANY = 3;

/** @param wanted the principles that the loops ask for. */
export function coverageOf(
  stories: readonly Story[],
  wanted: readonly string[],
  attempts: readonly Attempt[],
): Coverage {
  const storiesFor = (principle: string) => stories.filter(it => it.principles.includes(principle));
  const alone = (story: Story) => story.principles.filter(it => storiesFor(it).length === 1);
  return {
    without: [...new Set(wanted)].filter(it => storiesFor(it).length === 0).sort(),
    overused: stories
      .map(it => ({ id: it.id, principles: alone(it) }))
      .filter(it => it.principles.length >= MANY),
    suggested: suggestions(stories, attempts),
  };
}

function suggestions(stories: readonly Story[], attempts: readonly Attempt[]): Coverage['suggested'] {
  const kept = new Set(stories.map(it => it.question));
  const last = new Map<string, Attempt>();
  for (const it of attempts) if (it.type === 'behavioral') last.set(it.question, it);
  return [...last.values()]
    .filter(it => it.level >= 3 && !kept.has(it.question))
    .map(({ question, principles, score }) => ({ question, principles, score }));
}

/** Two or three: with one alone the candidate has nothing left when it was answered on the way. */
export const CLOSING = { least: 2, most: 3 } as const;

/** The questions as a list. */
export const closingList = ({ closing }: Pick<Decided, 'closing'>) =>
  [...closing].map(([round, questions]) => ({ round, questions }));

/** Of loops that have questions for the end of some round, the rounds that end with the candidate's and have none, or one. */
export function closingGaps(closing: Decided['closing'], loops: Iterable<Loop>): string[] {
  return [...loops].flatMap(({ id, rounds }) => {
    const names = rounds.map(it => ({ name: `${id}/${it.id}`, closes: it.closing !== undefined }));
    if (!names.some(it => closing.has(it.name))) return [];
    return names
      .filter(it => it.closes && (closing.get(it.name)?.length ?? 0) < CLOSING.least)
      .map(it => it.name);
  });
}

/** A free id made of the title: letters, digits and hyphens. */
export function storyId(title: string, taken: readonly string[]): string {
  const plain =
    title
      .normalize('NFD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-|-$/g, '') || 'story';
  return freeName(plain, taken);
}

/** The name, or where it is taken the first of `name-2`, `name-3` and so on that is not. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}
