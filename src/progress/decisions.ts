/** decisions.jsonl: what only the user can say. Appended to and never changed; what holds today is its fold. */
import { join } from 'node:path';
import { isMissing } from '../model/disk.ts';
import type { CardReview, Decided, Decision, Outcome, Skipped, Story } from '../model/progress.ts';
import { makePrivateFolder } from '../store/folders.ts';
import { openLog, readLog } from '../store/log.ts';
import { merged } from './reviews.ts';
import { freeName } from './stories.ts';

export const decisionsPath = (data: string) => join(data, 'decisions.jsonl');

/** Adds them; on the disk when it returns. Throws the file system's error. */
export function decide(data: string, ...decisions: readonly Decision[]): void {
  makePrivateFolder(data);
  const log = openLog<Decision>(decisionsPath(data));
  try {
    for (const it of decisions) log.append(it);
  } finally {
    log.close();
  }
}

/** All that was decided, and the lines that could not be read. Nothing yet is no error; throws other errors of the disk. */
export function readDecisions(data: string): { decisions: Decision[]; skipped: Skipped[] } {
  try {
    const { entries, damage } = readLog<Decision>(decisionsPath(data));
    const skipped = damage.map(({ line, why }) => ({ what: `decisions.jsonl, line ${line}`, why }));
    const unfit = entries.filter(it => !isDecision(it));
    for (const { type } of unfit)
      skipped.push({ what: `a line of decisions.jsonl, ${String(type)}`, why: UNFIT });
    return { decisions: entries.filter(isDecision), skipped };
  } catch (error) {
    if (isMissing(error)) return { decisions: [], skipped: [] };
    throw error;
  }
}

const UNFIT = 'it does not hold what such a line needs';

/** Whether a line has what its kind needs: one written by hand, or by a later version, must not end the command. */
function isDecision(entry: Decision): boolean {
  const { at, card, outcome, story, id, reviews, round, questions } = entry as Partial<
    Record<string, unknown>
  > & {
    at: unknown;
  };
  if (!isMoment(at)) return false;
  switch (entry.type) {
    case 'outcome':
      return hasTexts(outcome, ['date', 'company', 'round', 'result', 'note']);
    case 'story':
      return isStory(story);
    case 'story-removed':
      return typeof id === 'string';
    case 'closing':
      return typeof round === 'string' && areTexts(questions);
    case 'reviewed':
      return typeof card === 'string' && Array.isArray(reviews) && reviews.every(isReview);
    case 'suspended':
    case 'unsuspended':
    case 'reset':
      return typeof card === 'string';
    default:
      // Of a later version: it changes nothing.
      return true;
  }
}

/** Days have four digits for the year, and a card may be due a hundred years later. */
const LATEST = Date.UTC(9000, 0, 1);

const isMoment = (at: unknown): boolean => typeof at === 'number' && at >= 0 && at < LATEST;

function isReview(value: Partial<CardReview> | null): boolean {
  return isMoment(value?.at) && [1, 2, 3, 4].includes(value!.level!);
}

const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every(it => typeof it === 'string');

function isStory(value: unknown): boolean {
  if (!hasTexts(value, ['id', 'title'])) return false;
  const { parts, principles } = value as Partial<Story>;
  return (
    areTexts(principles) && typeof parts === 'object' && parts !== null && areTexts(Object.values(parts))
  );
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every(name => typeof (value as Record<string, unknown>)[name] === 'string');
}

/** What holds after all decisions, in the order made. Kinds of a later version change nothing. */
export function decided(decisions: readonly Decision[]): Decided {
  const suspended = new Map<string, number>();
  const unsuspended = new Map<string, number>();
  const resets = new Map<string, number>();
  const reviews = new Map<string, readonly CardReview[]>();
  const stories = new Map<string, Story>();
  const closing = new Map<string, readonly string[]>();
  const outcomes: Outcome[] = [];
  for (const it of decisions) {
    if (it.type === 'suspended') turn(it, unsuspended, suspended);
    else if (it.type === 'unsuspended') turn(it, suspended, unsuspended);
    else if (it.type === 'reset') resets.set(it.card, it.at);
    else if (it.type === 'reviewed') reviews.set(it.card, merged(reviews.get(it.card) ?? [], it.reviews));
    else if (it.type === 'outcome') outcomes.push(it.outcome);
    else if (it.type === 'story') tell(it.story, stories);
    else if (it.type === 'story-removed') stories.delete(it.id);
    else if (it.type === 'closing' && it.questions.length > 0) closing.set(it.round, it.questions);
    else if (it.type === 'closing') closing.delete(it.round);
  }
  return { suspended, unsuspended, resets, reviews, stories: [...stories.values()], closing, outcomes };
}

/** Two processes may have given the same id at once: each story stays. */
function tell(story: Story, stories: Map<string, Story>) {
  const id = freeName(story.id, [...stories.keys()]);
  stories.set(id, { ...story, id });
}

function turn(
  { at, card }: { at: number; card: string },
  from: Map<string, number>,
  to: Map<string, number>,
) {
  from.delete(card);
  to.set(card, at);
}
