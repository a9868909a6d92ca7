/** A profile as YAML: read with every problem in its place, written for the first time. */
import { stringify } from 'yaml';
import type { Problem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import { readOneFile } from './one-file.ts';
import { profileShape } from './profile-shape.ts';

const BEGIN = 'Begin with `kind: profile`.';

/** The profile, or everything that is wrong with it. Never throws for what the file holds. */
export function parseProfile(
  file: string,
  bytes: Uint8Array,
): { profile: Profile } | { problems: Problem[] } {
  const read = readOneFile(file, bytes, profileShape, BEGIN);
  return 'value' in read ? { profile: read.value } : read;
}

/** The profile as a file, what is empty left out. */
export function profileText(profile: Profile): string {
  const projects = profile.projects.map(withoutEmpty);
  return `${HEAD}${stringify(withoutEmpty({ ...profile, projects }), { lineWidth: 0 })}`;
}

function withoutEmpty(it: object): object {
  return Object.fromEntries(
    Object.entries(it).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

const HEAD = `\
# Your profile. It stays on this machine, in a file that only you can read.
# Rounds about how things work, and about design, begin with a question about
# one of your projects. A project needs its title and what it is; all the rest
# may be left out.
`;

/** What a profile begins with in an editor: all that may be said, as comments. */
export const STARTER = `\
${HEAD}kind: profile

# Take the # away from what you want to say.

# level: L5
# role: backend engineer
# years: 6
# stack: [Go, PostgreSQL, Kafka]

# projects:
#   - title: Order pipeline
#     what: takes orders from the shop to the warehouse
#     role: designed it, and led three people    # your own part
#     numbers:                # results; you may be asked how you measured them
#       - p99 from 900 ms to 120 ms
#     terms: [Go, Kafka, idempotency]    # rounds about these take it up first
`;
