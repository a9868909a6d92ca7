/** Arithmetic with named figures: + - * / and brackets, as rubrics write it. */

/** The value of a formula; undefined when a name is unknown, a division is by zero, or it is not a formula. */
export function evaluate(formula: string, values: ReadonlyMap<string, number>): number | undefined {
  const tokens = formula.match(/\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_-]*|[-+*/()×÷]/gu) ?? [];
  let at = 0;

  const primary = (): number => {
    const token = tokens[at++];
    if (token === '(') {
      const inner = sum();
      at++;
      return inner;
    }
    if (token === '-') return -primary();
    const value = token === undefined ? undefined : values.get(token);
    return value ?? (token !== undefined && /^\d/.test(token) ? Number(token) : Number.NaN);
  };
  const product = (): number => {
    let value = primary();
    while (/^[*/×÷]$/.test(tokens[at] ?? ''))
      value = /[*×]/.test(tokens[at++]!) ? value * primary() : value / primary();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (/^[+-]$/.test(tokens[at] ?? ''))
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };

  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : undefined;
}
