/** A profile as a person makes it: in an editor of their own, wrong at first, and then an interview that begins with it. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { place } from './place.ts';
import { mockloop } from './terminal.ts';

const WRONG = 'kind: profile\\nlevel: L4\\nprojects: [{ titles: Order pipeline, what: takes orders }]\\n';

test('the editor, a mistake, another go; then an opening about the project', async () => {
  // Writes a mistake into a new profile, and mends the mistake when it is opened again.
  const editor = `edit() { if grep -q titles "$1"; then sed -i s/titles/title/ "$1"; else printf '${WRONG}' > "$1"; fi; }; edit`;
  const at = place({ EDITOR: editor });
  const making = mockloop(at, 'profile');
  await making.see('There is no key "titles" here.', 'Did you mean "title"?');
  await making.choose('Leave it for now');
  expect((await making.end()).code).toBe(2);
  expect(making.text()).toMatch(
    /There is no profile yet\.\s+What you wrote is in ~\/data\/profile-draft\.yaml/,
  );

  const mending = mockloop(at, 'profile', 'edit');
  expect((await mending.end()).code).toBe(0);
  expect(mending.text()).toMatch(/Going on with .*\s+Kept, with 1 project/);
  expect(statSync(join(at.data, 'profile.yaml')).mode & 0o777).toBe(0o600);

  const screen = mockloop(at, 'practice', '--mode', 'real');
  // Loops of the level in the profile come first.
  await screen.see(/❯ Amazon loop, SDE I, L4 [^\n]*\n +A small loop/);
  await screen.choose('A small loop');
  await screen.choose('Daily work');
  await screen.see('I begin with something of your own.');
  await screen.choose('Begin');
  await screen.answer('You wrote that you worked on “Order pipeline”', 'The order of the orders.');
  await screen.asked(/Daily work · question 1 of 2\s[\s\S]*Now to my questions\./);
});
