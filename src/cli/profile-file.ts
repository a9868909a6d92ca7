/** The file of the user's profile: where it is, and reading it for an interview. */
import { join } from 'node:path';
import { ContentError } from '../content/content-error.ts';
import { readProfile } from '../content/files.ts';
import type { Profile } from '../model/profile.ts';
import type { CommonOptions } from './command.ts';
import { dataFolder } from './data-folder.ts';
import type { Io } from './io.ts';

export interface ProfilePlaces {
  path: string;
  /** What was typed and could not be taken over. */
  draft: string;
}

export function profilePlaces(io: Io, options: CommonOptions): ProfilePlaces {
  const data = dataFolder(io, options);
  return { path: join(data, 'profile.yaml'), draft: join(data, 'profile-draft.yaml') };
}

/** The profile for an interview; undefined without one. Throws ContentError for one that cannot be used. */
export async function profileFor(io: Io, options: CommonOptions): Promise<Profile | undefined> {
  const { path } = profilePlaces(io, options);
  const read = await readProfile(path);
  if (!read) return undefined;
  if ('profile' in read) return read.profile;
  throw new ContentError(
    read.problems,
    'Your profile',
    'Mend it with `mockloop profile edit`, or add --no-profile.',
  );
}
