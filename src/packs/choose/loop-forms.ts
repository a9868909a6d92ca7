/** Forms of a loop: what it names stays, what it leaves to a draw is drawn, another time for each form. */
import type { Draw, Library, Loop, Round } from '../../model/content.ts';
import { InputError } from '../../model/errors.ts';
import { addsPrinciple, allShelved, fits, isAkin, type Shelved, theQuestion } from '../../model/library.ts';
import { SLACK } from './cost.ts';
import { type Equality, equalityOf } from './equality.ts';
import type { Form, FormRound } from './form.ts';
import { inRandomOrder } from './pool.ts';
import type { Topic } from './wish.ts';

export interface LoopOptions {
  forms: number;
  /** `bank/question` of what was used before. */
  excluded: ReadonlySet<string>;
  /** Numbers in [0, 1). */
  random: () => number;
}

/**
 * `forms` forms of a loop. A drawn question of a later form is as hard as that of the first in its place, takes about as
 * long and shows the same principles of its round; where no such one is left, the first form's own is asked again.
 * Throws InputError where the loop names a question that was used before, and where a draw finds too few.
 */
export function formsOfLoop(
  library: Library,
  loop: Loop,
  { forms, excluded, random }: LoopOptions,
): { forms: Form[]; equality: Equality } {
  const pinned = pinnedIn(library, loop);
  const used = pinned.find(it => excluded.has(it.ref));
  if (used)
    throw new InputError(
      `The loop ${loop.id} names ${used.ref}, which --exclude keeps out.`,
      'Choose with --minutes instead of --loop, or leave the question in.',
    );
  const all = allShelved(library).filter(it => !excluded.has(it.ref));
  const uses = new Map<string, number>();
  const made: Form[] = [];
  for (let form = 0; form < forms; form++) {
    const pool = inRandomOrder(all, random).sort((a, b) => (uses.get(a.ref) ?? 0) - (uses.get(b.ref) ?? 0));
    const next = formFrom(library, loop, pool, pinned, made[0]);
    for (const { ref } of next.rounds.flatMap(it => it.questions)) uses.set(ref, (uses.get(ref) ?? 0) + 1);
    made.push(next);
  }
  return { forms: made, equality: equalityOf(made, topicsOfLoop(loop)) };
}

/** A loop asks for the principles of its rounds. */
export function topicsOfLoop(loop: Loop): Topic[] {
  const ids = new Set(loop.rounds.flatMap(it => it.principles));
  return [...ids].map(id => ({ kind: 'principle', id }));
}

function pinnedIn(library: Library, loop: Loop): Shelved[] {
  const names = loop.rounds.flatMap(round => round.questions).filter(it => typeof it === 'string');
  return names.map(name => theQuestion(library, name));
}

function formFrom(
  library: Library,
  loop: Loop,
  pool: readonly Shelved[],
  pinned: readonly Shelved[],
  first: Form | undefined,
): Form {
  const taken = [...pinned];
  const owned = first?.rounds.flatMap(it => it.questions) ?? [];
  let late = 0;
  const rounds = loop.rounds.map((round, r): FormRound => {
    const questions: Shelved[] = [];
    for (const entry of round.questions) {
      if (typeof entry === 'string') {
        questions.push(theQuestion(library, entry));
        continue;
      }
      for (let count = 0; count < entry.draw.count; count++) {
        const like = first?.rounds[r]?.questions[questions.length];
        const next = drawn(entry.draw, round, pool, { taken, beside: questions, like, owned, late });
        late += like ? next.question.minutes - like.question.minutes : 0;
        taken.push(next);
        questions.push(next);
      }
    }
    const { questions: _, ...rest } = round;
    return { round: rest, questions };
  });
  return { rounds };
}

interface Drawing {
  /** What the form asks already. */
  taken: readonly Shelved[];
  /** Of these, what the round does. */
  beside: readonly Shelved[];
  /** What the first form asks in this place. */
  like: Shelved | undefined;
  /** What the first form asks anywhere. */
  owned: readonly Shelved[];
  /** By how many minutes this form is longer than the first so far. */
  late: number;
}

function drawn(draw: Draw, round: Round, pool: readonly Shelved[], drawing: Drawing): Shelved {
  const { taken, beside, like, owned } = drawing;
  const free = pool.filter(it => fits(it, draw) && !taken.some(other => isAkin(it, other)));
  if (like) {
    // What the first form asks is kept free for its own place, where it may be needed again.
    const apart = free.filter(
      it => !owned.some(other => isAkin(it, other) && (it === other || other !== like)),
    );
    return apart.find(it => isEqual(it, like, round, drawing)) ?? like;
  }
  const shown = new Set(beside.flatMap(it => it.question.principles));
  const next = free.find(it => addsPrinciple(it.question, round.principles, shown)) ?? free[0];
  if (next) return next;
  throw new InputError(
    `Round ${round.id} draws ${draw.count} questions, but too few fit.`,
    'Exclude fewer, or draw from more: banks, types, principles, levels and difficulty must all match.',
  );
}

/** As hard, about as long, and about the same principles of the round. */
function isEqual(one: Shelved, like: Shelved, round: Round, { late }: Drawing): boolean {
  const ofRound = ({ question }: Shelved) => round.principles.filter(it => question.principles.includes(it));
  const longer = late + one.question.minutes - like.question.minutes;
  return (
    one.question.difficulty === like.question.difficulty &&
    Math.abs(longer) <= SLACK / 2 &&
    ofRound(one).join() === ofRound(like).join()
  );
}
