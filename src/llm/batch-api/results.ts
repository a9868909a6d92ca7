/** What became of the requests of a batch, line by line, as its files of replies and errors tell. */
import { CallFailure, repeated } from '../failure.ts';
import { refused, wordsIn } from '../refusal.ts';
import { type Completion, completionOf, recordOf } from '../reply.ts';

/** A request of that name was replied to, or failed. */
export type Result = { name: string } & ({ reply: Completion } | { failure: CallFailure });

/** Undefined for a line that names no request. @param key is kept out of what is repeated. */
export function resultIn(line: string, key: string | undefined): Result | undefined {
  const { custom_id: name, response, error } = recordOf(parsed(line));
  if (typeof name !== 'string') return undefined;
  try {
    return { name, reply: replyIn(recordOf(response), error, line, key) };
  } catch (failure) {
    if (!(failure instanceof CallFailure)) throw failure;
    return { name, failure };
  }
}

function replyIn(
  { status_code: status, body }: Readonly<Record<string, unknown>>,
  error: unknown,
  line: string,
  key: string | undefined,
): Completion {
  if (typeof status !== 'number') throw unanswered(error, key);
  if (status >= 200 && status < 300) return completionOf(body, key);
  const { message, says } = wordsIn(body, line);
  throw refused({ status, says, message: repeated(message, key), retryAfter: null });
}

/** It was not asked at all, as when the batch expired before its turn. */
function unanswered(error: unknown, key: string | undefined): CallFailure {
  const { code, message } = recordOf(error);
  const told = repeated([code, message].filter(it => typeof it === 'string').join(': '), key);
  const why = 'The batch ended without a reply to this.';
  return new CallFailure('no-reply', told === '' ? why : `${why} The server says: "${told}"`, {
    mayCost: false,
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
