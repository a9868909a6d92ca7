// What both benches have in common as commands: output at the end, mistakes told in one line.

/** The caller's mistake: told without a stack, exit code 2. */
export class Mistake extends Error {}

/** Runs a bench and writes what it returns. @param {(argv: string[]) => Promise<string>} bench */
export async function run(bench) {
  try {
    process.stdout.write(await bench(process.argv.slice(2)));
  } catch (error) {
    if (!isMistake(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** @param {unknown} error @returns {error is Error} */
function isMistake(error) {
  if (error instanceof Mistake) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/**
 * A figure given as an option.
 *
 * @param {string} name @param {string} given
 * @param {(value: number) => boolean} fits @param {string} range the figures that fit, in words
 */
export function figureOf(name, given, fits, range) {
  const value = given.trim() === '' ? Number.NaN : Number(given);
  if (Number.isFinite(value) && fits(value)) return value;
  throw new Mistake(`${name} takes ${range}, not "${given}".`);
}

/** For JSON.stringify: four digits behind the point, for more would look like knowledge. @param {string} _ @param {unknown} value */
export function rounded(_, value) {
  return typeof value === 'number' ? Math.round(1e4 * value) / 1e4 : value;
}
