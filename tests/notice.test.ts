import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

test('NOTICE.md names every package that is needed at run time', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const [, table = ''] = read('NOTICE.md').split('## Packages at run time');
  const named = new Set(table.match(/[a-z0-9-]+/g));
  expect(Object.keys(dependencies).filter(it => !named.has(it))).toEqual([]);
});
