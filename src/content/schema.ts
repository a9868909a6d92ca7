/** JSON Schemas for editors, made from the shapes. */
import { z } from 'zod';
import { type Kind, SHAPES } from './shapes.ts';

/** Schema of what authors write (defaults may be left out) in draft 7, which the YAML editors know best. */
export function schemaText(kind: Kind): string {
  const schema = z.toJSONSchema(SHAPES[kind], { io: 'input', target: 'draft-07', unrepresentable: 'any' });
  return `${JSON.stringify({ title: `mockloop ${kind}`, ...schema }, null, 2)}\n`;
}

export const SCHEMA_KINDS = Object.keys(SHAPES) as Kind[];
