import type { Rubric } from '../../model/content.ts';
import { counted } from '../../model/prose.ts';
import { ramp } from '../ramp.ts';
import { quotes } from './context.ts';
import { assignRoles, type RoleSpec } from './roles.ts';
import { paramsOf, type Shapes, signal } from './shape.ts';
import { SIGNS } from './signs.ts';
import { spokenIn, stemsOf, tellingOf, tells } from './telling.ts';

/** What a part of a few words is worth: it was at least touched upon. */
const THIN = 0.35;

/** A list of names of signs; others are refused when content is checked. */
function signList(about: string): { type: 'strings'; about: string; default: readonly string[] } {
  const known = { oneOf: Object.keys(SIGNS) };
  return { type: 'strings', about, default: [], ...known };
}

const shapes = {
  role: { type: 'string', required: true, about: 'The name of the role, unique within the rubric.' },
  cues: { type: 'terms', default: [], about: 'Words and phrases that such a sentence uses.' },
  strong: { type: 'terms', about: 'Cues that nearly settle it by themselves.' },
  signs: signList('Signs in how it is said that speak for the role, each nearly enough by itself.'),
  hints: signList('Signs of which it takes two.'),
  against: signList('Signs that speak against the role.'),
  never: signList('Signs of a clause that cannot play the role.'),
  labels: {
    type: 'strings',
    default: [],
    about:
      'Other names under which people write such a part, in lower case and without the or my: `what i did`.',
  },
  place: {
    type: 'string',
    oneOf: ['start', 'end', 'any'],
    default: 'any',
    about: 'Where in the answer it usually stands.',
  },
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
  const byName = new Map<string, RoleSpec>();
  for (const spec of specs.map(it => paramsOf(shapes, it)))
    if (!byName.has(spec.role)) byName.set(spec.role, spec);
  const roles = [...byName.values()];
  remembered.set(rubric, roles);
  return roles;
}

const remembered = new WeakMap<Rubric, RoleSpec[]>();

export const role = signal({
  kind: 'role',
  about:
    'A part of the answer that plays a role, found by how it is said: who acts in a sentence, when and where.',
  params: shapes,
  measure(given, params) {
    const {
      role: name,
      words: [thin = 6, complete = 25],
    } = params;
    const full = Math.max(thin, complete * shareOf(given.answer.wordCount));
    // A pitfall may look for a role that the rubric does not know: then it is weighed by itself.
    const context = given.roles.has(name) ? given : { ...given, roles: assignRoles(given, [params]) };
    const asked = stemsOf(given.submission.asked.prompt);
    const sentences = tellingOf(context, name);
    const words = sentences
      .map(it => spokenIn(context.answer, it))
      .reduce((sum, it) => sum + it.length * tells(it, asked), 0);
    if (words === 0) return { value: 0, evidence: [], missing: [name], reason: `No ${name} was found.` };
    return {
      value: words < thin ? THIN * (words / thin) : THIN + (1 - THIN) * ramp(words, thin, full),
      evidence: quotes(context.answer, sentences),
      missing: words < thin ? [name] : [],
      reason: `${counted(Math.max(1, Math.round(words)), 'word')} for the ${name}.`,
    };
  },
});

/** A story of this many words and more has room for complete parts; a briefer one, down to the second, for briefer ones. */
const ROOM = { full: 150, least: 40 };

function shareOf(words: number): number {
  return Math.min(1, Math.max(ROOM.least, words) / ROOM.full) ** 0.5;
}
