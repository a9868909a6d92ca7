import { describe, expect, test } from 'vitest';
import { parseContent } from '../../src/content/parse.ts';

const parse = (text: string) => parseContent({ file: 'a.yaml', bytes: Buffer.from(text) });
const bank = (lines: string) => parse(`kind: bank\nid: go\nquestions:\n${lines}`);

describe('a bank comes out with all defaults filled in', () => {
  test('of a question that has only id and prompt', () => {
    const { content, problems } = bank('  - { id: channels, prompt: What is in a channel? }');
    expect(problems).toEqual([]);
    expect(content).toEqual({
      kind: 'bank',
      id: 'go',
      title: 'go',
      aliases: {},
      questions: [
        {
          id: 'channels',
          prompt: 'What is in a channel?',
          type: 'technical',
          minutes: 8,
          difficulty: 3,
          levels: [],
          competencies: [],
          principles: [],
          rubric: [],
          points: [],
          pitfalls: [],
          keywords: [],
          outline: [],
          lookFor: [],
          reading: [],
          related: [],
          answer: [],
          hints: [],
          followUps: [],
        },
      ],
    });
  });

  test('and single texts as lists, keywords as terms, follow-ups at any depth', () => {
    const { content } = bank(`
  - id: channels
    prompt: What?
    rubric: technical
    answer: A buffer.
    keywords: [lock, { term: queue, aliases: [fifo], means: "First in, first out." }]
    points: [ { id: buffer, text: A ring buffer } ]
    followUps:
      - id: one
        prompt: And?
        followUps: [ { id: two, prompt: And then?, when: { missing: [x] } } ]`);
    expect(content).toMatchObject({
      questions: [
        {
          rubric: ['technical'],
          answer: ['A buffer.'],
          keywords: [
            { term: 'lock', aliases: [] },
            { term: 'queue', aliases: ['fifo'], means: 'First in, first out.' },
          ],
          points: [{ id: 'buffer', text: ['A ring buffer'], weight: 1, cues: [] }],
          followUps: [{ when: 'always', followUps: [{ id: 'two', when: { missing: ['x'] }, hints: [] }] }],
        },
      ],
    });
  });
});

test('a loop comes out with all defaults filled in', () => {
  const { content } = parse(`kind: loop
id: backend
rounds:
  - { id: first, minutes: 30, questions: [channels, { draw: { types: [design] } }], closing: { minutes: 5 } }`);
  expect(content).toEqual({
    kind: 'loop',
    id: 'backend',
    title: 'backend',
    level: '',
    breakMinutes: 10,
    facts: [],
    rounds: [
      {
        id: 'first',
        title: 'first',
        minutes: 30,
        interviewer: 'interviewer',
        principles: [],
        questions: ['channels', { draw: { types: ['design'], count: 1 } }],
        closing: { minutes: 5, question: 'closing/your-questions' },
        barRaiser: false,
      },
    ],
  });
});

test('a rubric comes out with all defaults filled in, its anchors keyed by level', () => {
  const { content } = parse(`kind: rubric
id: star
criteria:
  - { id: result, anchors: { 1: none, 2: thin, 3: there, 4: strong } }`);
  expect(content).toEqual({
    kind: 'rubric',
    id: 'star',
    title: 'star',
    for: [],
    cuts: [30, 55, 80],
    criteria: [
      {
        id: 'result',
        title: 'result',
        weight: 1,
        signals: [],
        anchors: { 1: 'none', 2: 'thin', 3: 'there', 4: 'strong' },
        probes: [],
        advice: '',
      },
    ],
  });
});

test('JSON is read like YAML', () => {
  const text = JSON.stringify(
    { kind: 'bank', id: 'go', questions: [{ id: 'a', prompt: 'Tab\t and "quotes"?' }] },
    null,
    '\t',
  );
  expect(parse(text)).toMatchObject({
    problems: [],
    content: { questions: [{ prompt: 'Tab\t and "quotes"?' }] },
  });
});

test('a value shared by an anchor is the same value in both places', () => {
  const { content } = bank(
    '  - { id: a, prompt: A?, levels: &l [L4, L5] }\n  - { id: b, prompt: B?, levels: *l }',
  );
  expect(content).toMatchObject({ questions: [{ levels: ['L4', 'L5'] }, { levels: ['L4', 'L5'] }] });
});

test('problems behind an alias are told at the alias or in what it stands for', () => {
  const { problems } = bank(
    '  - { id: a, prompt: A?, levels: &l [L4, 5] }\n  - { id: b, prompt: B?, minutes: *l }',
  );
  expect(problems.map(it => [it.line, it.column])).toEqual([
    [4, 42],
    [5, 35],
  ]);
});

test('text that YAML 1.1 took for truth values stays text', () => {
  expect(bank('  - { id: no, prompt: yes }')).toMatchObject({
    content: { questions: [{ id: 'no', prompt: 'yes' }] },
  });
});
