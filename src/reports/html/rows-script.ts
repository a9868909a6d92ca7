/** The one script of the page of many answers: it hides and orders rows that are all there without it. */

/** Plain JavaScript for browsers; it only ever reads text and sets `hidden`. */
export const ROWS_SCRIPT = `(() => {
  'use strict';
  const body = document.querySelector('.rows tbody');
  const rows = [...body.rows].map((tr, place) => ({ tr, place, score: tr.dataset.score === '' ? null : Number(tr.dataset.score) }));
  const [find, level, flag, order, found] = ['find', 'by-level', 'by-flag', 'order', 'found'].map(id => document.getElementById(id));
  const fits = row => {
    const { dataset } = row.tr;
    if (level.value && dataset.level !== level.value && !(level.value === 'none' && dataset.level === 'error')) return false;
    if (flag.value === 'any' ? !dataset.flags : flag.value && !dataset.flags.split(' ').includes(flag.value)) return false;
    row.text ??= row.tr.textContent.toLowerCase();
    return find.value.toLowerCase().split(/\\s+/).every(word => row.text.includes(word));
  };
  const show = () => {
    let shown = 0;
    for (const row of rows) shown += (row.tr.hidden = !fits(row)) ? 0 : 1;
    found.textContent = shown.toLocaleString('en-US') + ' of ' + rows.length.toLocaleString('en-US') + ' rows';
  };
  const last = (a, b) => (a.score === null) - (b.score === null);
  const orders = { '': () => 0, low: (a, b) => last(a, b) || a.score - b.score, high: (a, b) => last(a, b) || b.score - a.score };
  let waiting;
  find.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(show, 120); });
  for (const one of [level, flag]) one.addEventListener('change', show);
  order.addEventListener('change', () => {
    const by = orders[order.value];
    body.append(...rows.toSorted((a, b) => by(a, b) || a.place - b.place).map(row => row.tr));
  });
  body.addEventListener('click', event => {
    const tr = event.target.closest('tr');
    if (event.target.closest('.open') || String(getSelection())) return;
    const details = tr.querySelector('details');
    details.open = !details.open;
  });
  document.querySelector('.controls').hidden = false;
  show();
})();
`;
