/** The judges there are; a new one is one file and one line here. */
import type { Judge } from '../../model/score.ts';
import { localJudge } from './local.ts';

export const JUDGES: Readonly<Record<string, Judge>> = { local: localJudge };
