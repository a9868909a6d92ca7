/** The rows of a part, decoded: what is JSON, CSV or Markdown becomes a Row, or the reason why it is none. */
import { isUtf8 } from 'node:buffer';
import { described } from '../content/showing.ts';
import { utf8 } from './bytes.ts';
import type { Mapping, Part } from './part.ts';
import { type BadRow, type Decoded, ignoredIn, type Raw, type Row, rowOf } from './row.ts';

/** Reads the row at a place of a part; undefined for a blank line, but a file that should be a row is never left out. */
export type ReadRow = (index: number) => Row | BadRow | undefined;

/**
 * How to read a part. What is needed for CSV or Markdown is loaded with the first such part. `ignored` is told the keys
 * that mean nothing here.
 */
export async function readerOf(
  part: Part,
  mapping: Mapping,
  ignored: (key: string) => void,
): Promise<ReadRow> {
  const decode = await decoderOf(part, mapping);
  return index => {
    const text = textOf(part, index);
    if (typeof text !== 'string') return { id: null, ...text };
    if (isBlank(part, text)) return undefined;
    const decoded = decode(text, index);
    if ('cause' in decoded) return { id: null, ...decoded };
    for (const key of ignoredIn(decoded.raw, mapping)) ignored(key);
    return rowOf(decoded.raw, mapping);
  };
}

/** Nothing to read: a blank line, or one of separators alone, as spreadsheets write them below a table. */
function isBlank({ format, separator }: Part, text: string): boolean {
  if (format === 'markdown') return false;
  if (text.trim() === '') return true;
  if (format !== 'csv' || separator === undefined || !text.startsWith(separator)) return false;
  return text.replaceAll(separator, '').trim() === '';
}

function textOf({ bytes, ends, broken }: Part, index: number): string | { cause: string } {
  const cause = broken?.[index];
  if (cause !== undefined) return { cause };
  const row = bytes.subarray(ends[index - 1] ?? 0, ends[index]);
  if (!isUtf8(row)) return { cause: 'The row is not UTF-8 text.' };
  return utf8(row);
}

async function decoderOf(part: Part, mapping: Mapping): Promise<(text: string, index: number) => Decoded> {
  switch (part.format) {
    case 'jsonl':
      return decodeJson;
    case 'csv':
      return (await import('./csv.ts')).csvDecoder(part);
    case 'markdown': {
      const { decodeMarkdown } = await import('./markdown.ts');
      return text => decodeMarkdown(part, text, mapping);
    }
  }
}

function decodeJson(text: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { cause: 'The line is not JSON.' };
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { raw: value as Raw };
  return { cause: `The line must be a JSON object, not ${described(value)}.` };
}
