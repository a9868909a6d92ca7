/** Small tasks in each language, and a run of their tests. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { locate } from '../../src/coding/files.ts';
import { LANGUAGES } from '../../src/coding/languages.ts';
import { type RunningTests, runTests, type Testing } from '../../src/coding/testing.ts';
import type { CodingLanguage } from '../../src/model/content.ts';
import type { TestRun } from '../../src/model/test-run.ts';

interface Task {
  code: string;
  tests: { name: string; text: string };
  /** A solution, and one that is wrong for the second of three tests. */
  right: string;
  wrong: string;
}

export const TASKS: Readonly<Record<'go' | 'javascript' | 'python', Task>> = {
  go: {
    code: 'max.go',
    tests: {
      name: 'max_test.go',
      text: `package max

import "testing"

func TestRising(t *testing.T) { want(t, Max(1, 2), 2) }
func TestFalling(t *testing.T) { want(t, Max(2, 1), 2) }
func TestEqual(t *testing.T)  { want(t, Max(1, 1), 1) }

func want(t *testing.T, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}
`,
    },
    right: 'package max\n\nfunc Max(a, b int) int {\n\tif a > b {\n\t\treturn a\n\t}\n\treturn b\n}\n',
    wrong: 'package max\n\nfunc Max(a, b int) int { return b }\n',
  },
  javascript: {
    code: 'max.mjs',
    tests: {
      name: 'max.test.mjs',
      text: `import assert from 'node:assert';
import test from 'node:test';
import { max } from './max.mjs';
test('rising', () => assert.equal(max(1, 2), 2));
test('falling', () => assert.equal(max(2, 1), 2));
test('equal', () => assert.equal(max(1, 1), 1));
`,
    },
    right: 'export const max = (a, b) => (a > b ? a : b);\n',
    wrong: 'export const max = (a, b) => b;\n',
  },
  python: {
    code: 'max_of.py',
    tests: {
      name: 'test_max.py',
      text: `import unittest
from max_of import largest


class TestMax(unittest.TestCase):
    def test_rising(self):
        self.assertEqual(largest(1, 2), 2)

    def test_falling(self):
        self.assertEqual(largest(2, 1), 2)

    def test_equal(self):
        self.assertEqual(largest(1, 1), 1)
`,
    },
    right: 'def largest(a, b):\n    return a if a > b else b\n',
    wrong: 'def largest(a, b):\n    return b\n',
  },
};

export function start(language: CodingLanguage, code: string, rest: Partial<Testing> = {}): RunningTests {
  const task = TASKS[language as keyof typeof TASKS];
  return runTests({
    language: LANGUAGES[language],
    program: locate(LANGUAGES[language].program, process.env.PATH ?? '')!,
    code: { name: task.code, text: code },
    tests: task.tests,
    env: process.env,
    now: Date.now,
    ...rest,
  });
}

export async function run(
  language: CodingLanguage,
  code: string,
  rest: Partial<Testing> = {},
): Promise<TestRun> {
  const came = await start(language, code, rest).done;
  if (typeof came !== 'object') throw new Error(`No run: ${came}`);
  return came;
}

/** Folders of runs that are there. */
export const scratches = () => readdirSync(tmpdir()).filter(it => it.startsWith('mockloop-run-'));
