/** Banks, loops and rubrics as the YAML that they could have been read from. */
import { stringify } from 'yaml';
import type { Content } from './shapes.ts';

/** The file; read again it gives the same content, but for the code of coding questions, which stands in files beside it. */
export function contentText(content: Content): string {
  // Signals may mean something by an empty list.
  const written = content.kind === 'rubric' ? content : withoutDefaults(content);
  return stringify(written, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Without empty lists, maps and texts, and without what was read from other files. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, it]) => !isEmpty(it) && !(key === 'files' && 'language' in value),
  );
  return Object.fromEntries(kept.map(([key, it]) => [key, key === 'signal' ? it : withoutDefaults(it)]));
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === '';
}
