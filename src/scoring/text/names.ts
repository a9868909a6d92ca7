/** Names for one request that nobody who writes an answer can guess. */
import { createHash } from 'node:crypto';

/** The names that one request goes by; nobody who wrote an answer can know them. */
export interface Names {
  /** Key of the answer in the data. */
  field: string;
  /** A word that the answer does not contain. */
  nonce: string;
}

/**
 * A hash of the answer itself among others: to name the field in an answer, one would have to write a text that holds 64
 * bits of its own hash. The same answer has the same names, so that a reply that was kept is found again. `secret` makes
 * them one installation's own. @param about what tells requests for the same answer apart.
 */
export function namesFor(answer: string, about: string, secret = ''): Names {
  const word = (use: string): string => {
    for (let turn = 0; ; turn++) {
      const text = JSON.stringify([use, turn, secret, about, answer]);
      const made = createHash('sha256').update(text).digest('hex').slice(0, 16);
      // False by construction, not by likelihood.
      if (!answer.includes(made)) return made;
    }
  };
  return { field: `answer_${word('field')}`, nonce: word('nonce') };
}
