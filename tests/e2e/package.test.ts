/** What is published works by itself: nothing that the command reads is left out of the package. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SHIPPED_CONTENT } from '../../src/content/shipped.ts';
import { temporaryFolder } from '../cli/world.ts';

const ROW = JSON.stringify({
  question: 'leadership/mistake-of-yours',
  answer:
    'I deployed on a Friday, and the checkout was down for 40 minutes. I rolled it back and wrote a check.',
});

test('the packed package judges, in threads too, and has the types and no more of the build than it needs', () => {
  const root = join(SHIPPED_CONTENT[0]!, '..');
  const folder = temporaryFolder();
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const [archive = ''] = readdirSync(folder);
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  const unpacked = join(folder, 'package');
  symlinkSync(join(root, 'node_modules'), join(unpacked, 'node_modules'));
  const evaluate = (...more: string[]) =>
    execFileSync(process.execPath, ['bin/mockloop.js', 'evaluate', '-', '--quiet', ...more], {
      cwd: unpacked,
      input: `${ROW}\n`,
      encoding: 'utf8',
    });
  expect(JSON.parse(evaluate())).toMatchObject({ status: 'scored' });
  expect(evaluate('--jobs', '2')).toBe(evaluate());
  expect(existsSync(join(unpacked, 'dist/index.d.ts'))).toBe(true);
  expect(existsSync(join(unpacked, 'dist/scoring/judges/local.js'))).toBe(false);
  expect(existsSync(join(unpacked, 'dist/bundles.json'))).toBe(false);
});
