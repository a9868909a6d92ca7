import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { junit } from '../../../src/reports/cohort/junit.ts';
import { ACTS, failed, judged } from '../../batch/results.ts';
import { isMissing } from '../../e2e/programs.ts';
import { anyRun, cohortOf, documentOf, HOSTILE_ROWS, SAMPLE_GATES, SAMPLE_ROWS } from './sample.ts';

/** What XML 1.0 has no way to hold (section 2.2, Char). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

test('is the golden one', async () => {
  await expect(documentOf(junit, SAMPLE_ROWS, SAMPLE_GATES)).toMatchFileSnapshot('golden/cohort.xml');
});

test('nothing in it acts on a terminal or is forbidden in XML', () => {
  const check = (text: string) => {
    expect(text).not.toMatch(ACTS);
    expect(text).not.toMatch(FORBIDDEN);
  };
  fc.assert(fc.property(anyRun, results => check(documentOf(junit, results))));
  check(documentOf(junit, HOSTILE_ROWS));
  check(documentOf(junit, [failed('\ufffe\uffff\ud800\u0000')]));
});

test('the head before the run is as many bytes long as any head after it', () => {
  const bytes = (text: string) => Buffer.byteLength(text);
  const before = bytes(junit.head(null, SAMPLE_GATES));
  for (const results of [[], SAMPLE_ROWS, HOSTILE_ROWS])
    expect(bytes(junit.head(cohortOf(results, SAMPLE_GATES), SAMPLE_GATES))).toBe(before);
  const huge = cohortOf([]);
  const all = { ...huge.all, rows: Number.MAX_SAFE_INTEGER, errors: 1e15, cannotAssess: 1e15 };
  expect(bytes(junit.head({ ...huge, all, failed: 1e15 }, {}))).toBe(before);
});

test('a row is called by its id, or by where it stands, or by what is known of it', () => {
  const name = (it: Parameters<typeof junit.row>[0]) => / name="(.*?)"/.exec(junit.row(it, {}))![1];
  expect(name(judged(50))).toBe('a1');
  expect(name(failed('Not JSON.'))).toBe('answers.jsonl:7');
  expect(name(failed('Not JSON.', { file: '-' }))).toBe('stdin:7');
  expect(name(judged(50, { id: null, input: '00000000000000aa' }))).toBe('00000000000000aa');
  expect(name(judged(50, { id: null }))).toBe('no id');
});

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
}

/** The documents as a real parser of XML reads them; it throws at the first that is not well-formed. */
function parsed(documents: readonly string[]): Element[] {
  const script = `
import json, sys
from xml.dom import minidom
def told(node):
    return {'name': node.tagName, 'attributes': dict(node.attributes.items()),
            'children': [told(it) for it in node.childNodes if it.nodeType == it.ELEMENT_NODE]}
texts = json.loads(sys.stdin.buffer.read())
print(json.dumps([told(minidom.parseString(it.encode()).documentElement) for it in texts]))`;
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(documents),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Element[];
}

/** What junit-10.xsd of Jenkins' xunit plugin lets stand where, as far as it is used here; `!` marks what must be there. */
const SCHEMA: Readonly<Record<string, { attributes: string[]; children: string[] }>> = {
  testsuites: { attributes: [], children: ['testsuite'] },
  testsuite: { attributes: ['name!', 'tests!', 'failures!', 'errors!', 'skipped'], children: ['testcase'] },
  testcase: { attributes: ['name!', 'classname'], children: ['skipped', 'error', 'failure', 'system-out'] },
  skipped: { attributes: ['type', 'message'], children: [] },
  error: { attributes: ['type', 'message'], children: [] },
  failure: { attributes: ['type', 'message'], children: [] },
  'system-out': { attributes: [], children: [] },
};

function valid({ name, attributes, children }: Element): boolean {
  const rule = SCHEMA[name]!;
  const known = rule.attributes.map(it => it.replace('!', ''));
  const needed = rule.attributes.filter(it => it.endsWith('!')).map(it => it.slice(0, -1));
  return (
    Object.keys(attributes).every(it => known.includes(it)) &&
    needed.every(it => it in attributes) &&
    children.every(it => rule.children.includes(it.name) && valid(it))
  );
}

describe.skipIf(isMissing('python3'))('a parser of XML', () => {
  test('takes any document, finds it valid, and counts what its head says', () => {
    const runs = [...fc.sample(anyRun, 200), [], SAMPLE_ROWS, [...HOSTILE_ROWS]];
    const trees = parsed(runs.map(it => documentOf(junit, it, SAMPLE_GATES)));
    for (const [at, tree] of trees.entries()) {
      expect(valid(tree)).toBe(true);
      const [suite] = tree.children as [Element];
      const having = (name: string) =>
        suite.children.filter(it => it.children.some(child => child.name === name)).length;
      expect(suite.attributes).toMatchObject({
        tests: String(runs[at]!.length + 3),
        failures: String(having('failure')),
        errors: String(having('error')),
        skipped: String(having('skipped')),
      });
      expect(having('error')).toBe(runs[at]!.filter(it => it.status === 'error').length);
    }
  });

  test('finds the head before the run well-formed too', () => {
    const text = junit.head(null, {}) + junit.tail(cohortOf([]), {});
    expect(valid(parsed([text])[0]!)).toBe(true);
  });
});
