/** The interviewer's kit: what to ask, what to listen for, and where to mark it. */
import type { FollowUp, Question, Rubric, When } from '../model/content.ts';
import { LEVEL_NAMES, LEVELS } from '../model/level.ts';
import type { Shelved } from '../model/library.ts';
import { counted } from '../model/prose.ts';
import type { FormRound } from './choose/form.ts';
import { rubricIdsOf } from './content.ts';
import { closingsIn, criteriaOf, type Kit, rubricsOf } from './kit.ts';
import {
  aside,
  type Block,
  heading,
  lines,
  type Sheet,
  type SheetSection,
  titledList,
} from './sheet/sheet.ts';
import { leadOf, passages } from './words.ts';

export function interviewerSheet(kit: Kit): Sheet {
  return {
    title: kit.title,
    ...(kit.company !== undefined && { company: kit.company }),
    ...(kit.logo && { logo: kit.logo }),
    lead: [...leadOf(kit), "The interviewer's kit. It holds answers: do not hand it to candidates."],
    sections: [
      preparation(kit),
      ...kit.rounds.map((it, at) => roundOf(kit, it, at)),
      anchorsOf(kit),
      ...closing(kit),
    ],
    foot: `Made with mockloop ${kit.version}, seed ${kit.seed}.`,
  };
}

function preparation(kit: Kit): SheetSection {
  const said = [
    'Give candidates candidate.html, candidate.docx or candidate.md. Everything else in this folder holds answers.',
    'Read the anchors before the interview. Two interviewers who mark by them mean the same by a 3.',
    `Mark each criterion right after the answer: ${LEVELS.map(it => `${it} ${LEVEL_NAMES[it]}`).join(', ')}. What did not come up stays blank.`,
    'Mark alone, before you talk to the other interviewers.',
    'Mark here by hand, or in scorecard.csv with any spreadsheet; mockloop pack debrief puts the scorecards together.',
  ];
  const rows = kit.rounds.flatMap(({ round, questions }, at) => [
    ...questions.map(({ ref, question }, index) => [
      `${at + 1}.${index + 1}`,
      ref,
      String(question.minutes),
      String(question.difficulty),
      [...question.competencies, ...question.principles].join(', '),
    ]),
    ...(round.closing ? [['', "the candidate's questions", String(round.closing.minutes), '', '']] : []),
  ]);
  const gaps = kit.missing.map(it => `The ${it.kind} ${it.id}: ${it.why}.`);
  return {
    id: 'before',
    title: 'Before you begin',
    blocks: [
      { kind: 'list', items: said.map(text => ({ text })) },
      { kind: 'table', head: ['', 'Question', 'Minutes', 'Difficulty', 'About'], rows },
      ...titledList(3, 'Asked for, and not covered', gaps),
    ],
  };
}

function roundOf(kit: Kit, { round, questions }: FormRound, at: number): SheetSection {
  const who = `${counted(round.minutes, 'minute')}, asked by: ${round.interviewer}.`;
  return {
    id: `round-${at + 1}`,
    title: kit.rounds.length > 1 ? `${at + 1}. ${round.title}` : 'The questions',
    onNewPage: true,
    blocks: [
      aside(round.brief === undefined ? who : `${who} Of such a round candidates are told: “${round.brief}”`),
      ...questions.flatMap((it, index) => questionOf(kit, it, `${at + 1}.${index + 1}`)),
    ],
  };
}

/** So many lines for notes. */
const NOTES = 4;

function questionOf(kit: Kit, asked: Shelved, number: string): Block[] {
  const { ref, question } = asked;
  const tests = question.coding?.files?.tests;
  return [
    heading(3, `${number} ${ref} (${counted(question.minutes, 'minute')})`),
    ...passages(question.prompt),
    ...listenFor(question),
    ...titledList(
      4,
      'Warning signs of a wrong or weak answer',
      question.pitfalls.map(it => it.text),
    ),
    ...followUps(question),
    ...titledList(4, 'Hints, when somebody is stuck', question.hints),
    ...titledList(4, 'The steps of a good answer', question.outline),
    ...question.answer.flatMap(it => [heading(4, 'A good answer'), ...passages(it)]),
    ...(tests === undefined
      ? []
      : [
          heading(4, 'Tests of the code'),
          { kind: 'code', text: tests, language: question.coding!.language } as const,
        ]),
    ...probes(kit, asked),
    heading(4, 'Marks'),
    marksOf(kit, asked),
    lines(NOTES),
  ];
}

/** The heaviest first; one phrasing of each says it. */
function listenFor({ points, lookFor }: Pick<Question, 'points' | 'lookFor'>): Block[] {
  const heaviest = points.toSorted((a, b) => b.weight - a.weight);
  const told = heaviest.map(({ text, weight }) => `${text[0]}${weight >= HEAVY ? ' (weighs most)' : ''}`);
  return titledList(4, 'What to listen for', [...told, ...lookFor]);
}

const HEAVY = 3;

function followUps(question: Question): Block[] {
  const items = question.followUps.flatMap(it => followUp(it, question, 0));
  return items.length > 0 ? [heading(4, 'Follow-ups'), { kind: 'list', items }] : [];
}

type Parent = Pick<Question, 'points' | 'pitfalls'>;

function followUp(it: FollowUp, parent: Parent, depth: number): { text: string; depth: number }[] {
  const heard = [
    ...it.points.map(point => `listen for: ${point.text[0]}`),
    ...it.pitfalls.map(({ text }) => `warning sign: ${text}`),
  ];
  return [
    { text: `${whenWord(it.when, parent)}${it.prompt}`, depth },
    ...heard.map(text => ({ text, depth: depth + 1 })),
    ...it.followUps.flatMap(below => followUp(below, it, depth + 1)),
  ];
}

function whenWord(when: When, { points, pitfalls }: Parent): string {
  if (when === 'always') return '';
  const named = (ids: readonly string[]) =>
    ids.map(id => `“${points.find(it => it.id === id)?.text[0] ?? id}”`).join(' or ');
  if ('missing' in when) return `If this was not said: ${named(when.missing)} — `;
  if ('covered' in when) return `If this was said: ${named(when.covered)} — `;
  return `If there was this warning sign: ${when.pitfall.map(id => `“${pitfalls.find(it => it.id === id)?.text ?? id}”`).join(' or ')} — `;
}

function probes({ library }: Kit, asked: Shelved): Block[] {
  const all = criteriaOf(library, asked).flatMap(({ criterion }) =>
    criterion.probes.slice(0, 1).map(it => `${criterion.title}: ${it.ask}`),
  );
  return titledList(4, 'When something stays thin, ask', all);
}

function marksOf({ library }: Kit, asked: Shelved): Block {
  const rows = criteriaOf(library, asked).map(({ name, criterion }) => [
    name === criterion.id ? criterion.title : `${criterion.title} (${name})`,
    ...LEVELS.map(() => '☐'),
    '',
  ]);
  return { kind: 'table', head: ['Criterion', ...LEVELS.map(String), 'Note'], rows, isWhole: true };
}

/** Of every rubric once, so that it can lie beside the marks. */
function anchorsOf(kit: Kit): SheetSection {
  const closingOnly = new Set(
    closingsIn(kit).flatMap(it => rubricsOf(kit.library, it).map(rubric => rubric.id)),
  );
  const asked = new Set(
    kit.rounds.flatMap(it => it.questions).flatMap(it => rubricsOf(kit.library, it).map(rubric => rubric.id)),
  );
  const ids = rubricIdsOf(kit).filter(id => asked.has(id) || !closingOnly.has(id));
  return {
    id: 'anchors',
    title: 'Anchors: what each level means',
    onNewPage: true,
    blocks: ids.flatMap(id => rubricOf(kit.library.rubrics.get(id)!)),
  };
}

export function rubricOf({ title, criteria }: Rubric): Block[] {
  const rows = criteria.map(it => [it.title, ...LEVELS.map(level => it.anchors[level])]);
  const head = ['Criterion', ...LEVELS.map(it => `${it}, ${LEVEL_NAMES[it]}`)];
  return [heading(3, title), { kind: 'table', head, rows }];
}

function closing(kit: Kit): SheetSection[] {
  const closings = closingsIn(kit);
  if (closings.length === 0) return [];
  return [
    {
      id: 'closing',
      title: 'At the end',
      blocks: closings.flatMap(({ ref, question }) => [
        heading(3, ref),
        ...passages(question.prompt),
        ...listenFor(question),
      ]),
    },
  ];
}
