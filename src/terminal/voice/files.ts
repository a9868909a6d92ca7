import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a program of that name can be run. @param path as in the environment's PATH. */
export function isOnPath(name: string, path: string): boolean {
  return path.split(delimiter).some(folder => folder !== '' && isProgram(join(folder, name)));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
