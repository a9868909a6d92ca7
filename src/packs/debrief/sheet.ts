/** The debrief of a pack as a sheet: disagreements first, for these are what a meeting is for. */
import { LEVEL_NAMES, type Level } from '../../model/level.ts';
import type {
  AlphaInterval,
  Marked,
  MarkedCandidate,
  MarkedQuestion,
  PackAgreement,
  PackDebrief,
} from '../../model/pack-debrief.ts';
import { counted } from '../../model/prose.ts';
import {
  aside,
  type Block,
  heading,
  prose,
  type Sheet,
  type SheetSection,
  titledList,
} from '../sheet/sheet.ts';
import { passages } from '../words.ts';
import { LEAST_DRAWN } from './agreement.ts';

export function packDebriefSheet(debrief: PackDebrief): Sheet {
  const { pack, candidates } = debrief;
  const form = pack.forms > 1 ? `, form ${pack.form} of ${pack.forms}` : '';
  return {
    title: `Debrief: ${pack.title}`,
    lead: [`${pack.id}${pack.level === '' ? '' : `, level ${pack.level}`}${form}`],
    sections: [
      agreementSection(debrief),
      ...candidates.map((it, at) => candidateSection(it, at, candidates.length)),
      ...notRead(debrief),
    ],
    foot: 'Made with mockloop. It puts marks side by side; whether to hire is for people to decide.',
  };
}

/** From so many levels apart on, two interviewers mean something else. */
const APART = 2;

function agreementSection({ agreement, severity }: PackDebrief): SheetSection {
  return {
    id: 'agreement',
    title: 'How far the interviewers agree',
    blocks: [
      ...agreementWords(agreement).map(prose),
      {
        kind: 'table',
        caption: 'Each interviewer against the others, on what both marked; below 0 is stricter',
        head: ['Interviewer', 'Criteria marked by others, too', 'Difference in levels'],
        rows: severity.map(it => [it.interviewer, String(it.units), signed(it.difference)]),
      },
    ],
  };
}

function agreementWords({ units, alpha, why, interval, same, withinOne }: PackAgreement): string[] {
  if (units === 0)
    return ['No criterion of an answer was marked by two interviewers, so agreement cannot be told.'];
  const shares = `Of all pairs of marks for the same thing ${percent(same)} are the same level, ${percent(withinOne)} at most one apart (${units} criteria marked by two or more).`;
  if (alpha === null) return [shares, `Krippendorff’s alpha cannot be told: ${why}.`];
  return [
    shares,
    `Krippendorff’s alpha for ordered levels is ${alpha.toFixed(2)}: 1 is full agreement, 0 what chance would give. Krippendorff draws conclusions from 0.80 on, and tentative ones from 0.67 on.`,
    intervalWords(interval),
  ];
}

function intervalWords(interval: AlphaInterval | null): string {
  if (!interval)
    return `These are too few, or too much alike, for an interval: it takes ${LEAST_DRAWN} answers that two or more marked. Take alpha as a hint.`;
  const { low, high, drawn, units, times } = interval;
  const others = drawn === 'candidates' ? 'other candidates' : 'other answers of the same candidates';
  return `Its 95 % interval is ${low.toFixed(2)} to ${high.toFixed(2)}, of ${times} draws of the ${units} ${drawn}: so far it might be another with ${others}. It says nothing of other interviewers.`;
}

const percent = (share: number | null) => `${Math.round(100 * (share ?? 0))} %`;

const signed = (value: number | null) =>
  value === null ? 'nothing to compare' : `${value > 0 ? '+' : ''}${value.toFixed(2)}`;

/** Beside candidates with names. */
const NAMELESS =
  'These rows name no candidate, so they stand apart. If they belong to one of the others, write the name into them.';

function candidateSection(it: MarkedCandidate, at: number, candidates: number): SheetSection {
  const interviewers = it.interviewers.map(own => [own.interviewer, String(own.marks), own.mean.toFixed(2)]);
  return {
    id: `candidate-${at + 1}`,
    title: it.candidate === '' ? 'The candidate' : it.candidate,
    onNewPage: at > 0,
    blocks: [
      ...(it.candidate === '' && candidates > 1 ? [prose(NAMELESS)] : []),
      prose(
        `Mean level ${it.mean.toFixed(2)} over ${counted(it.questions.length, 'question')}; criteria weigh as in their rubrics, here and for each interviewer.`,
      ),
      { kind: 'table', head: ['Interviewer', 'Marks', 'Mean level'], rows: interviewers },
      ...disagreements(it),
      ...it.questions.flatMap(questionBlocks),
    ],
  };
}

function disagreements({ questions }: MarkedCandidate): Block[] {
  const found = questions
    .flatMap(it => it.criteria.map(marked => ({ question: it.question, marked })))
    .filter(it => it.marked.apart >= APART)
    .sort((a, b) => b.marked.apart - a.marked.apart);
  if (found.length === 0) return [];
  return [
    heading(3, 'Talk about these first'),
    ...found.flatMap(({ question, marked }) => [
      prose(`${question}, ${marked.title}: ${marked.apart} levels apart.`),
      { kind: 'list', items: sidesOf(marked).map(text => ({ text })) } as const,
    ]),
  ];
}

/** Who gave which level, with what that level means. */
function sidesOf({ marks, anchors }: Marked): string[] {
  const given = [...new Set(marks.map(it => it.level))].sort();
  return given.map(level => {
    const who = marks
      .filter(it => it.level === level)
      .map(it => (it.note === '' ? it.interviewer : `${it.interviewer} (“${it.note}”)`));
    return `${who.join(', ')}: ${level}, “${anchors[level]}”`;
  });
}

function questionBlocks({ question, prompt, criteria, mean }: MarkedQuestion): Block[] {
  const rows = criteria.map(it => [
    it.title,
    // The level stands beside its interviewer, wherever the line ends.
    it.marks.map(mark => `${mark.interviewer}\u00a0${mark.level}`).join(', '),
    it.mean.toFixed(2),
    anchorWord(it),
  ]);
  const notes = criteria.flatMap(it =>
    it.marks
      .filter(mark => mark.note !== '')
      .map(mark => `${it.title}, ${mark.interviewer} (${mark.level}): ${mark.note}`),
  );
  return [
    heading(3, `${question}: ${mean.toFixed(2)}`),
    ...passages(prompt),
    { kind: 'table', head: ['Criterion', 'Marks', 'Mean', 'What that level means'], rows },
    ...titledList(4, 'Notes', notes),
  ];
}

/** The anchor nearest to the mean; a mean half way belongs to the lower, which has been seen by all. */
function anchorWord({ mean, anchors }: Marked): string {
  const level = Math.ceil(mean - 0.5) as Level;
  return `${level}, ${LEVEL_NAMES[level]}: ${anchors[level]}`;
}

function notRead({ badRows, blank }: PackDebrief): SheetSection[] {
  if (badRows.length === 0 && blank === 0) return [];
  return [
    {
      id: 'not-read',
      title: 'Not in the figures',
      blocks: [
        ...(blank > 0 ? [aside(`${counted(blank, 'row')} ${blank === 1 ? 'was' : 'were'} left blank.`)] : []),
        ...titledList(
          3,
          'Rows that could not be read',
          badRows.map(it => `${it.file}, line ${it.line}: ${it.message}`),
        ),
      ],
    },
  ];
}
