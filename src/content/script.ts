/** A scripted interview's answers: a map from what is asked to a text, or to a text and the seconds it took. */
import { z } from 'zod';
import type { Script, ScriptedAnswer } from '../model/session.ts';
import { keys } from './basic-shapes.ts';
import { checked } from './checking.ts';
import { ContentError } from './content-error.ts';
import { decode } from './decode.ts';
import { parseYaml } from './document.ts';
import { sorted } from './problems.ts';

const answer = z.union([
  z.string().transform(text => ({ text })),
  keys({ text: z.string(), seconds: z.number().min(0).exactOptional() }),
]);

const scriptShape: z.ZodType<Record<string, ScriptedAnswer>> = z.record(z.string(), answer);

const WHAT = 'The file of answers';

/** Answers by what they answer; an empty text is a question skipped. Throws ContentError with every problem. */
export function parseScript(file: string, bytes: Uint8Array): Script {
  const read = decode(file, bytes);
  if ('problem' in read) throw new ContentError([read.problem], WHAT);
  const { tree, problems } = parseYaml(read.source);
  const { value, problems: wrong } = tree ? checked(read.source, tree, scriptShape) : { problems: [] };
  if (!value || problems.length > 0) throw new ContentError(sorted([...problems, ...wrong]), WHAT);
  return new Map(Object.entries(value));
}
