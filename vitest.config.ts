import { defineConfig } from 'vitest/config';

/** They start programs or hold deadlines: one at a time, so that what is slow there is not the neighbour's doing. */
const ALONE = [
  'tests/{bench,coding,e2e,llm}/**/*.test.ts',
  'tests/cli/batch-api.test.ts',
  'tests/content/speed.test.ts',
  'tests/scoring/properties.test.ts',
];

const sideBySide = { include: ['tests/**/*.test.ts'], exclude: ALONE, maxWorkers: 2 };
const alone = { include: ALONE, maxWorkers: 1 };

export default defineConfig({
  test: {
    globalSetup: 'tests/temporary.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'side by side', ...sideBySide, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'alone', ...alone, sequence: { groupOrder: 1 } } },
    ],
  },
});
