/** What the judge reads of the package: tables, and what the build makes of them. */
import { readFileSync } from 'node:fs';

/**
 * The bytes of a file that comes with mockloop.
 *
 * @param path from the folder of package.json, which is two folders up from here: from src/scoring, and from dist/run,
 *   into which the build puts this.
 */
export const shippedFile = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url));
