/** From what is due to what is asked: a card of a question asks it, a weak principle or part asks a question that shows it. */
import type { Library, Loop, Question } from '../model/content.ts';
import { allShelved, rubricsFor, type Shelved } from '../model/library.ts';
import type { Attempt, Card } from '../model/progress.ts';

export interface AgendaItem {
  card: Card;
  asked: Shelved;
}

export interface Agenda {
  items: AgendaItem[];
  /** Due cards of questions that no bank has today, or of what no question shows: they wait. */
  without: Card[];
}

export interface AgendaOptions {
  /** At most so many questions. */
  limit: number;
  /** Only questions of this competency. */
  competency?: string;
  /** Only questions that fit. */
  fits?(it: Shelved): boolean;
}

/** What to ask for the due cards, in their order; no question twice, and none of a bank never practised. */
export function agendaFor(
  due: readonly Card[],
  library: Library,
  attempts: readonly Attempt[],
  { limit, competency, fits = () => true }: AgendaOptions,
): Agenda {
  const all = allShelved(library);
  const isOf = ({ question }: Shelved) =>
    competency === undefined || question.competencies.includes(competency);
  const fitting = all.filter(it => isOf(it) && fits(it));
  const banks = new Set(attempts.map(it => it.question.slice(0, it.question.indexOf('/'))));
  const oldestFirst = byLastAsked(
    fitting.filter(it => banks.has(it.bank.id)),
    attempts,
  );
  const agenda: Agenda = { items: [], without: [] };
  const taken = new Set<string>();
  for (const card of due) {
    if (agenda.items.length === limit) break;
    const asked = oldestFirst.find(it => !taken.has(it.ref) && shows(card, it, library));
    if (!asked && !isShown(card, library)) agenda.without.push(card);
    if (!asked) continue;
    taken.add(asked.ref);
    agenda.items.push({ card, asked });
  }
  return agenda;
}

/** Whether any question moves the card. */
export const isShown = (card: Pick<Card, 'id' | 'kind'>, library: Library): boolean =>
  allShelved(library).some(it => shows(card, it, library));

/** Whether an answer to the question moves the card. */
function shows(
  { id, kind }: Pick<Card, 'id' | 'kind'>,
  { ref, question }: Shelved,
  library: Library,
): boolean {
  if (kind === 'question') return ref === id;
  const name = id.slice(kind.length + 1);
  if (kind === 'principle') return question.principles.includes(name);
  return rubricsFor(library, question).includes(name.slice(0, name.indexOf('/')));
}

/** Those never asked first, then those asked longest ago; among equals in the order of the banks. */
function byLastAsked(questions: readonly Shelved[], attempts: readonly Attempt[]): Shelved[] {
  const last = new Map(attempts.map(it => [it.question, it.at]));
  const askedAt = ({ ref }: Shelved) => last.get(ref) ?? 0;
  return questions.toSorted((a, b) => askedAt(a) - askedAt(b));
}

/** One round that asks these questions, as long as they are together. @param level that of the last loop, where it had one. */
export function loopOf(items: readonly AgendaItem[], level = ''): Loop {
  const minutes = items.reduce((sum, it) => sum + it.asked.question.minutes, 0);
  return {
    kind: 'loop',
    id: 'review',
    title: 'Review',
    level: level || levelOf(items.map(it => it.asked.question)),
    breakMinutes: 0,
    facts: [],
    rounds: [
      {
        id: 'due',
        title: 'What is due',
        minutes,
        interviewer: 'interviewer',
        principles: [],
        questions: items.map(it => it.asked.ref),
        barRaiser: false,
      },
    ],
  };
}

const levelOf = ([first]: readonly Question[]): string => first?.levels[0] ?? '';
