/** What to practise on each day up to an interview. */
import type { Attempt, PracticeDay, PracticePlan } from '../model/progress.ts';
import { type Day, dayAfter } from './days.ts';
import { reviewsIn } from './reviews.ts';
import { cardsOn, dueOn, memoriesFrom, reviewed, type Scheduled } from './schedule.ts';

/** The level that each answer to come is taken to have. */
const GOOD = 3;

export interface PlanningOptions {
  today: Day;
  interview: Day;
  minutesADay: number;
  zone: string;
  /** The questions that may be planned, in the order in which new ones come. */
  questions: readonly { ref: string; minutes: number }[];
}

/**
 * Each day what will be due by then, those least known first, and then questions that were never asked, as far as the
 * minutes reach. It takes for granted that each answer will be good: who does worse has more due, and plans anew.
 */
export function practicePlan(
  attempts: readonly Attempt[],
  { suspended, resets, reviews }: Scheduled,
  { today, interview, minutesADay, zone, questions }: PlanningOptions,
): PracticePlan {
  const fitting = new Map(questions.filter(it => it.minutes <= minutesADay).map(it => [it.ref, it.minutes]));
  const memories = memoriesFrom(reviewsIn(attempts, reviews), resets, zone);
  const days: PracticeDay[] = [];
  for (let day = today; day < interview; day = dayAfter(day, 1)) {
    const due = dueOn(cardsOn(day, memories, suspended), day).map(it => it.id);
    const fresh = [...fitting.keys()].filter(it => !memories.has(it) && !suspended.has(it));
    const items = filled([...due, ...fresh], fitting, minutesADay);
    days.push({ day, items });
    for (const { question } of items)
      memories.set(question, { memory: reviewed(memories.get(question)?.memory, GOOD, day), level: GOOD });
  }
  const tooLong = questions.filter(it => it.minutes > minutesADay).map(it => it.ref);
  return { interview, minutesADay, days, tooLong };
}

/** As many as fit into the minutes, in order; a shorter one may come before a longer one that does not. */
function filled(names: readonly string[], minutesOf: ReadonlyMap<string, number>, minutes: number) {
  const items: PracticeDay['items'] = [];
  let left = minutes;
  for (const question of names) {
    const needed = minutesOf.get(question);
    if (needed === undefined || needed > left) continue;
    items.push({ question, minutes: needed });
    left -= needed;
  }
  return items;
}
