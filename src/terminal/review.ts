/** After an answer in coach mode: the candidate's own level, the card, and what to do now. */
import type { Room } from '../interview/candidate.ts';
import { LEVEL_NAMES, LEVELS, type Level } from '../model/level.ts';
import { passagesOf } from '../model/prose.ts';
import type { Review } from '../model/review.ts';
import type { AskState } from '../model/session.ts';
import { visible } from '../model/unseen.ts';
import { choose } from './menus.ts';
import { painted } from './rows.ts';
import type { Screen } from './screen.ts';
import { type Style, wrap } from './style.ts';

/** What a coach says of one answer, in rows; the reports know the words. */
export interface Coach {
  card(review: Review, width: number): string[];
  /** Every point with its mark. */
  checklist(review: Review, width: number): string[];
}

/** Asks for the candidate's own level, before anything is said of the answer. */
export async function askSelfScore(screen: Screen): Promise<Level | undefined> {
  return choose<Level | undefined>(screen, 'Before you see the card: how good was it?', [
    ...LEVELS.map(level => ({ name: `${level}, ${LEVEL_NAMES[level]}`, value: level })),
    { name: 'I would rather not say', value: undefined },
  ]);
}

type Choice = Chosen | 'model';

/** `change`: another try that begins with the answer before it. */
export type Chosen = 'next' | 'again' | 'change';

/** Shows the card and lets the candidate choose, the model answer once. */
export async function showReview(
  screen: Screen,
  coach: Coach,
  review: Review,
  width: number,
): Promise<Chosen> {
  const say = (...rows: string[]) => screen.messages.write(`${rows.join('\n')}\n`);
  say('', painted(coach.card(review, width), screen.style).trimEnd(), '');
  const model = modelText(coach, review, width, screen.style);
  for (let shown = false; ; shown = true) {
    const choice = await choose<Choice>(screen, 'And now?', [
      { name: 'Go on', value: 'next' },
      { name: 'Try again', value: 'again' },
      ...(canChange(review) ? [{ name: 'Change your answer', value: 'change' as const }] : []),
      ...(model !== undefined && !shown ? [{ name: 'Show the model answer', value: 'model' as const }] : []),
    ]);
    if (choice !== 'model') return choice;
    say(model!, '');
  }
}

/** Room for another try that begins with the answer before it. */
export function toChange(ask: AskState, room: Room): Room {
  const { answer: text = '' } = ask.tries.at(-1) ?? {};
  return { ...room, draft: { key: ask.key, attempt: ask.tries.length, text, seconds: 0 } };
}

/** Whether there are words to change; code lies in its file, and another try goes on with that anyway. */
export function canChange({ submission }: Review): boolean {
  return submission.answer.trim() !== '' && submission.given === undefined;
}

/**
 * The model answer, paragraphs wrapped to the window and code as it stands, then its points with their marks;
 * undefined without one.
 */
export function modelText(coach: Coach, review: Review, width: number, style: Style): string | undefined {
  const [model] = review.submission.asked.answer;
  if (model === undefined) return undefined;
  const rows = passagesOf(model).flatMap(({ kind, text }) => [
    '',
    ...(kind === 'code'
      ? visible(text)
          .split('\n')
          .map(row => `  ${row}`)
      : wrap(text, width, '  ')),
  ]);
  const points = coach.checklist(review, width);
  const told = points.length > 0 ? painted(['', 'Its points, and yours', ...points], style) : '';
  return `${rows.join('\n')}\n${told}`.trimEnd();
}
