/** A candidate who sits the round `work` of the loop `small` by what the screen shows, wherever it was left. */
import { KEY, type Terminal } from './terminal.ts';

/** Every prompt that is answered, with an answer that no other has; what else is asked gets OTHER. */
export const ANSWERS: Readonly<Record<string, readonly [prompt: string, answer: string]>> = {
  'small/deploy': [
    'How do you bring a new release',
    'We build it, wait for a quiet evening and press the button.',
  ],
  'small/deploy/share': [
    'How large is the first share?',
    'One percent of the traffic at first, then ten, then all of it.',
  ],
  'small/deploy/rollback': [
    'And when the new release is bad?',
    'The old release is still there and takes the traffic back.',
  ],
  'small/cache': [
    'What does a cache cost you?',
    'Readers may see stale data until the entry expires at last.',
  ],
  'work/closing': [
    'What would you like to know from me?',
    'Who is on call, and what do they change after an incident?',
  ],
};
export const OTHER = 'Nothing more comes to my mind about this one.';

export interface Sitting {
  screen: Terminal;
  /** Called before each piece that is typed, with what was typed before it. False: go no further. */
  typing?(typed: string): Promise<boolean>;
  /** Called when the key that hands an answer in was pressed, before anything is seen of it. False: go no further. */
  handed?(answer: string): Promise<boolean>;
  /** Length of the next piece. */
  piece?(): number;
  /** What the first answer already holds; the screen does not show a space at its end. */
  begun?: string;
}

/** Goes on to the end of the interview. @returns whether it got there. */
export async function sitThrough(sitting: Sitting): Promise<boolean> {
  const { screen } = sitting;
  const OVER = 'The report: ';
  let { begun } = sitting;
  for (;;) {
    await screen.see(/❯ (Begin|Go on)|Ctrl-D hand in|The report: /);
    const text = screen.text();
    if (text.includes(OVER)) return true;
    if (text.includes('❯')) await left(screen, '❯', KEY.enter);
    else {
      const answer = answerFor(text);
      if (!(await giveAnswer(sitting, answer, begun ?? written(screen, answer)))) return false;
      begun = undefined;
    }
  }
}

function answerFor(text: string): string {
  return Object.values(ANSWERS).find(([prompt]) => text.includes(prompt))?.[1] ?? OTHER;
}

async function giveAnswer(
  { screen, typing, handed, piece = () => 100 }: Sitting,
  answer: string,
  begun: string,
): Promise<boolean> {
  for (let at = begun.length; at < answer.length; ) {
    if ((await typing?.(answer.slice(0, at))) === false) return false;
    const end = Math.min(answer.length, at + piece());
    await screen.type(answer.slice(at, end));
    at = end;
  }
  await screen.see(answer);
  await screen.type(KEY.handIn);
  if ((await handed?.(answer)) === false) return false;
  await gone(screen, 'Ctrl-D hand in');
  return true;
}

/** Presses a key and waits until the screen shows something else. */
async function left(screen: Terminal, what: string, key: string): Promise<void> {
  await screen.type(key);
  await gone(screen, what);
}

function gone(screen: Terminal, what: string): Promise<void> {
  return screen.until(() => !screen.text().includes(what), `"${what}" to go`, true);
}

/** How much of an answer the editor shows. */
export function written(screen: Terminal, answer: string): string {
  const row = screen
    .text()
    .split('\n')
    .find(it => it !== '' && answer.startsWith(it.trim()));
  // Spaces at a row's end are not seen, so what was typed may be one longer: it is never shorter.
  return row?.trim() ?? '';
}
