/**
 * Stories told as if they happened now: `so I go to her desk and I ask`. What is done in them is done, though the verbs stand
 * in the present, as they do when people say what they usually do. Single verbs do not tell the two apart; that something
 * happened on one day, or that one person said it, and how the whole is told, do.
 */
import { isTalk, isUnvague, type Manner } from '../classifiers/manner.ts';
import { gathered } from '../gathered.ts';
import { type Act, isOwnDeed } from '../text/acts.ts';
import type { Answer, Sentence } from '../text/answer.ts';
import type { Clause } from '../text/clauses.ts';
import { listed } from '../text/listed.ts';
import { occasionsIn } from '../text/occasions.ts';
import type { Word } from '../text/tokens.ts';

/** Deeds in the present that make a course of events; fewer are the frame of what is told in the past. */
const LEAST_DEEDS = 4;

/** Occasions that a story in the present has at least: one, and more where it sounds half like talk. */
const OCCASIONS = { plain: 1, doubtful: 3 };

/** Sentences in which it is said that all that follows is only supposed; further on that is said of one thing. */
const OPENING = 2;

/** Whether what was done is told in the present; `clauses` are those of each sentence. */
export function isNarrated(
  { prose }: Answer,
  clauses: readonly (readonly Clause[])[],
  manner?: Manner,
): boolean {
  const acts = clauses.flatMap(some => gathered(some, it => it.acts));
  const now = acts.filter(isOwnDeedNow).length;
  if (now < LEAST_DEEDS || now < acts.filter(isOwnDeed).length) return false;
  if (prose.slice(0, OPENING).some(isSupposed)) return false;
  if (manner !== undefined && !isUnvague(manner)) return false;
  const occasions = prose.reduce((sum, it) => sum + occasionsIn(it.words), 0);
  return occasions >= (isTalk(manner) ? OCCASIONS.doubtful : OCCASIONS.plain);
}

/** The clauses of a sentence of such a story as if they were told in the past; those of one about any time as they are. */
export function asDone({ words }: Sentence, clauses: readonly Clause[]): Clause[] {
  if (isAnyTime(words)) return [...clauses];
  return clauses.map(it => ({ ...it, acts: it.acts.map(inPast) }));
}

const inPast = (act: Act): Act =>
  act.form === 'is' ? { ...act, form: 'was' } : isOwnDeedNow(act) ? done(act) : act;

const done = (act: Act): Act => ({ ...act, form: 'past' });

const isOwnDeedNow = (act: Act): boolean => act.form === 'present' && isOwnDeed(done(act));

/** Words of habits, and of how it is today. */
const ANY_TIME = listed(`
  always usually often generally normally typically sometimes mostly whenever every each now nowadays today still since would
`);

/** `Now I ask first`, `If it fails I stop it`. */
const isAnyTime = (words: readonly Word[]): boolean =>
  words.some(it => ANY_TIME.has(it.text)) ||
  /^(?:if|unless)$/.test(words.find(it => !LEADING.has(it.text))?.text ?? '');

/** May stand before the word that tells how a sentence begins. */
const LEADING = listed('and so but then okay well now');

const SUPPOSING = listed('suppose supposing imagine assume assuming');

/** `Say there is a shop`, `Let's say`: whatever follows has not happened. */
function isSupposed({ words }: Sentence): boolean {
  const [first, second] = words.filter(it => !LEADING.has(it.text)).map(it => it.text);
  if (first === undefined) return false;
  return (
    SUPPOSING.has(first) ||
    first === 'say' ||
    (/^let(?:'?s)?$/.test(first) && /^(?:us|say)$/.test(second ?? ''))
  );
}
