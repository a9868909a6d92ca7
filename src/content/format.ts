/** Problems as text. */
import type { Problem } from '../model/problem.ts';

/** More than anybody reads at once; the count of the rest follows. */
const SHOWN = 50;

/** `file:line:column: message`, then the hint and the frame, indented; several lines, no line end. */
export function formatProblem({ file, line, column, severity, message, hint, frame }: Problem): string {
  const kind = severity === 'warning' ? 'warning: ' : '';
  const below = [...(hint ? [hint] : []), ...(frame ? frame.split('\n') : [])];
  return [`${file}:${line}:${column}: ${kind}${message}`, ...below.map(it => `  ${it}`)].join('\n');
}

/** The first problems, an empty line between them, and how many there are beyond. */
export function formatProblems(problems: readonly Problem[]): string {
  const told = problems.slice(0, SHOWN).map(formatProblem);
  const rest = problems.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n\n');
}
