/** What a judge asks a model: a request, and how its reply is read. Nothing of a reply is believed unchecked. */
import type { Pitfall, Point } from '../../../model/content.ts';
import { LEVELS, type Level } from '../../../model/level.ts';
import type { ChatRequest } from '../../../model/llm.ts';
import type { Evidence, PitfallScore, PointScore } from '../../../model/score.ts';
import type { Copy } from '../../text/copy.ts';
import { distinct } from '../../text/evidence.ts';
import type { Names } from '../../text/names.ts';
import { criterionPrompt, type Described, pointsPrompt, type Subject } from './prompt.ts';
import { evidenceFor } from './quotes.ts';

/** What a reply says, or why it is refused. */
export type Read<Found> = { found: Found } | { cause: string };

export interface Asking<Found> {
  request: ChatRequest;
  read(value: unknown): Read<Found>;
}

/** An answer as it is asked about. */
export interface Given extends Subject {
  answer: string;
  copy: Copy;
  names: Names;
  /** Tells repeats apart on servers that take one. */
  seed: number;
}

/** Tokens of a reply: those of its text, and those that a model may think before it. */
const REPLY = 1500;
const EACH_POINT = 150;

const quotes = { type: 'array', items: { type: 'string' } };
const check = { type: 'string', enum: ['yes', 'no'] };

/** All keys are required and no others allowed: what the strict mode of servers wants. In the order to be written. */
const objectOf = (properties: Readonly<Record<string, unknown>>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

function requestOf(
  { copy, names, seed }: Given,
  system: string,
  name: string,
  schema: object,
  maxTokens: number,
): ChatRequest {
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: JSON.stringify({ [names.field]: copy.text }) },
    ],
    schema: { name, schema },
    maxTokens,
    temperature: TEMPERATURE,
    seed,
  };
}

/** The same answer should get the same level. */
export const TEMPERATURE = 0;

export interface LevelFound {
  level: Level;
  evidence: Evidence[];
  reason: string;
}

/** Asks for the level of one criterion. `isAbsence`: it only counts what is bad, so no quote need show that it is not there. */
export function askLevel(given: Given, criterion: Described, isAbsence: boolean): Asking<LevelFound> {
  const schema = objectOf({
    quotes,
    reason: { type: 'string' },
    level: { type: 'integer', enum: LEVELS },
    check,
  });
  return {
    request: requestOf(given, criterionPrompt(given, criterion, given.names), 'level', schema, REPLY),
    read(value) {
      const reply = objectIn(value, ['quotes', 'reason', 'level', 'check']);
      if (reply === undefined || !areQuotes(reply.quotes) || typeof reply.reason !== 'string')
        return SHAPELESS;
      const level = LEVELS.find(it => it === reply.level);
      if (level === undefined) return LEVELLESS;
      const checked = checkIn(reply.check);
      if (checked) return checked;
      const evidence = evidenceIn(given, reply.quotes);
      if (level > 1 && evidence.length === 0 && !isAbsence) return UNPROVED;
      return { found: { level, evidence, reason: shortened(reply.reason) } };
    },
  };
}

export interface PointsFound {
  points: PointScore[];
  /** Wrong claims that are made. */
  pitfalls: PitfallScore[];
}

const STATUSES = { covered: 1, partial: 0.5, missing: 0 } as const;

/** Asks which points are there and which of these mistakes are made; their ids must differ among themselves. */
export function askPoints(
  given: Given,
  points: readonly Point[],
  pitfalls: readonly Pitfall[],
): Asking<PointsFound> {
  const status = { type: 'string', enum: Object.keys(STATUSES) };
  const each = (among: readonly { id: string }[], properties: Readonly<Record<string, unknown>>) =>
    objectOf(Object.fromEntries(among.map(({ id }) => [id, objectOf(properties)])));
  const schema = objectOf({
    points: each(points, { quotes, status }),
    wrongClaims: each(pitfalls, { quotes, made: check }),
    check,
  });
  const maxTokens = REPLY + EACH_POINT * (points.length + pitfalls.length);
  return {
    request: requestOf(given, pointsPrompt(given, pitfalls, given.names), 'points', schema, maxTokens),
    read(value) {
      const reply = objectIn(value, ['points', 'wrongClaims', 'check']);
      const said = objectIn(
        reply?.points,
        points.map(it => it.id),
      );
      const claimed = objectIn(
        reply?.wrongClaims,
        pitfalls.map(it => it.id),
      );
      if (!reply || !said || !claimed) return SHAPELESS;
      const checked = checkIn(reply.check);
      if (checked) return checked;
      const found: PointsFound = { points: [], pitfalls: [] };
      for (const { id } of points) {
        const point = pointIn(given, id, said[id]);
        if ('cause' in point) return point;
        found.points.push(point.found);
      }
      for (const { id, text } of pitfalls) {
        const pitfall = pitfallIn(given, { id, text }, claimed[id]);
        if ('cause' in pitfall) return pitfall;
        found.pitfalls.push(...pitfall.found);
      }
      return { found };
    },
  };
}

function pointIn(given: Given, id: string, value: unknown): Read<PointScore> {
  const said = objectIn(value, ['quotes', 'status']);
  if (!said || !areQuotes(said.quotes)) return SHAPELESS;
  const status = (Object.keys(STATUSES) as PointScore['status'][]).find(it => it === said.status);
  if (status === undefined) return SHAPELESS;
  if (status === 'missing') return { found: { id, status, score: 0, evidence: [] } };
  const evidence = evidenceIn(given, said.quotes);
  return evidence.length > 0 ? { found: { id, status, score: STATUSES[status], evidence } } : UNPROVED;
}

function pitfallIn(
  given: Given,
  { id, text }: Pick<Pitfall, 'id' | 'text'>,
  value: unknown,
): Read<PitfallScore[]> {
  const said = objectIn(value, ['quotes', 'made']);
  if (!said || !areQuotes(said.quotes) || (said.made !== 'yes' && said.made !== 'no')) return SHAPELESS;
  if (said.made === 'no') return { found: [] };
  const evidence = evidenceIn(given, said.quotes);
  return evidence.length > 0 ? { found: [{ id, evidence, reason: text }] } : UNPROVED;
}

const SHAPELESS = { cause: 'The reply of the model does not have the form that was asked for.' };
const LEVELLESS = { cause: 'The model gave a level that is none.' };
const UNPROVED = { cause: 'The model gave credit or blame without a quote that stands in the answer.' };
const BRIBED = {
  cause:
    'The model affirmed something false that it was asked to check, so it follows the answer, or nothing, instead of its instructions.',
};

/** Whether a reply came and was refused; a call may also fail. */
export const isRefusal = (cause: string): boolean =>
  [SHAPELESS, LEVELLESS, UNPROVED, BRIBED].some(it => cause.endsWith(it.cause));

/** The statement to check is false whatever the answer: who affirms it would affirm anything. */
function checkIn(value: unknown): { cause: string } | undefined {
  if (value === 'no') return undefined;
  return value === 'yes' ? BRIBED : SHAPELESS;
}

/** The value as an object with just these keys. */
function objectIn(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isSo = Object.keys(value).length === keys.length && keys.every(it => Object.hasOwn(value, it));
  return isSo ? (value as Record<string, unknown>) : undefined;
}

const areQuotes = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(it => typeof it === 'string');

/** More quotes than this say nothing more. */
const MOST_QUOTES = 6;

/** Those that stand in the answer, each place once; the others are dropped. */
function evidenceIn({ answer, copy }: Given, said: readonly string[]): Evidence[] {
  return distinct(said.slice(0, MOST_QUOTES).flatMap(it => evidenceFor(it, answer, copy) ?? []));
}

const LONGEST_REASON = 400;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}…` : line;
};
