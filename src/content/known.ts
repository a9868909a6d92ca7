/** Names that content gives and users type: a name that nothing has is a slip, and told with what was meant. */
import { InputError } from '../model/errors.ts';
import { nearest } from './nearest.ts';
import { quoted } from './showing.ts';

/** So many names are listed where none is near. */
const LISTED = 20;

/** Below so many letters any other short name is near, and all of them are told instead. */
const TELLING = 4;

/** Throws InputError for the first name that is not known. @param what the names are of: `level` */
export function checkKnown(what: string, names: readonly string[], known: ReadonlySet<string>): void {
  const strange = names.find(it => !known.has(it));
  if (strange === undefined) return;
  const near = strange.length < TELLING ? undefined : nearest(strange, known);
  const all = [...known].filter(it => it !== '').sort();
  const listed = `There are: ${all.slice(0, LISTED).join(', ')}${all.length > LISTED ? ', …' : ''}.`;
  throw new InputError(
    `There is no ${what} ${quoted(strange)}.`,
    near ? `Did you mean ${quoted(near)}?` : listed,
  );
}
