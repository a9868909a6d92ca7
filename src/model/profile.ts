/** Who is interviewed, in their own words: profile.yaml in the data folder. The YAML keys equal these names. */

export interface Project {
  title: string;
  /** What it is or does, in a phrase. */
  what: string;
  /** The candidate's own part in it. */
  role?: string;
  /** Results with figures. */
  numbers: string[];
  /** What it has to do with: a round that is about these takes it up before others. */
  terms: string[];
}

export interface Profile {
  kind: 'profile';
  /** As loops name levels: `L5`. */
  level?: string;
  role?: string;
  /** Of work in the trade. */
  years?: number;
  stack: string[];
  projects: Project[];
}
