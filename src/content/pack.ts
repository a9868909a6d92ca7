/** pack.yaml: read with every problem in its place, and written. */
import { stringify } from 'yaml';
import type { Pack } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { checked } from './checking.ts';
import { decode } from './decode.ts';
import { parseYaml } from './document.ts';
import { packShape } from './pack-shape.ts';
import { sorted } from './problems.ts';

const BEGIN = 'Begin with `kind: pack`.';

/** What the pack says of itself, or everything that is wrong with it. Never throws for what the file holds. */
export function parsePack(file: string, bytes: Uint8Array): { pack: Pack } | { problems: Problem[] } {
  const read = decode(file, bytes);
  if ('problem' in read) return { problems: [read.problem] };
  const { tree, problems } = parseYaml(read.source, BEGIN);
  const { value, problems: wrong } = tree ? checked(read.source, tree, packShape) : { problems: [] };
  if (!value || problems.length > 0) return { problems: sorted([...problems, ...wrong]) };
  return { pack: value };
}

/** The text of pack.yaml. */
export function packText(pack: Pack): string {
  return `${HEAD}${stringify(pack, { lineWidth: 0 })}`;
}

const HEAD = `\
# A practice pack of mockloop. This folder as a whole is the interviewer's: content/ and interviewer.* hold answers.
# Only candidate.* goes to candidates. \`mockloop pack check\` says whether anything was changed.
`;
