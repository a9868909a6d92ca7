import { describe, expect, test } from 'vitest';
import type { Beside } from '../../src/content/coding-files.ts';
import { buildLibrary } from '../../src/content/library.ts';
import type { ContentFile } from '../../src/content/parse.ts';
import { rubricsFor } from '../../src/model/library.ts';

const file = (text: string, name = 'a.yaml'): ContentFile => ({ file: name, bytes: Buffer.from(text) });
const bank = (id: string, ...questions: string[]) =>
  file(`kind: bank\nid: ${id}\nquestions:\n${questions.map(it => `  - { ${it} }\n`).join('')}`, `${id}.yaml`);
const rubric = (id: string, types: string) =>
  file(
    `kind: rubric\nid: ${id}\nfor: [${types}]\ncriteria:\n  - { id: depth, anchors: { 1: a, 2: b, 3: c, 4: d } }`,
  );
const loop = (questions: string) =>
  file(`kind: loop\nid: backend\nrounds:\n  - { id: first, minutes: 30, questions: [${questions}] }`);
const messages = (...folders: ContentFile[][]) => buildLibrary(folders).problems.map(it => it.message);

describe('folders on top of each other', () => {
  test('a later bank replaces an earlier one of the same id', () => {
    const { library, problems } = buildLibrary([
      [bank('go', 'id: a, prompt: Old?')],
      [bank('go', 'id: b, prompt: New?')],
    ]);
    expect(problems).toEqual([]);
    expect(library.banks.get('go')?.questions.map(it => it.id)).toEqual(['b']);
  });

  test('of two rubrics for a type the later folder has the last word, even when it replaces an earlier id', () => {
    const { library, problems } = buildLibrary([
      [rubric('technical', 'technical')],
      [rubric('mine', 'technical')],
      [rubric('technical', 'technical'), bank('go', 'id: a, prompt: What?')],
    ]);
    expect(problems).toEqual([]);
    expect(rubricsFor(library, library.banks.get('go')!.questions[0]!)).toEqual(['technical']);
  });

  test('references reach into the folders below', () => {
    expect(messages([bank('go', 'id: a, prompt: What?')], [loop('go/a')])).toEqual([]);
  });

  test('a question that a later folder took away is missed', () => {
    const folders = [
      [bank('go', 'id: a, prompt: Old?')],
      [bank('go', 'id: bee, prompt: New?'), loop('go/a')],
    ];
    expect(messages(...folders)).toEqual(['There is no question "a" in the bank "go".']);
  });
});

describe('references', () => {
  test('a bank with another problem still gives its ids', () => {
    expect(messages([bank('go', 'id: a, prompt: 3'), loop('go/a')])).toEqual([
      '"prompt" must be text, not the number 3.',
    ]);
  });

  test('a bare related id means the own bank first', () => {
    const twice = [
      bank('go', 'id: a, prompt: A?', 'id: b, prompt: B?, related: [a]'),
      bank('rust', 'id: a, prompt: A?'),
    ];
    expect(messages(twice)).toEqual([]);
  });

  test('a bare related id of another bank must name it', () => {
    const { problems } = buildLibrary([
      [bank('go', 'id: a, prompt: A?'), bank('rust', 'id: b, prompt: B?, related: [a]')],
    ]);
    expect(problems).toMatchObject([
      { message: 'There is no question "a" in this bank.', hint: 'Did you mean "go/a"?' },
    ]);
  });

  test('a path that exists beside the bank is fine', () => {
    const coding = bank('go', 'id: a, prompt: A?, coding: { language: go, starter: files/a.go }');
    const beside: Beside = path => (path === 'files/a.go' ? { text: 'package a' } : { wrong: 'No.' });
    const { library, problems } = buildLibrary([[{ ...coding, beside }]]);
    expect(problems).toEqual([]);
    expect(library.banks.get('go')?.questions[0]?.coding?.files).toEqual({ starter: 'package a' });
  });

  test('draws do not count questions that the loop names', () => {
    const questions = bank('go', 'id: a, prompt: A?', 'id: b, prompt: B?');
    expect(messages([questions, loop('{ draw: { count: 2 } }')])).toEqual([]);
    expect(messages([questions, loop('go/a, { draw: { count: 2 } }')])).toEqual([
      'Only 1 question fits this draw of 2.',
    ]);
  });
});

describe('the library', () => {
  const { library } = buildLibrary([[bank('go', 'id: a, prompt: What?')]]);

  test('cannot be changed, neither its maps nor what they hold', () => {
    const banks = library.banks as Map<string, unknown>;
    expect(() => banks.set('x', 1)).toThrow(TypeError);
    expect(() => banks.clear()).toThrow(TypeError);
    expect(() => library.banks.get('go')!.questions.push()).toThrow(TypeError);
    expect(Object.isFrozen(library.banks.get('go')!.questions[0]!.points)).toBe(true);
  });
});
