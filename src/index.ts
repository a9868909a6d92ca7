/** mockloop for other programs: load content, judge answers, debrief an interview, render a report (docs/library.md). */
export {
  createJudge,
  type GivenAnswer,
  type JudgeAnswer,
  type JudgedAnswer,
  type JudgeOptions,
} from './batch/single.ts';
export { ContentError } from './content/content-error.ts';
export { loadLibrary, openLibrary } from './content/files.ts';
export type * from './model/cohort.ts';
export type * from './model/content.ts';
export type * from './model/debrief.ts';
export { InputError, JudgeError } from './model/errors.ts';
export type { Cuts, Level } from './model/level.ts';
export { findQuestions, rubricsFor } from './model/library.ts';
export { type ChatClient, type ChatReply, type ChatRequest, LlmError } from './model/llm.ts';
export type { Problem } from './model/problem.ts';
export type * from './model/score.ts';
export type * from './model/session.ts';
export { REPORTS } from './reports/table.ts';
export { debriefOf } from './scoring/debrief.ts';
export { JUDGES } from './scoring/judges/table.ts';
