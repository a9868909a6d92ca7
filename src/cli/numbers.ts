/** Numbers on the command line, with what they must be. */
import { InvalidArgumentError } from 'commander';

/** Reads a whole number between bounds, both included. */
export function whole(least: number, most: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Reads a number above 0. */
export function amount(most: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (value > 0 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number above 0 and at most ${most}.`);
  };
}
