import type { Rubric } from '../../model/content.ts';
import { quotes, sentencesOf } from './context.ts';
import { ramp } from './ramp.ts';
import { assignRoles, type RoleSpec } from './roles.ts';
import { paramsOf, type Shapes, signal } from './shape.ts';

/** What a part of a few words is worth: it was at least touched upon. */
const THIN = 0.35;

const shapes = {
  role: { type: 'string', required: true, about: 'The name of the role, unique within the rubric.' },
  cues: { type: 'terms', required: true, min: 1, about: 'Words and phrases that such a sentence uses.' },
  strong: { type: 'terms', about: 'Cues that nearly settle it by themselves.' },
  person: {
    type: 'string',
    oneOf: ['I', 'we', 'any'],
    default: 'any',
    about: 'Who acts in such a sentence.',
  },
  tense: {
    type: 'string',
    oneOf: ['past', 'hypothetical', 'any'],
    default: 'any',
    about: 'When it takes place.',
  },
  place: {
    type: 'string',
    oneOf: ['start', 'middle', 'end', 'any'],
    default: 'any',
    about: 'Where in the answer it usually stands.',
  },
  quantity: { type: 'boolean', default: false, about: 'Figures speak for the role.' },
  words: {
    type: 'numbers',
    min: 1,
    default: [6, 25],
    about: 'Words at which the part begins to count and at which it is complete.',
  },
} as const satisfies Shapes;

/** What a rubric says of its roles, each under its own name; of two with one name the first counts. */
export function rolesOf(rubric: Rubric): RoleSpec[] {
  const known = remembered.get(rubric);
  if (known) return known;
  const specs = rubric.criteria.flatMap(it => it.signals).filter(it => it.kind === 'role');
  const roles = new Map<string, RoleSpec>();
  for (const spec of specs.map(it => paramsOf(shapes, it)))
    if (!roles.has(spec.role)) roles.set(spec.role, spec);
  remembered.set(rubric, [...roles.values()]);
  return [...roles.values()];
}

const remembered = new WeakMap<Rubric, RoleSpec[]>();

export const role = signal({
  kind: 'role',
  about:
    'A part of the answer that plays a role, found by how it is said; every sentence goes to the role that fits it best.',
  params: shapes,
  measure(given, params) {
    const {
      role: name,
      words: [thin = 6, full = 25],
    } = params;
    // A pitfall may look for a role that the rubric does not know: then it is weighed by itself.
    const context = given.roles.has(name) ? given : { ...given, roles: assignRoles(given.answer, [params]) };
    const sentences = sentencesOf(context, { within: name });
    const words = sentences.reduce((sum, it) => sum + it.words.length, 0);
    if (words === 0) return { value: 0, evidence: [], missing: [name], reason: `No ${name} was found.` };
    return {
      value: words < thin ? THIN * (words / thin) : THIN + (1 - THIN) * ramp(words, thin, full),
      evidence: quotes(context.answer, sentences),
      missing: words < thin ? [name] : [],
      reason: `${words} words of ${name}.`,
    };
  },
});
