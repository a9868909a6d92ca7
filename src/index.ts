/** mockloop for other programs: load content, judge answers, debrief a session, render a report. */
export { loadLibrary } from './content/files.ts';
export type * from './model/content.ts';
export type * from './model/debrief.ts';
export { InputError, JudgeError } from './model/errors.ts';
export type { Cuts, Level } from './model/level.ts';
export { findQuestions, rubricsFor } from './model/library.ts';
export type { Problem } from './model/problem.ts';
export type * from './model/score.ts';
export type * from './model/session.ts';
export { REPORTS } from './reports/table.ts';
export { debriefOf } from './scoring/debrief.ts';
export { JUDGES } from './scoring/judges/table.ts';
