import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from '../content/shipped.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import { write } from './io.ts';

const SCHEMAS = [
  'bank',
  'loop',
  'rubric',
  'profile',
  'pack',
  'pack-debrief',
  'answers',
  'result',
  'cohort',
  'calibration',
  'report',
  'cards',
  'progress',
  'review',
  'stories',
];

export const schema: Command = {
  examples: ['mockloop schema bank > bank.schema.json'],
  describe(command) {
    command.addArgument(among(command.createArgument('<name>', SCHEMAS.join(', ')), SCHEMAS));
  },
  async run(io, _options, [name]) {
    if (!SCHEMAS.includes(name!))
      throw new InputError(`There is no schema "${name}".`, `There are: ${SCHEMAS.join(', ')}.`);
    await write(io.stdout, readFileSync(join(PACKAGE_FOLDER, 'schemas', `${name}.schema.json`), 'utf8'));
    return EXIT.done;
  },
};
