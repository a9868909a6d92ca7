/** What to practise on each day up to an interview. */
import type { Attempt, Decided, PracticeDay, PracticePlan } from '../model/progress.ts';
import { type Day, dayAfter, noonOf } from './days.ts';
import { cardsFrom, dueOn } from './schedule.ts';

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
  decided: Pick<Decided, 'suspended' | 'resets'>,
  { today, interview, minutesADay, zone, questions }: PlanningOptions,
): PracticePlan {
  const fitting = new Map(questions.filter(it => it.minutes <= minutesADay).map(it => [it.ref, it.minutes]));
  const heard = attempts.filter(it => it.isMain);
  const days: PracticeDay[] = [];
  for (let day = today; day < interview; day = dayAfter(day, 1)) {
    const due = dueOn(cardsFrom(heard, decided, day, zone), day).map(it => it.id);
    const asked = new Set(heard.map(it => it.question));
    const fresh = [...fitting.keys()].filter(it => !asked.has(it) && !decided.suspended.has(it));
    const items = filled([...due, ...fresh], fitting, minutesADay);
    days.push({ day, items });
    for (const { question } of items) heard.push(wellAnswered(question, day));
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

/** An answer to come, of which only the question, the day and the level are looked at. */
function wellAnswered(question: string, day: Day): Attempt {
  return {
    session: day,
    at: noonOf(day),
    question,
    key: question,
    isMain: true,
    type: 'technical',
    competencies: [],
    principles: [],
    parts: [],
    score: 0,
    level: 3,
    judge: '',
    rubric: { id: '', hash: '' },
    seconds: 0,
    input: 'typed',
  };
}
