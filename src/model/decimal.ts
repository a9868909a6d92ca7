/** Numbers as people type them: `60`, `-5`, `12.5`, `.5`, `5.`; no `1e2`, `0x10` or `60%`. */

const DECIMAL = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** The number that the whole text is; NaN where it is none. */
export const decimalOf = (text: string): number => (DECIMAL.test(text) ? Number(text) : Number.NaN);
