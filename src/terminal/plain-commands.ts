/** The lines of plain mode that are no part of an answer. */

export type PlainCommand = 'hand-in' | 'hint' | 'skip' | 'quit' | 'help';

const COMMANDS: ReadonlyMap<string, PlainCommand> = new Map([
  ['.', 'hand-in'],
  ['/hint', 'hint'],
  ['/skip', 'skip'],
  ['/quit', 'quit'],
  ['/help', 'help'],
]);

/** Said before the first answer. */
export const RULES =
  'An answer ends with a line that holds only a full stop. /hint gives a hint, /skip skips, /quit leaves, /help tells more.';

export const HELP: readonly string[] = [
  'A line that holds only one of these is no part of the answer:',
  '  .      hands in the answer',
  '  /hint  gives a hint',
  '  /skip  skips the question',
  '  /quit  leaves; all is kept, and mockloop resume goes on',
  '  /help  says this',
  'To write such a line in an answer, begin it with two slashes: //quit writes /quit.',
];

/** What a line commands, blanks around it apart; undefined where it is part of the answer. */
export function commandOf(line: string): PlainCommand | undefined {
  return COMMANDS.get(line.trim());
}

/** What a line of an answer says: with one slash more a command is a word. */
export function wordsOf(line: string): string {
  const [blanks = ''] = /^\s*/.exec(line)!;
  const rest = line.slice(blanks.length);
  return rest.startsWith('//') && commandOf(rest.slice(1)) ? blanks + rest.slice(1) : line;
}

/** A word after a slash, alone on its line, that commands nothing: perhaps one mistyped. */
export function isStrange(line: string): boolean {
  return /^\/[a-z]+$/i.test(line.trim()) && !commandOf(line);
}
