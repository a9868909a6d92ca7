/** A Markdown file as one row: its front matter holds the keys, its body the answer. */
import { frontMatter } from '../content/front-matter.ts';
import { quoted } from '../content/showing.ts';
import type { Mapping, Part } from './part.ts';
import type { Decoded, RowKey } from './row.ts';

const EMPTY =
  'The file is empty: it must begin with front matter between two lines of ---, such as `question: bank/question`, and the answer stands below.';

/** The file gives what the front matter leaves out: an id, and the answer below it. It never says one thing twice. */
export function decodeMarkdown({ file, id }: Part, text: string, mapping: Mapping): Decoded {
  if (text.trim() === '') return { cause: EMPTY };
  const parts = frontMatter(file, text);
  if ('cause' in parts) return parts;
  const { head, yaml, body } = parts;
  const named = (key: RowKey) => mapping[key] ?? key;
  if (body !== '' && Object.hasOwn(head, named('answer')))
    return {
      cause: `The front matter has ${quoted(named('answer'))}, and a text stands below it: only one can be the answer.`,
    };
  const own = head[named('id')];
  return {
    raw: {
      [named('id')]: id,
      [named('answer')]: body,
      ...head,
      ...(typeof own === 'number' && { [named('id')]: asWritten(yaml, named('id')) ?? own }),
    },
  };
}

/** What stands behind a key: YAML makes 7 of the name 007. */
function asWritten(yaml: string, key: string): string | undefined {
  const line = yaml.split('\n').find(it => it.startsWith(`${key}:`));
  return line
    ?.slice(key.length + 1)
    .replace(/\s#.*/, '')
    .trim();
}
