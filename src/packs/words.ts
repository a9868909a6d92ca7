/** Words that both copies of a pack use. */
import { passagesOf } from '../model/prose.ts';
import { type Kit, minutesOf } from './kit.ts';
import { type Block, prose } from './sheet/sheet.ts';

/** `1 minute`, `7.5 minutes`. */
export const minutesWord = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** What stands under the title. */
export function leadOf(kit: Kit): string[] {
  const parts = [
    ...(kit.level === '' ? [] : [`Level ${kit.level}`]),
    minutesWord(minutesOf(kit)),
    ...(kit.forms > 1 ? [`form ${kit.form} of ${kit.forms}`] : []),
    ...(kit.date === undefined ? [] : [kit.date]),
  ];
  return [parts.join(', ')];
}

/** What an author wrote, paragraph by paragraph, code as code. */
export function passages(text: string): Block[] {
  return passagesOf(text).map(
    ({ kind, text: said, language }): Block =>
      kind === 'code' ? { kind, text: said, language } : prose(said),
  );
}
