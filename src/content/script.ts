/** A scripted interview's answers: a map from what is asked to a text, or to a text and the seconds it took. */
import { z } from 'zod';
import type { Script, ScriptedAnswer } from '../model/session.ts';
import { keys } from './basic-shapes.ts';
import { ContentError } from './content-error.ts';
import { readOneFile } from './one-file.ts';

const answer = z.union([
  z.string().transform(text => ({ text })),
  keys({ text: z.string(), seconds: z.number().min(0).exactOptional() }),
]);

const scriptShape: z.ZodType<Record<string, ScriptedAnswer>> = z.record(z.string(), answer);

/** Answers by what they answer; an empty text is a question skipped. Throws ContentError with every problem. */
export function parseScript(file: string, bytes: Uint8Array): Script {
  const read = readOneFile(file, bytes, scriptShape);
  if ('problems' in read) throw new ContentError(read.problems, 'The file of answers');
  return new Map(Object.entries(read.value));
}
