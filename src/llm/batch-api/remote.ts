/** A batch as the server tells of it: nothing of it is taken on trust. */
import { CallFailure, repeated } from '../failure.ts';
import { recordOf } from '../reply.ts';

export interface Remote {
  id: string;
  status: Status;
  /** Names of its files of replies and of errors. */
  results: string[];
  /** Requests that were replied to, and all. */
  done: number;
  total: number;
  /** Why it failed as a whole, in the server's words; empty where it says nothing. */
  why: string;
  /** Name of the file that it was made of, and what we called it; null where the server does not say. */
  file: string | null;
  parcel: string | null;
}

/** Whether nothing more will come. */
const STATUSES = {
  validating: false,
  in_progress: false,
  finalizing: false,
  cancelling: false,
  completed: true,
  failed: true,
  expired: true,
  cancelled: true,
} as const;

export type Status = keyof typeof STATUSES;

export const hasEnded = ({ status }: Pick<Remote, 'status'>): boolean => STATUSES[status];

/** The key of our own name in the metadata of a batch. */
export const OURS = 'mockloop';

/** Throws CallFailure for what is no batch. @param key is kept out of what is repeated. */
export function remoteIn(value: unknown, key: string | undefined): Remote {
  const it = recordOf(value);
  const id = nameIn(it);
  const status = (Object.keys(STATUSES) as Status[]).find(known => known === it.status);
  if (status === undefined)
    throw new CallFailure('not-json', `The server does not say how the batch ${id} stands.`);
  const { completed, total } = recordOf(it.request_counts);
  const metadata = recordOf(it.metadata);
  return {
    id,
    status,
    results: [it.output_file_id, it.error_file_id].filter(isName),
    done: countOf(completed),
    total: countOf(total),
    why: whyOf(it.errors, key),
    file: isName(it.input_file_id) ? it.input_file_id : null,
    parcel: typeof metadata[OURS] === 'string' ? metadata[OURS] : null,
  };
}

/** What a server calls a file or a batch. Throws CallFailure where it has no such name. */
export function nameIn(value: unknown): string {
  const { id } = recordOf(value);
  if (isName(id)) return id;
  throw new CallFailure('not-found', 'The server does not reply as a Batch API does.');
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.:-]{1,200}$/.test(value);

const countOf = (value: unknown): number => (Number.isSafeInteger(value) ? Math.max(0, value as number) : 0);

/** The first of its errors with its code; more say the same of other lines. */
function whyOf(errors: unknown, key: string | undefined): string {
  const { data } = recordOf(errors);
  const [first] = Array.isArray(data) ? data : [];
  const { code, message } = recordOf(first);
  return repeated([code, message].filter(it => typeof it === 'string').join(': '), key);
}
