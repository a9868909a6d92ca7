/** A calibration for programs. */
import type { Calibration } from '../../model/calibration.ts';
import { visibleJson } from '../visible.ts';

/** Digits that are told of a number: more would be noise, and differ from machine to machine. */
const DIGITS = 6;

/** The calibration as it is (`mockloop schema calibration`), indented by two spaces, with a newline at its end. */
export function calibrationJson(calibration: Calibration): string {
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;
  return `${visibleJson(JSON.stringify(calibration, rounded, 2))}\n`;
}
