/** Programs that some tests need and that may be missing. */
import { spawnSync } from 'node:child_process';

/**
 * Whether a program is missing, for `test.skipIf`: the skip is seen in the report of the run. With MOCKLOOP_REQUIRE=all
 * it throws instead, so that a run that should have tested everything cannot pass by skipping.
 */
export function isMissing(program: string): boolean {
  const missing = pathOf(program) === '';
  if (missing && process.env.MOCKLOOP_REQUIRE === 'all')
    throw new Error(`${program} is missing, and MOCKLOOP_REQUIRE=all lets nothing be skipped.`);
  return missing;
}

/** Where a program is; empty where it is missing. */
export function pathOf(program: string): string {
  return spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', program], { encoding: 'utf8' }).stdout.trim();
}
