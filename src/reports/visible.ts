/** JSON that shows nothing unseen. */
import { mayHideUnseen, UNSEEN } from '../model/unseen.ts';

/** A value as a JSON document for people and programs, its line break included; nothing in it is unseen. */
export const jsonDocument = (value: unknown): string => `${visibleJson(JSON.stringify(value, null, 2))}\n`;

/** The text of a JSON document with unseen characters escaped; `\uXXXX` stands for the character itself: no data changes. */
export function visibleJson(json: string): string {
  if (!mayHideUnseen(json)) return json;
  const unit = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  return json.replace(UNSEEN, char =>
    Array.from({ length: char.length }, (_, at) => unit(char.charCodeAt(at))).join(''),
  );
}
