/** All that can be read in an answer without weighing it: what an interviewer hears before any mark is given. */
import type { Criterion, Pitfall, Rubric, SignalSpec } from '../../model/content.ts';
import type {
  Evidence,
  Flag,
  KeywordUse,
  PitfallScore,
  PointScore,
  Status,
  Submission,
} from '../../model/score.ts';
import { keywordsOf } from '../coverage/keywords.ts';
import { pitfallsOf } from '../coverage/pitfalls.ts';
import { gathered } from '../gathered.ts';
import { shippedLexicon } from '../lexicon/files.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { distinct } from '../text/evidence.ts';
import { candour } from './candour.ts';
import { type Context, contextOf, toldBy } from './context.ts';
import { flagsOf } from './flags/table.ts';
import { rolesOf } from './role.ts';
import { assignRoles } from './roles.ts';
import type { Reading } from './shape.ts';
import { coverageOfStory } from './story.ts';
import { signalOf } from './table.ts';

export interface CriterionReading extends Reading {
  /** The criterion's id; `rubric/criterion` where there are several rubrics. */
  id: string;
  rubric: Rubric;
  criterion: Criterion;
  status: Status;
  /** Every signal of it counts only what is bad. */
  absence: boolean;
  /** The value of each of its signals, in their order. */
  signals: readonly (number | null)[];
}

export interface Readings {
  /** Every point of the question, in its order. */
  points: PointScore[];
  /** The pitfalls that were touched. */
  pitfalls: PitfallScore[];
  keywords: KeywordUse[];
  criteria: CriterionReading[];
  flags: Flag[];
  /** Share of the points that is there, or likeness to the best model answer; null when the question has neither. */
  coverage: Reading;
  /** Words of the answer outside of code. */
  words: number;
}

const COVERAGE: SignalSpec = { kind: 'coverage' };

/** Reads a submission. Any answer will do, an empty one too; nothing is thrown, and nothing is weighed. */
export function readSubmission(submission: Submission, lexicon: Lexicon = shippedLexicon()): Readings {
  const context = contextOf(submission, lexicon);
  const { question, search, answer, claims } = context;
  const contexts = submission.rubrics.map(rubric => contextFor(context, rubric));
  const several = submission.rubrics.length > 1;
  const { coverage } = contexts[0] ?? context;
  return {
    points: coverage.derived ? [] : coverage.findings.map(toScore),
    pitfalls: inOrder(submission.asked.pitfalls, [
      ...pitfallsOf(question, search, claims),
      ...signalPitfalls(submission.asked.pitfalls, contexts[0] ?? context),
    ]),
    keywords: keywordsOf(question, search, coverage.findings),
    criteria: gathered(submission.rubrics, (rubric, at) =>
      rubric.criteria.map(criterion => readCriterion(contexts[at]!, rubric, criterion, several)),
    ),
    flags: flagged(context),
    coverage: readSignal(contexts[0] ?? context, COVERAGE),
    words: answer.wordCount + answer.code.length,
  };
}

/** What a rubric adds: the roles that sentences play, and, in a story, the points by them. */
function contextFor(context: Context, rubric: Rubric): Context {
  const roles = assignRoles(context, rolesOf(rubric));
  const told = toldBy(context, roles, context.coverage);
  const coverage = coverageOfStory(told, rubric);
  return coverage ? toldBy(told, told.roles, coverage) : told;
}

/** Candour is no merit of what is nothing else either. What passes its tests is an answer, however its words look. */
function flagged(context: Context): Flag[] {
  const passed = context.submission.run?.end === 'passed';
  const flags = flagsOf(context).filter(it => !passed || it.kind === 'instructions-to-the-grader');
  const open = flags.length === 0 ? candour(context) : undefined;
  return open ? [open] : flags;
}

const toScore = ({ id, status, score, evidence, inferred }: PointScore): PointScore =>
  inferred ? { id, status, score, evidence, inferred } : { id, status, score, evidence };

function readSignal(context: Context, spec: SignalSpec): Reading {
  const signal = signalOf(spec.kind);
  if (signal) return signal.measure(context, spec);
  return { value: null, evidence: [], missing: [], reason: `There is no signal of kind ${spec.kind}.` };
}

/** A pitfall given as a signal is touched when the signal reads at least this. */
const TOUCHED = 0.5;

function signalPitfalls(pitfalls: readonly Pitfall[], context: Context): PitfallScore[] {
  if (context.answer.wordCount === 0) return [];
  return gathered(pitfalls, ({ id, signal }) => {
    if (!signal) return [];
    const { value, evidence, reason } = readSignal(context, signal);
    return value !== null && value >= TOUCHED ? [{ id, evidence, reason }] : [];
  });
}

function inOrder(pitfalls: readonly Pitfall[], touched: readonly PitfallScore[]): PitfallScore[] {
  return gathered(pitfalls, ({ id }) => touched.filter(it => it.id === id).slice(0, 1));
}

const MOST_QUOTES = 6;

function readCriterion(
  context: Context,
  rubric: Rubric,
  criterion: Criterion,
  several: boolean,
): CriterionReading {
  const { signals } = criterion;
  const read = signals.map(spec => readSignal(context, spec));
  const sure = read.filter(it => it.value !== null);
  let total = 0;
  let sum = 0;
  for (let at = 0; at < signals.length; at++) {
    const { weight = 1 } = signals[at]!;
    const { value } = read[at]!;
    if (value === null) continue;
    total += weight;
    sum += weight * value;
  }
  const value = total > 0 ? sum / total : null;
  return {
    id: several ? `${rubric.id}/${criterion.id}` : criterion.id,
    rubric,
    criterion,
    value,
    status: value === null ? 'cannot-assess' : 'scored',
    evidence: quotesOf(sure),
    missing: missingIn(sure),
    reason: [...new Set((sure.length > 0 ? sure : read).map(it => it.reason))].join(' '),
    absence: signals.every(({ kind }, at) => read[at]!.value === null || signalOf(kind)?.absence),
    signals: read.map(it => it.value),
  };
}

function quotesOf(read: readonly Reading[]): Evidence[] {
  const longest = read.reduce((most, it) => Math.max(most, it.evidence.length), MOST_QUOTES);
  return distinct(gathered(read, it => it.evidence)).slice(0, longest);
}

/** What was looked for in vain, each once. */
function missingIn(read: readonly Reading[]): string[] {
  const missing = gathered(read, it => it.missing);
  return missing.length < 2 ? missing : [...new Set(missing)];
}
