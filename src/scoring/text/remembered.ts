/** Texts that are looked at again and again, parsed once. */
import { parse } from './answer.ts';
import { remembering } from './remembering.ts';

/** As many as a long interview has answers, however long they are. */
const MOST = 500;

/** As `parse`, for a debrief: it asks many things of the same few texts. */
export const parsed = remembering(parse, MOST, Number.POSITIVE_INFINITY);
