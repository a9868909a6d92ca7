/** The JSON report: the debrief itself, its keys always in the same order. */
import type { Debrief } from '../model/debrief.ts';
import { visibleJson } from './visible.ts';

/**
 * The order in which keys are told, from what identifies a thing to its details. Scores may come from a log or from a
 * judge, with keys in any order; keys that are not here follow in alphabetical order.
 */
const ORDER = `
  kind session loop key id title prompt type interviewer mode scale startedAt finished why
  question about told found answer seconds budget outcome verdict hiredAt selfLevel run untested status cause
  score level bar below cuts marked met wants votes before after figure moved rubric
  rounds warmUp selfScores earlier reworded assessment questions notAsked hints text weight result criteria points pitfalls keywords
  flags tries chains layers followUps
  start end quote command exit counts failing output note rubrics competencies principles demands for against seen
  barRaiser whole conditions lower recurring workOn advice exercise task probe judge repeats usage versions
`
  .trim()
  .split(/\s+/);
const PLACE = new Map(ORDER.map((key, place) => [key, place]));

/** The JSON report (docs: contracts of the JSON report), indented by two spaces, with a newline at its end. */
export function renderJson(debrief: Debrief): string {
  return `${visibleJson(JSON.stringify(debrief, inOrder, 2))}\n`;
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  const byPlace = (PLACE.get(a) ?? ORDER.length) - (PLACE.get(b) ?? ORDER.length);
  return byPlace || (a < b ? -1 : 1);
}
