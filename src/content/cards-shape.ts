/** A file of cards, as `review --export` writes and `review --import` reads it. */
import { z } from 'zod';
import type { CardFile } from '../model/progress.ts';
import { keys, text } from './basic-shapes.ts';
import { level } from './result-shape.ts';

/** Clocks of two computers differ a little; a day is no clock. */
const AHEAD = 24 * 60 * 60 * 1000;

/** @param now Unix time in milliseconds: what is to come cannot have been. */
export function cardsShape(now = Number.POSITIVE_INFINITY): z.ZodType<CardFile> {
  const moment = z.iso
    .datetime('a time in UTC such as 2027-01-15T09:30:00.000Z')
    .refine(it => !(Date.parse(it) > now + AHEAD), 'not be in the future');
  const review = keys({ at: moment, level });
  const card = keys({
    id: text.max(300).describe('`bank/question`, `principle:ID` or `part:rubric/criterion`.'),
    due: z.iso.date('a day such as 2027-01-15').nullable().default(null).describe('For you: not read.'),
    suspended: z.boolean().default(false),
    decidedAt: moment.nullable().default(null).describe('When `suspended` was last decided.'),
    resetAt: moment.nullable().default(null).describe('What was answered until then moves it no more.'),
    reviews: z.array(review).default([]).describe('What was said of it; `at` tells them apart.'),
  });
  return keys({
    kind: z.literal('cards'),
    exportedAt: moment,
    // Also looked at where something else is wrong: all is told at once.
    cards: z.array(card).superRefine(noTwice, { when: it => Array.isArray(it.value) }),
  });
}

function noTwice(cards: readonly ({ id?: unknown } | null)[], context: z.RefinementCtx): void {
  const seen = new Set<unknown>();
  for (const [at, card] of cards.entries()) {
    if (typeof card?.id !== 'string') continue;
    if (seen.has(card.id))
      context.addIssue({ code: 'custom', path: [at, 'id'], message: 'not be twice in a file' });
    seen.add(card.id);
  }
}
