/** Whether letters could be a word at all. */

/** Consonants that English and its borrowings put side by side, as long runs. */
const LONGEST_RUN = /[bcdfghjklmnpqrstvwxz]{5,}/;
const HARD_RUN = /[bcdfghjkmnpqvwxz]{4,}/;
const NEVER = /[jqxvz][bcdfghjkmnpqtvwxz]|[bcdfgkmnpqtvwxz]j(?![aeiouy])|q(?!u|l\b)|(.)\1\1|[aeiou]{5,}/;
const KEYBOARD = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|rtyu|tyui|yuio|uiop|zxcv|xcvb|cvbn|vbnm/;

/**
 * False for letters that nobody types as a word: no vowel in four letters, impossible runs, walks on the keyboard.
 * Abbreviations of technology (grpc, mcache) fail it too: ask only of words that are not known otherwise.
 */
export function looksTyped(word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return true;
  if (KEYBOARD.test(word)) return false;
  if (word.length > 3 && !/[aeiouy]/.test(word)) return false;
  return !(LONGEST_RUN.test(word) || HARD_RUN.test(word) || NEVER.test(word));
}

/** Words of the placeholder text of typesetters, a mangled Cicero. */
const PLACEHOLDER: ReadonlySet<string> = new Set(
  `lorem ipsum dolor amet consectetur adipiscing elit eiusmod tempor incididunt labore dolore magna aliqua enim minim
  veniam quis nostrud exercitation ullamco laboris nisi aliquip commodo consequat duis aute irure reprehenderit voluptate
  velit esse cillum fugiat nulla pariatur excepteur sint occaecat cupidatat proident culpa officia deserunt mollit anim
  laborum`.split(/\s+/),
);

export const isPlaceholder = (word: string): boolean => PLACEHOLDER.has(word);
