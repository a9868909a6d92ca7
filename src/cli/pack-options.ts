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
