/** How every page looks: one sheet, light and dark, on a phone and on paper. */
import { ANSWERS } from './style-answers.ts';

/** Ink on paper; what is a plot has a colour, what is text has none. Contrast of text is 4.5 or more (WCAG AA). */
const LIGHT = `
  --paper: #fcfbf8; --raised: #f4f1ea; --ink: #22201c; --quiet: #625d54; --line: #dcd6ca; --grid: #e8e3d8;
  --link: #0b5c66; --mark: #2f6f8f; --mark-soft: #6a97ae; --focus: #b3541e;
  --level-1: #b4513a; --level-2: #c08a20; --level-3: #5f9c8e; --level-4: #23706a; --none: #8f897e;
  --bad: #9b2c1a; --good: #1d6a4f;
  --part-1: #0b6e99; --part-2: #a0570b; --part-3: #6b4fa0; --part-4: #2f7a3f; --part-5: #a8325e; --part-6: #5f6b1a;
`;
const DARK = `
  --paper: #17181a; --raised: #202225; --ink: #e8e4db; --quiet: #a8a297; --line: #3a3c40; --grid: #2b2d31;
  --link: #7cc3cc; --mark: #6fb0d0; --mark-soft: #4f7a92; --focus: #f0a25f;
  --level-1: #cf6a50; --level-2: #d9aa52; --level-3: #6d9f93; --level-4: #4fb3a6; --none: #7a7c82;
  --bad: #f0907c; --good: #7fcfa9;
  --part-1: #6cc0e5; --part-2: #e5a561; --part-3: #b79fe8; --part-4: #7fce8f; --part-5: #f08fb2; --part-6: #c3cf72;
`;

const BASE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 70rem; padding: 2.5rem 1.5rem 3rem; overflow-wrap: break-word; }
h1, h2 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.1rem; margin: 0 0 .4rem; letter-spacing: -.01em; }
h2 { font-size: 1.4rem; margin: 0 0 .9rem; }
h3 { font-size: 1rem; margin: 1.6rem 0 .5rem; }
.pair h3:first-child { margin-top: 0; }
h4, h5, h6 { font-size: .95rem; margin: 1.2rem 0 .4rem; }
p { margin: .5rem 0; max-width: 44rem; }
ul, ol { margin: .4rem 0; padding-left: 1.2rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
code { font: .92em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
header p { color: var(--quiet); margin: 0; }
section { margin-top: 2.8rem; scroll-margin-top: 1rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet);
  font-size: .85rem; }
.skip { position: absolute; left: -99rem; background: var(--paper); padding: .5rem; }
.skip:focus { left: .5rem; top: .5rem; z-index: 2; }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; margin: 1.2rem 0 0; padding: .5rem 0;
  border-block: 1px solid var(--line); font-size: .9rem; }
nav a { text-decoration: none; display: inline-block; padding: .15rem 0; }
nav a:hover { text-decoration: underline; }
.quiet { color: var(--quiet); }
.small { font-size: .88rem; }
.bad { color: var(--bad); }
.good { color: var(--good); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { cursor: pointer; }
`;

const TABLES = `
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
@media print { .wide { overflow-x: visible; } }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding: 0 0 .4rem; overflow-wrap: anywhere; }
th, td { text-align: left; vertical-align: top; padding: .32rem .7rem .32rem 0; border-bottom: 1px solid var(--grid); }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 500; color: var(--quiet); font-size: .82rem; vertical-align: bottom;
  border-bottom-color: var(--line); }
tbody th { font-weight: 500; }
.n { text-align: right; white-space: nowrap; }
.name { width: 46%; overflow-wrap: anywhere; }
.name small { display: block; font-size: .82rem; font-weight: 400; color: var(--quiet); line-height: 1.35; }
.plot { width: 32%; min-width: 7rem; }
.group { color: var(--quiet); font-size: .82rem; letter-spacing: .06em; padding-top: 1.1rem; border-bottom-color: var(--line); }
thead .cell { height: 1.2rem; }
.figures { display: flex; flex-wrap: wrap; gap: .9rem 2.6rem; margin: 0 0 1.4rem; padding: 0; }
.figures div { display: flex; flex-direction: column-reverse; }
.figures dt { color: var(--quiet); font-size: .85rem; }
.figures dd { margin: 0; font-size: 1.7rem; line-height: 1.15; font-variant-numeric: tabular-nums;
  font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif; }
.figures dd small { font-size: .95rem; color: var(--quiet); }
.gates { list-style: none; padding: 0; margin: 0 0 1.3rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.5rem 2.5rem; align-items: start; }
`;

const PLOTS = `
figure { margin: 0; }
figure figcaption { font-size: .88rem; color: var(--quiet); margin-bottom: .3rem; max-width: 44rem; }
figure details { font-size: .85rem; margin-top: .3rem; }
figure details summary { color: var(--quiet); }
figure details :is(th, td) { overflow-wrap: anywhere; }
figure details table { max-width: 30rem; margin-top: .3rem; font-size: .85rem; }
.area { padding: 24px 14px 40px 34px; }
svg { display: block; width: 100%; overflow: visible; }
svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  fill: var(--quiet); font-variant-numeric: tabular-nums; }
svg text.strong { fill: var(--ink); font-weight: 600; }
.grid { stroke: var(--grid); }
.axis { stroke: var(--line); }
.bar { fill: var(--mark-soft); }
.line { stroke: var(--mark); stroke-width: 2; fill: none; }
.late { stroke: var(--level-1); }
.limit { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; fill: none; }
.band { fill: var(--mark); opacity: .16; }
.dot { fill: var(--mark); stroke: var(--paper); stroke-width: 1; }
.ring { fill: var(--paper); stroke: var(--quiet); stroke-width: 1.5; }
.reach { stroke: var(--mark); stroke-width: 2; }
.spot { fill: var(--mark); fill-opacity: .5; stroke: var(--mark); stroke-opacity: .8; }
.cell { height: 1.35rem; }
.level-1 { fill: var(--level-1); } .level-2 { fill: var(--level-2); } .level-3 { fill: var(--level-3); }
.level-4 { fill: var(--level-4); } .level-none { fill: var(--none); }
.key { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none; margin: .3rem 0 .8rem; padding: 0;
  font-size: .85rem; color: var(--quiet); }
.key svg { display: inline-block; width: .75rem; height: .75rem; margin-right: .35rem; }
`;

const PHONE = `
@media (max-width: 40rem) {
  body { padding: 1.4rem 1rem 2rem; }
  h1 { font-size: 1.65rem; }
  th, td { padding-right: .45rem; }
  .figures { gap: .7rem 1.8rem; }
  .figures dd { font-size: 1.4rem; }
  .means thead th, .criteria thead th, .flags thead th { font-size: .75rem; white-space: normal; line-height: 1.2; align-self: end; }
  .means tr, .criteria tr, .flags tr { display: grid; grid-template-columns: minmax(0, 1fr) 3.2rem 2.8rem 2.8rem; column-gap: .5rem;
    border-bottom: 1px solid var(--grid); padding: .3rem 0; }
  .criteria tr { grid-template-columns: minmax(0, 1fr) 3.2rem 2.8rem; }
  .votes thead { display: none; }
  .votes tr { display: grid; grid-template-columns: minmax(0, 1fr) 3rem 3rem; column-gap: .5rem; border-bottom: 1px solid var(--grid);
    padding: .35rem 0; }
  .votes tr.because { display: block; }
  .votes td, .votes th, .votes .plot, .votes .name { border: 0; padding: 0; width: auto; min-width: 0; }
  .votes .name, .votes .plot { grid-column: 1 / -1; }
  .bars thead { display: none; }
  .bars tr { display: grid; grid-template-columns: minmax(0, 1fr) 3rem 5.5rem; column-gap: .5rem; padding: .35rem 0;
    border-bottom: 1px solid var(--grid); }
  .bars td, .bars th, .pair .bars .name, .pair .demands .name, .bars .name, .bars .plot { border: 0; padding: 0; width: auto; min-width: 0; }
  .bars .name { grid-area: 1 / 1; }
  .bars .rest { grid-area: 1 / 2 / 2 / 4; color: var(--quiet); }
  .bars .plot { grid-area: 2 / 1; }
  .demands .name { grid-area: 1 / 1 / 2 / 4; }
  .demands .rest { grid-area: 2 / 2 / 3 / 4; }
  .standings thead th { font-size: .75rem; line-height: 1.2; }
  .standings tr { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); column-gap: .5rem; padding: .35rem 0;
    border-bottom: 1px solid var(--grid); }
  .standings td, .standings th { border: 0; padding: 0; width: auto; min-width: 0; overflow-wrap: anywhere; }
  .standings td:nth-child(-n+2) { grid-column: 1 / -1; }
  .standings th:nth-child(-n+2) { display: none; }
  .means td, .means th, .criteria td, .criteria th, .flags td, .flags th { border: 0; padding: 0; width: auto; min-width: 0; }
  .means th:first-child, .criteria th:first-child, .flags th:first-child { grid-column: 1 / -1; }
  .criteria .group { grid-column: 1 / -1; padding-top: .8rem; }
}
`;

/** On paper: always light, nothing to press, and no plot, row or line of a heading torn from what it belongs to. */
const PRINT = `
@page { margin: 15mm 14mm; }
@media print {
  :root { color-scheme: light; ${LIGHT} --paper: #fff; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip, .controls, figure details:not([open]), .model:not([open]) { display: none; }
  section { margin-top: 1.6rem; }
  h1, h2, h3, h4, h5, h6, caption, thead, figcaption { break-after: avoid; }
  figure, svg, tr, .figures, .key { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** Rows of answers: a table whose rows are blocks, so that thousands that are out of sight are not laid out. */
const ROWS = `
.controls { display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: end; margin: 0 0 .8rem; font-size: .88rem; }
.controls[hidden] { display: none; }
.controls div { display: grid; gap: .15rem; }
.controls label { color: var(--quiet); }
.controls input, .controls select { font: inherit; color: var(--ink); background: var(--paper);
  border: 1px solid var(--quiet); border-radius: 3px; padding: .2rem .45rem; height: 2.1rem; max-width: 100%; min-width: 0; }
.controls .search { flex: 1 1 16rem; }
.controls output { color: var(--quiet); padding: .35rem 0; font-variant-numeric: tabular-nums; }
.rows, .rows thead, .rows tbody { display: block; }
.rows tr { display: grid; position: relative; column-gap: .7rem; padding-left: 1.5rem;
  grid-template-columns: minmax(4rem, 1.1fr) minmax(9rem, 2.6fr) minmax(5rem, 1.2fr) minmax(7rem, 1.3fr) 5.5rem minmax(6rem, 1.5fr);
  border-bottom: 1px solid var(--grid); }
.rows tbody tr { content-visibility: auto; contain-intrinsic-size: auto 2.1rem; }
.rows tbody tr[hidden] { display: none; }
.rows th, .rows td { border: 0; padding: .3rem 0; min-width: 0; overflow-wrap: anywhere; }
.rows thead tr { border-bottom-color: var(--line); }
.rows .open { grid-column: 1 / -1; padding: 0; }
.rows .open > details > summary { position: absolute; left: 0; top: 0; width: 1.5rem; height: 2rem; padding: .3rem 0 0 .1rem;
  color: var(--quiet); }
.rows .open > details[open] { padding: .2rem 0 1rem; }
.rows .score { display: grid; grid-template-columns: 2.6rem minmax(0, 1fr); gap: .5rem; align-items: start; }
.found { list-style: none; margin: .3rem 0; padding: 0; font-size: .88rem; }
.found > li { display: grid; grid-template-columns: 10rem 7rem minmax(0, 1fr); gap: .1rem .8rem; padding: .3rem 0;
  border-top: 1px solid var(--grid); }
.found b { font-weight: 600; overflow-wrap: anywhere; }
.marks { padding-left: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: 3px; padding: 0 .35rem; font-size: .8rem;
  margin: 0 .25rem .1rem 0; }
q { color: var(--ink); quotes: "“" "”"; }
.quotes { list-style: none; margin: .15rem 0 0; padding: 0; }
.quotes li { padding: .1rem 0 .1rem .7rem; border-left: 2px solid var(--line); color: var(--quiet); }
@media (max-width: 40rem) {
  .rows thead { display: none; }
  .rows tr { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); padding-block: .35rem; }
  .rows td:nth-child(3) { order: -1; }
  .rows th { order: -2; }
  .rows .empty { display: none; }
  .controls div { flex: 1 1 8rem; }
  .controls select { width: 100%; }
  .rows tbody tr { contain-intrinsic-size: auto 5rem; }
  .rows th, .rows td { padding: .05rem 0; }
  .rows .question, .rows .told { grid-column: 1 / -1; }
  .found > li { grid-template-columns: minmax(0, 1fr) auto; }
  .found > li > div { grid-column: 1 / -1; }
}
`;

export const STYLE = [BASE, TABLES, PLOTS, ROWS, ANSWERS, PHONE, PRINT].join('');
