import { expect, test } from 'vitest';
import { renderProgressPage } from '../../../src/reports/progress/html.ts';
import { sample } from './sample.ts';

test('a page has every part, and nothing foreign is markup', () => {
  const page = renderProgressPage(sample());
  for (const id of ['glance', 'competency', 'week', 'real', 'plan', 'left-out'])
    expect(page).toContain(`id="${id}"`);
  expect(page).not.toContain('<b>');
  expect(page).not.toMatch(/[\u202e\u001b]/);
  expect(page).toContain('&lt;b&gt;');
});

test('what there is nothing of has no section', () => {
  const page = renderProgressPage(sample({ outcomes: [], plan: null, interviews: [] }));
  for (const id of ['real', 'plan', 'principle']) expect(page).not.toContain(`id="${id}"`);
});
