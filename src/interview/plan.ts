/** From content to a plan: draws are drawn, rubrics chosen, minutes become scaled seconds. Nothing is decided later. */
import type { Draw, Library, Loop, Round, Rubric } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import {
  addsPrinciple,
  allShelved,
  fits,
  isAkin,
  rubricsFor,
  type Shelved,
  theQuestion,
} from '../model/library.ts';
import type { InputMode, Mode, Plan, PlannedQuestion, PlannedRound } from '../model/session.ts';
import { type Opening, withOpenings } from './openings.ts';
import { seededRandom, shuffled } from './random.ts';
import { WARM_UP, warmUpFor } from './warm-up.ts';

export interface PlanOptions {
  mode: Mode;
  input: InputMode;
  scale: number;
  seed: number;
  /** Only this round. */
  round?: string;
  /** One easy question before the first round. */
  warmUp?: boolean;
  /** The candidate's own level before each card. */
  selfScore?: boolean;
  /** What --content named: see Plan. */
  content?: readonly string[];
  /** What rounds may begin with. */
  opening?: Opening;
}

/** The plan of a loop. Throws InputError for a round it does not have or a draw that the banks cannot fill. */
export function planLoop(library: Library, loop: Loop, options: PlanOptions): Plan {
  const rounds = options.round ? [roundNamed(loop, options.round)] : loop.rounds;
  const random = seededRandom(options.seed);
  const taken = new Map<string, Shelved>();
  for (const asked of loop.rounds.flatMap(round => pinned(library, round))) {
    const { ref } = asked;
    if (taken.has(ref)) throw new InputError(`The loop ${loop.id} asks ${ref} twice.`, 'Name it once.');
    taken.set(ref, asked);
  }
  const drawing = { scale: options.scale, random, taken };
  const asked = rounds.map(round => planRound(library, round, drawing));
  const warmUp = options.warmUp ? [planWarmUp(library, loop, asked, drawing)] : [];
  const { opening, content = [] } = options;
  const planned = [...warmUp, ...(opening ? withOpenings(asked, opening, drawing) : asked)];
  return {
    loop: { id: loop.id, title: loop.title, level: loop.level, facts: loop.facts },
    mode: options.mode,
    ...(options.selfScore && { selfScore: true }),
    input: options.input,
    scale: options.scale,
    seed: options.seed,
    ...(content.length > 0 && { content: [...content] }),
    breakSeconds: loop.breakMinutes * 60 * options.scale,
    rounds: planned,
    rubrics: rubricsIn(library, planned),
  };
}

/** A loop of one question, for practising just that. */
export function loopOfOne({ ref, question }: Shelved): Loop {
  const round: Round = {
    id: 'single',
    title: 'One question',
    minutes: question.minutes,
    interviewer: 'interviewer',
    principles: [],
    questions: [ref],
    barRaiser: false,
  };
  return {
    kind: 'loop',
    id: question.id,
    title: ref,
    // A question is asked at several levels, and practising it says nothing of the candidate's own.
    level: '',
    breakMinutes: 0,
    facts: [],
    rounds: [round],
  };
}

interface Drawing {
  scale: number;
  random: () => number;
  /** Questions that this loop already asks, by their full names. */
  taken: Map<string, Shelved>;
}

function planRound(library: Library, round: Round, drawing: Drawing): PlannedRound {
  const seconds = (minutes: number) => minutes * 60 * drawing.scale;
  const questions = round.questions.flatMap(entry =>
    typeof entry === 'string' ? [theQuestion(library, entry)] : draw(library, entry.draw, round, drawing),
  );
  return {
    id: round.id,
    title: round.title,
    interviewer: round.interviewer,
    ...(round.brief && { brief: round.brief }),
    principles: round.principles,
    barRaiser: round.barRaiser,
    budget: seconds(round.minutes),
    questions: questions.map(it => planQuestion(library, it, drawing)),
    ...(round.closing && {
      closing: {
        ...planQuestion(library, theQuestion(library, round.closing.question), drawing),
        ref: `${round.id}/closing`,
        budget: seconds(round.closing.minutes),
      },
    }),
  };
}

function planQuestion(
  library: Library,
  { ref, bank, question }: Shelved,
  { scale }: Drawing,
): PlannedQuestion {
  const budget = question.minutes * 60 * scale;
  return { ref, question, budget, aliases: bank.aliases, rubrics: rubricsFor(library, question) };
}

/** Drawn last, so that the rest of the interview is the same without it. */
function planWarmUp(library: Library, loop: Loop, rounds: PlannedRound[], drawing: Drawing): PlannedRound {
  const first = rounds[0]?.questions[0]?.ref;
  const taken = [...drawing.taken.values()];
  const easy = warmUpFor(library, loop, drawing.taken.get(first ?? ''), taken, drawing.random);
  const question = planQuestion(library, easy, drawing);
  return {
    id: WARM_UP,
    title: 'Warm-up',
    interviewer: 'interviewer',
    principles: [],
    barRaiser: false,
    warmUp: true,
    budget: question.budget,
    questions: [question],
  };
}

/** Throws InputError with those there are. */
export function roundNamed(loop: Loop, id: string): Round {
  const round = loop.rounds.find(it => it.id === id);
  if (round) return round;
  const known = loop.rounds.map(it => it.id).join(', ');
  throw new InputError(`The loop ${loop.id} has no round "${id}".`, `Its rounds: ${known}.`);
}

/** The one question that a name means; content checks have already seen to it for shipped and validated loops. */
function pinned(library: Library, round: Round): Shelved[] {
  return round.questions.filter(entry => typeof entry === 'string').map(name => theQuestion(library, name));
}

/**
 * Draws by chance, but spreads over the round's principles: each next question is the first in a random order that
 * shows a principle not yet shown, or else simply the first. Related questions are never drawn together.
 */
function draw(library: Library, wanted: Draw, round: Round, { random, taken }: Drawing): Shelved[] {
  const fitting = allShelved(library).filter(it => fits(it, wanted));
  const pool = shuffled(fitting, random).filter(it => !taken.has(it.ref));
  const drawn: Shelved[] = [];
  while (drawn.length < wanted.count) {
    const asked = [...taken.values()];
    const free = pool.filter(it => !asked.some(other => isAkin(it, other)));
    const shown = new Set(drawn.flatMap(it => it.question.principles));
    const next = free.find(it => addsPrinciple(it.question, round.principles, shown)) ?? free[0];
    if (!next) throw tooFew(round, wanted, drawn.length);
    taken.set(next.ref, next);
    drawn.push(next);
  }
  return drawn;
}

function tooFew(round: Round, wanted: Draw, found: number): InputError {
  return new InputError(
    `Round ${round.id} draws ${wanted.count} questions, but only ${found} fit.`,
    'Ask for fewer, or for less: banks, types, principles, levels and difficulty must all match.',
  );
}

function rubricsIn(library: Library, rounds: PlannedRound[]): Record<string, Rubric> {
  const asked = rounds.flatMap(round => [...round.questions, ...(round.closing ? [round.closing] : [])]);
  const ids = [...new Set(asked.flatMap(it => it.rubrics))].sort();
  return Object.fromEntries(
    ids.map(id => {
      const rubric = library.rubrics.get(id);
      if (!rubric) throw new InputError(`There is no rubric "${id}".`);
      return [id, rubric];
    }),
  );
}
