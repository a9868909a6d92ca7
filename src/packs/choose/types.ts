/** Which types of questions a form asks: a story and a technical answer are marked by other rubrics. */
import type { QuestionType } from '../../model/content.ts';
import type { Shelved } from '../../model/library.ts';

/** How many questions there are of each type; of what is not there, no entry. */
export type TypeCounts = ReadonlyMap<QuestionType, number>;

export function typesOf(asked: readonly Shelved[]): TypeCounts {
  const counts = new Map<QuestionType, number>();
  for (const { question } of asked) counts.set(question.type, (counts.get(question.type) ?? 0) + 1);
  return counts;
}

/** Over all types, by how many questions two forms differ; 0 where they ask as many of each. */
export function typesApart(one: TypeCounts, other: TypeCounts): number {
  const types = new Set([...one.keys(), ...other.keys()]);
  let apart = 0;
  for (const type of types) apart += Math.abs((one.get(type) ?? 0) - (other.get(type) ?? 0));
  return apart;
}
