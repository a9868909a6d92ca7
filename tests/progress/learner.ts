/**
 * A learner who forgets, by a curve that is not the scheduler's: exponential (H. Ebbinghaus, Über das Gedächtnis, 1885),
 * with a strength for each question that grows when it is known, the more the nearer it was to being forgotten (the
 * spacing effect: N. Cepeda et al., https://doi.org/10.1037/0033-2909.132.3.354), and falls when it is not.
 */
import type { Level } from '../../src/model/level.ts';

interface Trace {
  /** Days after which 1/e of the chance is left. */
  strength: number;
  day: number;
  /** By how much it grows at most. */
  ease: number;
}

/** Days after a first look at the model answer. */
const FRESH = 5;

export class Learner {
  #traces: Trace[];
  #random: () => number;

  /** So many questions, some of which this learner finds easy; all were looked at once, on day 0. */
  constructor(questions: number, random: () => number) {
    this.#random = random;
    this.#traces = Array.from({ length: questions }, () => ({
      strength: FRESH,
      day: 0,
      ease: 0.8 + 3.2 * random(),
    }));
  }

  /** The chance that it is known. */
  knows(question: number, day: number): number {
    const { strength, day: last } = this.#traces[question]!;
    return Math.exp(-(day - last) / strength);
  }

  /** Answers it, sees the card, and remembers it from then on. */
  answer(question: number, day: number): Level {
    const chance = this.knows(question, day);
    const trace = this.#traces[question]!;
    trace.day = day;
    if (this.#random() >= chance) {
      trace.strength = Math.max(FRESH, trace.strength * 0.6);
      return 1;
    }
    trace.strength *= 1 + trace.ease * (1 - chance) ** 0.5;
    return chance > 0.95 ? 4 : chance > 0.7 ? 3 : 2;
  }

  /** The share of all questions that are known on a day, in the mean. */
  known(day: number): number {
    const sum = this.#traces.reduce((total, _, question) => total + this.knows(question, day), 0);
    return sum / this.#traces.length;
  }
}
