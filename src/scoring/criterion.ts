/** From a finding to the criterion that it is about. */
import type { Criterion } from '../model/content.ts';
import type { DebriefQuestion } from '../model/debrief.ts';

/** Rubrics by id, as far as their criteria go: those of a plan, and those of a debrief. */
export type Criteria = Readonly<Record<string, { criteria: readonly Criterion[] }>>;

/**
 * The criterion of a finding, named `criterion`, or `rubric/criterion` where a question has several rubrics. Undefined
 * for a name that the rubrics of the question do not have.
 */
export function criterionNamed(
  question: Pick<DebriefQuestion, 'rubrics'>,
  name: string,
  rubrics: Criteria,
): Criterion | undefined {
  const [id, rubric] = name.split('/').reverse();
  const ids = rubric === undefined ? question.rubrics : [rubric];
  return ids.flatMap(it => rubrics[it]?.criteria ?? []).find(it => it.id === id);
}
