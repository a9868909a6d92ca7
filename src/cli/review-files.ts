/** Cards out to a file and in from one: as JSON, and out to Anki. */
import { extname } from 'node:path';
import { readCards } from '../content/files.ts';
import { quoted } from '../content/showing.ts';
import { EXIT, InputError } from '../model/errors.ts';
import type { Card } from '../model/progress.ts';
import { counted } from '../model/prose.ts';
import { visible } from '../model/unseen.ts';
import { isShown } from '../progress/agenda.ts';
import { cardFileOf, cardFileText, decisionsFrom } from '../progress/card-file.ts';
import { decide } from '../progress/decisions.ts';
import { reviewsIn } from '../progress/reviews.ts';
import { kindOf } from '../progress/schedule.ts';
import { visibleJson } from '../reports/visible.ts';
import { writeAtomic } from '../store/atomic.ts';
import type { CommonOptions } from './command.ts';
import { type Io, write } from './io.ts';
import { checkFolderOf } from './places.ts';
import type { Remembered } from './remembering.ts';

/** Writes all cards to a file in the format of its ending. Throws InputError for an ending that tells none. */
export async function exportCards(
  io: Io,
  options: CommonOptions,
  known: Remembered,
  cards: readonly Card[],
  path: string,
): Promise<number> {
  checkFolderOf(path);
  const ending = extname(path).slice(1).toLowerCase();
  if (ending === 'json') {
    const { history, decided, zone } = known;
    const file = cardFileOf(reviewsIn(history.attempts, decided.reviews), decided, zone, io.clock.now());
    writeAtomic(path, visibleJson(cardFileText(file)));
    if (!options.quiet) await write(io.stderr, `Written: ${counted(file.cards.length, 'card')}.\n`);
    return EXIT.done;
  }
  const { ankiText, notesOf, SEPARATORS } = await import('../reports/progress/anki.ts');
  if (!Object.hasOwn(SEPARATORS, ending))
    throw new InputError(
      `The ending of ${quoted(path)} tells no format.`,
      'Endings: .json (for --import), .txt or .csv (for Anki).',
    );
  const { notes, without } = notesOf(cards, known.library, known.decided.stories);
  writeAtomic(path, ankiText(notes, SEPARATORS[ending as keyof typeof SEPARATORS]));
  if (options.quiet) return EXIT.done;
  await write(io.stderr, `Written for Anki: ${counted(notes.length, 'note')}. ${BACKS}\n`);
  if (without.length > 0)
    await write(io.stderr, visible(`No bank or rubric has a text for: ${without.join(', ')}\n`));
  return EXIT.done;
}

const BACKS =
  'Their backs hold points and outlines: for yourself, not to pass on. Anki keeps its own schedule.';

/** Takes over what a file knows and is not known here. Throws ContentError with every problem: then nothing is taken over. */
export async function importCards(
  io: Io,
  options: CommonOptions,
  { data, history, decided, library }: Remembered,
  path: string,
): Promise<number> {
  const now = io.clock.now();
  const file = await readCards(path, now);
  const decisions = decisionsFrom(file, reviewsIn(history.attempts, decided.reviews), decided, now);
  decide(data, ...decisions);
  if (options.quiet) return EXIT.done;
  const reviews = decisions.flatMap(it => (it.type === 'reviewed' ? it.reviews : []));
  const others = decisions.filter(it => it.type !== 'reviewed').length;
  const told =
    decisions.length === 0
      ? 'Nothing in it is new.'
      : `Taken over: ${counted(reviews.length, 'review')}, ${counted(others, 'decision')}.`;
  await write(io.stderr, `${counted(file.cards.length, 'card')} read. ${told}\n`);
  const unknown = file.cards.filter(({ id }) => !isShown({ id, kind: kindOf(id) }, library));
  if (unknown.length > 0) {
    const names = unknown.map(it => it.id).join(', ');
    await write(io.stderr, visible(`Kept, though no bank has a question for it today: ${names}\n`));
  }
  return EXIT.done;
}
