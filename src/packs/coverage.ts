/** coverage.csv: which question shows what, and which of it was asked for. */
import { csvText } from '../reports/csv-cell.ts';
import { shows, type Topic } from './choose/wish.ts';
import { askedIn, type Kit } from './kit.ts';

/** A row for each competency and principle that was asked for or is shown; a column for each question. */
export function coverageCsv(kit: Kit): string {
  const asked = askedIn(kit);
  const wanted = new Set(kit.topics.map(nameOf));
  const topics = new Map(kit.topics.map(it => [nameOf(it), it]));
  for (const { question } of asked) for (const it of topicsIn(question)) topics.set(nameOf(it), it);
  const head = ['kind', 'topic', 'asked for', 'questions', ...asked.map(it => it.ref)];
  const rows = [...topics.values()].map(topic => {
    const marks = asked.map(it => (shows(it.question, topic) ? 'x' : ''));
    const count = marks.filter(it => it !== '').length;
    return [topic.kind, topic.id, wanted.has(nameOf(topic)) ? 'yes' : 'no', count, ...marks];
  });
  return csvText([head, ...rows]);
}

const nameOf = ({ kind, id }: Topic) => `${kind} ${id}`;

function topicsIn(question: { competencies: string[]; principles: string[] }): Topic[] {
  return [
    ...question.competencies.map((id): Topic => ({ kind: 'competency', id })),
    ...question.principles.map((id): Topic => ({ kind: 'principle', id })),
  ];
}
