/** Words that both copies of a pack use. */
import { counted, passagesOf } from '../model/prose.ts';
import { type Kit, minutesOf } from './kit.ts';
import { type Block, prose } from './sheet/sheet.ts';

/** What stands under the title. */
export function leadOf(kit: Kit): string[] {
  const parts = [
    ...(kit.level === '' ? [] : [`Level ${kit.level}`]),
    counted(minutesOf(kit), 'minute'),
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
