import type { CommonOptions } from './command.ts';

export interface PackOptions extends CommonOptions {
  out?: string[];
  loop?: string;
  minutes?: number;
  level?: string;
  competencies?: string[];
  principles?: string[];
  banks?: string[];
  types?: string[];
  difficulty?: [number, number];
  closing?: number;
  exclude?: string[];
  variants?: number;
  seed?: number;
  partial?: boolean;
  id?: string;
  title?: string;
  company?: string;
  logo?: string;
  date?: string;
}

/** What chooses among questions, and has nothing to choose where a loop says what is asked. */
export const CHOOSING = [
  'minutes',
  'level',
  'competencies',
  'principles',
  'banks',
  'types',
  'difficulty',
  'closing',
  'partial',
] as const satisfies readonly (keyof PackOptions)[];
