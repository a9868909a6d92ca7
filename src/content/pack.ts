/** pack.yaml: read with every problem in its place, and written. */
import { stringify } from 'yaml';
import type { Pack } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { readOneFile } from './one-file.ts';
import { packShape } from './pack-shape.ts';

const BEGIN = 'Begin with `kind: pack`.';

/** What the pack says of itself, or everything that is wrong with it. Never throws for what the file holds. */
export function parsePack(file: string, bytes: Uint8Array): { pack: Pack } | { problems: Problem[] } {
  const read = readOneFile(file, bytes, packShape, BEGIN);
  return 'value' in read ? { pack: read.value } : read;
}

/** The text of pack.yaml. */
export function packText(pack: Pack): string {
  return `${HEAD}${stringify(pack, { lineWidth: 0 })}`;
}

const HEAD = `\
# A practice pack of mockloop. This folder as a whole is the interviewer's: content/ and interviewer.* hold answers.
# Only candidate.* goes to candidates. \`mockloop pack check\` says whether anything was changed.
`;
