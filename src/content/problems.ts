/** Problems with their places. */
import type { Problem } from '../model/problem.ts';
import { frameOf } from './frame.ts';
import { shown } from './showing.ts';
import { placeOf, type Source, type Span } from './source.ts';

/** A problem at a stretch of a source, with its frame. */
export function problemAt(
  source: Source,
  span: Span,
  message: string,
  { hint, severity = 'error' }: { hint?: string | undefined; severity?: Problem['severity'] } = {},
): Problem {
  const { line, column } = placeOf(source, span[0]);
  return {
    file: shown(source.file),
    line,
    column,
    message,
    ...(hint !== undefined && { hint }),
    frame: frameOf(source, span),
    severity,
  };
}

/** By place; problems of one place keep their order. */
export function sorted(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
