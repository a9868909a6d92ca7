/** The formats that a calibration is told in, by the ending of a file. To add one: a file in this folder and a line here. */
import type { Calibration, ScatterPoint } from '../../model/calibration.ts';
import { calibrationPage } from './html.ts';
import { calibrationJson } from './json.ts';
import { calibrationMarkdown } from './markdown.ts';
import { calibrationText } from './text.ts';

/** The whole of it, ending in a newline. */
export type CalibrationFormat = (calibration: Calibration, points: readonly ScatterPoint[]) => string;

export const CALIBRATION_FORMATS: Readonly<Record<string, CalibrationFormat>> = {
  txt: calibrationText,
  json: calibrationJson,
  md: calibrationMarkdown,
  html: calibrationPage,
};
