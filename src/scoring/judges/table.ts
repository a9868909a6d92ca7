/** The judges there are; a new one is one file and one line here. */
import type { Judge } from '../../model/score.ts';

/** Each is loaded when it is to judge: the first question need not wait for what only an answer needs. */
export const JUDGES: Readonly<Record<string, () => Promise<Judge>>> = {
  local: async () => (await import('./local.ts')).localJudge,
};
