/** What the YAML parser says, in words for somebody who has not read the YAML specification. */
import type { YAMLParseError } from 'yaml';
import { shown } from './showing.ts';

interface Plain {
  message: string;
  hint?: string;
}

const QUOTE = 'Put the whole text in quotes.';
const INDENT = 'Items of one list, and keys of one map, begin in the same column.';

/** The parser has lost its way: so it will say of every line that follows. */
const ASTRAY = /in YAML stream/;

const BY_CODE: Readonly<Partial<Record<YAMLParseError['code'], Plain>>> = {
  TAB_AS_INDENT: { message: 'A tab is used as indentation.', hint: 'Indent with spaces.' },
  BAD_INDENT: { message: 'The indentation does not fit the lines above.', hint: INDENT },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A colon followed by a space starts a map in the middle of a text.',
    hint: QUOTE,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is neither a key with a colon nor part of a text.',
    hint: 'A key is followed by a colon and a space, a list item begins with a dash and a space; a text of several lines follows `|`.',
  },
  BAD_SCALAR_START: { message: 'A text cannot begin with this character.', hint: QUOTE },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes begins an escape that does not exist.',
    hint: 'Write two backslashes, or use single quotes.',
  },
  BAD_ALIAS: { message: 'The name of an anchor (&) or alias (*) cannot be read.', hint: QUOTE },
  ALIAS_PROPS: { message: 'An alias (*) cannot have an anchor or a tag of its own.' },
  KEY_OVER_1024_CHARS: { message: 'A key is longer than 1024 characters.', hint: QUOTE },
  TAG_RESOLVE_FAILED: {
    message: 'Tags (!) are not used here.',
    hint: 'Delete the tag, or put the text in quotes.',
  },
  BAD_COLLECTION_TYPE: { message: 'Tags (!) are not used here.', hint: 'Delete the tag.' },
  MULTIPLE_DOCS: { message: 'A second document begins here; a file holds one.' },
  RESOURCE_EXHAUSTION: { message: 'This is nested too deeply to be read.' },
};

const BY_MESSAGE: readonly (readonly [RegExp, Plain])[] = [
  [
    /Unexpected flow-(seq|map)-end/,
    {
      message: 'A bracket is closed that was never opened.',
      hint: 'Delete it, or put the whole text in quotes.',
    },
  ],
  [ASTRAY, { message: 'What stands here does not belong to anything above it.', hint: INDENT }],
  [
    /^Unexpected block-seq-ind on same line with key/,
    {
      message: 'A dash followed by a space begins a list, and a list begins in the line below its key.',
      hint: 'If it is text, put the whole text in quotes.',
    },
  ],
  [
    /^Unexpected \S+ at node end|^Unexpected (double|single)-quoted-scalar|^Unexpected scalar/,
    { message: 'There is something after the end of the value.', hint: QUOTE },
  ],
  [
    /^Block collections are not allowed/,
    { message: 'Dashes and lines of keys cannot stand inside brackets.' },
  ],
  [/^Block scalar header/, { message: 'A text after | or > begins in the next line.' }],
  [/^Unexpected , in/, { message: 'There is a comma too many.' }],
  [
    /^Missing closing ("|')quote/,
    {
      message: 'A quotation mark is opened and never closed.',
      hint: "Close it; a quotation mark within the text is written twice ('') or as \\\".",
    },
  ],
  [
    /^Flow map in block collection|^Flow sequence in block|must end with a [\]}]|must be sufficiently indented and end with/,
    { message: 'A bracket is opened and never closed.', hint: 'Add ] or }.' },
  ],
  [/^Missing , (between|or :)/, { message: 'A comma is missing between two items in brackets.' }],
  [/^Missing space after :/, { message: 'A space is missing after the colon.' }],
  [
    /^Implicit map keys need to be followed by map values/,
    { message: 'A key without a colon.', hint: 'A key is followed by a colon and a space.' },
  ],
  [
    /^Sequence item without - indicator/,
    { message: 'By its indentation this line is an item of the list, but it has no dash.', hint: INDENT },
  ],
  [
    /^Map comment with trailing content/,
    { message: 'This line does not begin with a key that is text.', hint: QUOTE },
  ],
];

/** What makes a text of a value and the keys below it: their lines begin further right than the key. */
export const RUNS_ON: Plain = {
  message:
    'By its indentation this line goes on with the text of the line above, and it has a colon of its own.',
  hint: 'If it is a key, let it begin in the column of the other keys; if it is text, put the whole text in quotes.',
};

type Placed = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** Whether an error is of a text that runs on into a line with a colon; the parser tells of it twice, where it begins. */
export function runsOn({ code, pos }: Placed, errors: readonly Placed[]): boolean {
  return code === 'MULTILINE_IMPLICIT_KEY' && errors.some(it => isMapInText(it) && it.pos[0] === pos[0]);
}

const isMapInText = ({ code }: Placed) => code === 'BLOCK_AS_IMPLICIT_KEY';

/** A plain message for a parser's error; its own first line where there is none. */
export function plainly({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): Plain {
  const known = BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? BY_CODE[code];
  return known ?? { message: `This is not YAML: ${shown(message.split('\n')[0]!)}.` };
}

/** The errors without those that only follow from another one. */
export function withoutEchoes<E extends Placed>(errors: readonly E[]): E[] {
  const tabs = errors.filter(it => it.code === 'TAB_AS_INDENT');
  const multiline = new Set(errors.filter(it => runsOn(it, errors)).map(it => it.pos[0]));
  return errors.filter(
    (error, index) =>
      (index === 0 || !ASTRAY.test(error.message)) &&
      !(isMapInText(error) && multiline.has(error.pos[0])) &&
      (error.code === 'TAB_AS_INDENT' || !tabs.some(it => touches(error, it))),
  );
}

/** Whether a stretch ends where another begins, or they have something in common. */
const touches = (one: Placed, other: Placed) => one.pos[0] <= other.pos[1] && other.pos[0] <= one.pos[1];
