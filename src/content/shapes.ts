/** The shapes of what authors write, and the proof that they give the types of model/content.ts. */
import type { z } from 'zod';
import type { Cohort, RowResult } from '../model/cohort.ts';
import type { Bank, Loop, Rubric } from '../model/content.ts';
import type { Pack } from '../model/pack.ts';
import type { Profile } from '../model/profile.ts';
import type { AnswerScore } from '../model/score.ts';
import { bankShape } from './bank-shape.ts';
import type { cohortShape } from './cohort-shape.ts';
import { loopShape } from './loop-shape.ts';
import type { packShape } from './pack-shape.ts';
import type { profileShape } from './profile-shape.ts';
import type { answerShape, resultShape } from './result-shape.ts';
import { rubricShape } from './rubric-shape.ts';

/** Shapes by the `kind` at the head of a file. */
export const SHAPES = { bank: bankShape, loop: loopShape, rubric: rubricShape } as const;

export type Kind = keyof typeof SHAPES;
export type Content = Bank | Loop | Rubric;

/** A type with `readonly` and intersections taken away at every depth; nothing else changes. */
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
type Holds<T extends true> = T;

/** Does not compile when a shape and its type differ in any key, default or option. */
export type Proof = [
  Holds<Same<z.output<typeof bankShape>, Bank>>,
  Holds<Same<z.output<typeof loopShape>, Loop>>,
  Holds<Same<z.output<typeof rubricShape>, Rubric>>,
  Holds<Same<z.output<typeof profileShape>, Profile>>,
  Holds<Same<z.output<typeof packShape>, Pack>>,
  Holds<Same<z.output<typeof answerShape>, AnswerScore>>,
  Holds<Same<z.output<typeof cohortShape>['cohort'], Cohort>>,
  // One status at a time says more than the type does.
  Holds<z.output<typeof resultShape> extends RowResult ? true : false>,
];
