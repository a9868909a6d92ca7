/** What comes back in several answers of an interview. */
import type { DebriefQuestion, Ground, Habit } from '../../model/debrief.ts';
import type { Criteria } from '../criterion.ts';
import { lastTry } from '../standing.ts';
import type { Look } from './looks.ts';
import { HABITS, type HabitKind } from './table.ts';

/** Twice is no accident, */
const FEWEST = 2;

/** but two of many are. */
const SHARE = 1 / 3;

/** Places that are told; more only repeat it. */
const MOST = 3;

/**
 * The habits that these main questions and what followed show, those first that showed wherever they could, and equals in
 * the order of the table. A skipped answer shows none, but at depth, where silence is the habit.
 */
export function recurringIn(questions: readonly DebriefQuestion[], rubrics: Criteria): Habit[] {
  return HABITS.flatMap(kind => habitOf(kind, questions, rubrics) ?? []).sort(
    (a, b) => b.answers / b.of - a.answers / a.of,
  );
}

interface Placed extends Look {
  main: DebriefQuestion;
}

function habitOf(
  kind: HabitKind,
  questions: readonly DebriefQuestion[],
  rubrics: Criteria,
): Habit | undefined {
  const looks = questions
    .filter(it => it.kind === 'question')
    .flatMap(main => kind.look(main, rubrics).map((it): Placed => ({ ...it, main })));
  const shown = looks
    .filter((it): it is Placed & { seen: Ground } => it.seen !== undefined)
    .sort((a, b) => scoreOf(a.main) - scoreOf(b.main));
  const [worst] = shown;
  if (!worst || shown.length < FEWEST || shown.length < SHARE * looks.length) return undefined;
  const quotedFirst = shown.toSorted((a, b) => Number(Boolean(b.seen.found)) - Number(Boolean(a.seen.found)));
  return {
    id: kind.id,
    title: kind.title,
    answers: shown.length,
    of: looks.length,
    seen: quotedFirst.slice(0, MOST).map(it => it.seen),
    exercise: {
      question: worst.main.key,
      task: worst.criterion?.advice || kind.task,
      probe: worst.probe ?? null,
    },
  };
}

/** 0 to 100; the worst answer has most to gain from being told again. */
function scoreOf(main: DebriefQuestion): number {
  return lastTry(main)?.result.score ?? 0;
}
