/** Judges the rows of a part: in the worker threads, and in the main thread for what is small. */
import type { Gates, RowResult } from '../model/cohort.ts';
import type { Library } from '../model/content.ts';
import { JudgeError } from '../model/errors.ts';
import type { Judge, Submission } from '../model/score.ts';
import { utf8 } from './bytes.ts';
import { digestOf } from './cohort.ts';
import { type Limiter, limiter } from './limiter.ts';
import { type Line, Lines } from './lines.ts';
import { type Grades, type Mapping, MOST_IGNORED, type Part, type PartResult } from './part.ts';
import { type Assigned, Questions } from './questions.ts';
import { readerOf } from './reading.ts';
import { errorResult, inputHash, lineOf, type Place, placeIn, scoredResult } from './result.ts';
import { type BadRow, isBad, type Row } from './row.ts';
import { inShard, type Shard } from './shard.ts';

/** What all parts of a run are judged by. */
export interface Brief {
  library: Library;
  mapping: Mapping;
  shard?: Shard;
  /** What single rows must reach, to be counted where they do not. */
  gates?: Gates;
  /** Whether the grades that people gave are wanted, and the answers with them. */
  withGrades: boolean;
}

/**
 * The line that an earlier run has for this input when it was judged by the same, its line break included. The fingerprint
 * is asked for only where there is one to compare.
 */
export type Earlier = (input: string, fingerprint: () => string) => Uint8Array | undefined;

/** Milliseconds of what was not judged now. */
const NOT_JUDGED = -1;

export interface GraderInput {
  brief: Brief;
  judge: Judge;
  /** Rows that are judged side by side, over all parts; default one after the other. */
  atOnce?: number;
  earlier: Earlier;
  /** Aborted: rows that were not begun are left out, as after a judge that failed for all of them. */
  stop?: AbortSignal;
  /** Milliseconds, of a clock that only moves on. */
  now: () => number;
}

/** One for a thread: it remembers the questions that it met. */
export class Grader {
  readonly #input: GraderInput;
  readonly #questions: Questions;
  readonly #inTurn: Limiter;
  /** Of rows that are judged one by one: of these only one part is under way. */
  readonly #lines = new Lines();

  constructor(input: GraderInput) {
    this.#input = input;
    this.#inTurn = limiter(input.atOnce ?? 1);
    this.#questions = new Questions(input.brief.library);
  }

  /** Never throws for what a row holds: a row that cannot be judged says why. */
  async grade(part: Part): Promise<PartResult> {
    const { mapping, shard, withGrades } = this.#input.brief;
    const ignored = new Set<string>();
    const read = await readerOf(part, mapping, key => ignored.size < MOST_IGNORED && ignored.add(key));
    const rows: Placed[] = [];
    for (let index = 0; index < part.ends.length; index++) {
      const row = inShard(part.first + index, shard) ? read(index) : undefined;
      if (row !== undefined) rows.push({ row, place: placeIn(part, index) });
    }
    const grades = withGrades ? rows.map(it => gradesOf(it.row)) : [];
    const isOneByOne = this.#input.atOnce === undefined;
    const lines = isOneByOne ? this.#lines : new Lines();
    const { told, kept, stopped } = await (isOneByOne
      ? this.#oneByOne(rows, lines)
      : this.#sideBySide(rows, lines));
    return {
      file: part.file,
      ...resultOf(told),
      ...lines.taken(told.map(it => it.line)),
      grades: grades.filter((_, at) => kept[at]),
      ignored: [...ignored],
      ...(stopped && { stopped }),
    };
  }

  /** Nothing but what is told is kept of a row: it waits for the end of its part, and long-lived garbage is dear. */
  async #oneByOne(rows: readonly Placed[], lines: Lines): Promise<ToldRows> {
    const told: Told[] = new Array(rows.length);
    for (const at of byQuestion(rows)) told[at] = await this.#tell(rows[at]!, lines);
    return { told, kept: rows.map(() => true), stopped: undefined };
  }

  async #sideBySide(rows: readonly Placed[], lines: Lines): Promise<ToldRows> {
    return allTold(await Promise.allSettled(rows.map(it => this.#tell(it, lines))));
  }

  async #tell({ row, place }: Placed, lines: Lines): Promise<Told> {
    const found = await assign(row, this.#questions, place);
    if ('error' in found) return this.#told(place, found.error, lines.add(lineOf(found.error)));
    return this.#judged(found.row, found.assigned, place, lines);
  }

  async #judged(row: Row, assigned: Assigned, place: Required<Place>, lines: Lines): Promise<Told> {
    const { judge, earlier, stop, now } = this.#input;
    const prompt = assigned.isInline ? { [assigned.name]: assigned.asked.prompt } : {};
    const submission = submissionOf(row, assigned);
    const input = inputHash(row, assigned.name);
    const kept = earlier(input, () => judge.fingerprint(submission));
    if (kept) return { ...this.#told(place, JSON.parse(utf8(kept)), lines.copy(kept)), prompt };
    return this.#inTurn(async () => {
      if (stop?.aborted) throw new JudgeError('Stopped before this was judged.');
      const began = now();
      const score = await judge.judge(submission);
      const spent = now() - began;
      const result = scoredResult(row, score, input, place);
      return { ...this.#told(place, result, lines.add(lineOf(result))), spent, prompt };
    });
  }

  #told(place: Required<Place>, result: RowResult, line: Line): Told {
    const digest = JSON.stringify(digestOf(result, this.#input.brief.gates));
    return { place, line, digest, spent: NOT_JUDGED, prompt: {} };
  }
}

/**
 * The numbers of rows, those of one question one behind the other: what a question is to the words of its answers then
 * still lies near the processor, and a tenth of the time is saved.
 */
function byQuestion(rows: readonly Placed[]): number[] {
  const groups = new Map<unknown, number[]>();
  for (const [at, { row }] of rows.entries()) {
    const question = isBad(row) ? undefined : row.question;
    const group = groups.get(question);
    if (group) group.push(at);
    else groups.set(question, [at]);
  }
  return [...groups.values()].flat();
}

interface Placed {
  row: Row | BadRow;
  place: Required<Place>;
}

interface Told {
  place: Required<Place>;
  line: Line;
  /** A RowDigest as JSON. */
  digest: string;
  spent: number;
  prompt: Record<string, string>;
}

interface ToldRows {
  told: readonly Told[];
  /** For each row, whether something was told of it. */
  kept: readonly boolean[];
  stopped: JudgeError | undefined;
}

/** What was told, for which rows, and why the others were not; a failure that is none of a judge's is thrown. */
function allTold(settled: readonly PromiseSettledResult<Told>[]): ToldRows {
  const failures = settled.flatMap(it => (it.status === 'rejected' ? [it.reason as unknown] : []));
  const bug = failures.find(it => !(it instanceof JudgeError));
  if (bug !== undefined) throw bug;
  return {
    told: settled.flatMap(it => (it.status === 'fulfilled' ? [it.value] : [])),
    kept: settled.map(it => it.status === 'fulfilled'),
    stopped: failures[0] as JudgeError | undefined,
  };
}

/** A row with the question that it answers; or the error that it is. */
export async function assign(
  row: Row | BadRow,
  questions: Questions,
  place: Place,
): Promise<{ row: Row; assigned: Assigned } | { error: RowResult }> {
  if (isBad(row)) return { error: errorResult(row, null, place, row.cause) };
  const assigned = await questions.find(row.question);
  if (!('cause' in assigned)) return { row, assigned };
  const name = typeof row.question === 'string' ? row.question : null;
  return { error: errorResult(row, name, place, assigned.cause) };
}

export function submissionOf({ answer, candidate, seconds }: Row, assigned: Assigned): Submission {
  const { name, asked, aliases, rubrics, budget, given } = assigned;
  return {
    question: name,
    asked,
    aliases,
    rubrics,
    answer,
    ...(given !== undefined && { given }),
    ...(candidate !== undefined && { candidate }),
    ...(seconds !== undefined && { seconds, budget }),
  };
}

function gradesOf(row: Row | BadRow): Grades {
  if (isBad(row)) return { answer: '', ...(row.isGrade && { wrong: row.cause }) };
  const { answer, human, human2 } = row;
  return { answer, ...(human !== undefined && { human }), ...(human2 !== undefined && { human2 }) };
}

function resultOf(told: readonly Told[]): Pick<PartResult, 'digests' | 'places' | 'spent' | 'prompts'> {
  return {
    digests: `[${told.map(it => it.digest).join(',')}]`,
    places: told.map(it => it.place.line),
    spent: told.map(it => it.spent),
    prompts: Object.assign({}, ...told.map(it => it.prompt)),
  };
}
