/** The judges there are; a new one is one file and one line here. */
import { InputError } from '../../model/errors.ts';
import type { Judge } from '../../model/score.ts';

/** Each is loaded when it is to judge: the first question need not wait for what only an answer needs. */
export const JUDGES: Readonly<Record<string, () => Promise<Judge>>> = {
  local: async () => (await import('./local.ts')).localJudge,
};

/** Loads the judge of that name. Throws InputError at once, with those there are, when there is none. */
export function judgeNamed(name = 'local'): () => Promise<Judge> {
  const judge = Object.hasOwn(JUDGES, name) ? JUDGES[name] : undefined;
  if (judge) return judge;
  throw new InputError(
    `There is no judge "${name}" in this release.`,
    `Judges there are: ${Object.keys(JUDGES).join(', ')}.`,
  );
}
