// Prints the commands of README.md (its `sh` blocks, in order), for .ci/run: what a newcomer is told to type must work.

import { readFileSync } from 'node:fs';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(block => block[1]);
process.stdout.write(blocks.join('\n'));
