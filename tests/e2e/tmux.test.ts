/** The small interview once in tmux, which is a terminal of another make than the emulator of the other tests. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BIN, place } from './place.ts';
import { isMissing } from './programs.ts';
import { ANSWERS, OTHER } from './sitting.ts';
import { Tmux } from './tmux.ts';

test.skipIf(isMissing('tmux'))('a round in tmux, from the menu to the report', async () => {
  const at = place();
  const window = new Tmux(at, [
    process.execPath,
    BIN,
    'practice',
    'small',
    '--round',
    'work',
    '--mode',
    'coach',
  ]);
  await window.see('❯ Begin');
  window.press('Enter');
  for (;;) {
    await window.see(/❯ Go on|Ctrl-D hand in|exit=\d/);
    const text = window.text();
    if (text.includes('exit=')) break;
    if (text.includes('❯ Go on')) {
      window.press('Enter');
      await window.see(/^(?!.*❯ Go on)/s);
      continue;
    }
    const answer = Object.values(ANSWERS).find(([prompt]) => text.includes(prompt))?.[1] ?? OTHER;
    window.type(answer);
    await window.see(answer);
    window.press('C-d');
    await window.see(/^(?!.*Ctrl-D hand in)/s);
  }
  await window.see('exit=0');
  const path = /The report: (\S+report\.md)/.exec(window.text())?.[1];
  const report = readFileSync(path!, 'utf8');
  for (const [, answer] of Object.values(ANSWERS)) expect(report).toContain(answer);
  // The normal screen has the records of the answers, and nothing of the editor.
  expect(window.text()).not.toContain('Ctrl-D');
});
