/** How the page of an interview looks, beside what every page has. */
import { COLOURS, LINES } from './marked-answer.ts';

/** An interview: answers as they were written, and beside them what was found in them. */
export const ANSWERS = `
.asked { margin: 1.8rem 0 0; }
.asked .asked { margin-left: 1.1rem; padding-left: 1.1rem; border-left: 2px solid var(--grid); }
.number { color: var(--quiet); font-weight: 500; font-variant-numeric: tabular-nums; margin-right: .25rem; }
.asked h3, .asked h4 { margin: 0 0 .2rem; font-size: .9rem; font-weight: 600; }
.prompt { font: 1.15rem/1.45 "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  max-width: 46rem; margin: .1rem 0 .6rem; white-space: pre-line; }
.outcome { overflow-wrap: anywhere; display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: center; max-width: none; font-size: .9rem; }
.of100 { width: 6rem; }
.beside { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); gap: 1.2rem 2rem; align-items: start; }
.answer { white-space: pre-wrap; background: var(--raised); border-radius: 4px; padding: .8rem 1rem;
  line-height: 1.95; overflow-wrap: anywhere; }
.code .answer, pre { font: .82rem/1.75 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--raised); border-radius: 4px;
  padding: .6rem .8rem; line-height: 1.5; margin: .5rem 0; }
mark { color: inherit; background: none; padding-bottom: .34em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; background-repeat: no-repeat; background-size: 100% 2px;
  background-image: var(--line-1, none), var(--line-2, none), var(--line-3, none), var(--line-4, none);
  background-position: 0 100%, 0 calc(100% - 3px), 0 calc(100% - 6px), 0 calc(100% - 9px); }
COLOURS
.sign { font-size: .72rem; font-weight: 700; color: var(--part); text-decoration: none; padding: 0 .1rem;
  font-family: system-ui, sans-serif; font-variant-numeric: tabular-nums; }
sup { line-height: 0; }
.parts { list-style: none; margin: 0; padding: 0; font-size: .9rem; }
.parts > li { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr); padding: .4rem 0; border-top: 1px solid var(--grid); }
.parts > li:first-child { border-top: 0; padding-top: 0; }
.parts .sign { font-size: .8rem; padding: .1rem 0 0; }
.level { color: var(--quiet); white-space: nowrap; }
.level::after { content: "."; }
.quote { color: var(--quiet); text-decoration-color: var(--line); margin-right: .3rem; }
:target, .parts > li:target { outline: 2px solid var(--focus); outline-offset: 3px; }
span:target::before { content: "▸"; color: var(--focus); }
.titled { font-size: .9rem; margin: .7rem 0; }
.titled ul { margin: .1rem 0; }
.warning { border-left: 3px solid var(--bad); padding-left: .7rem; font-size: .9rem; }
.model, .earlier { margin: .6rem 0; font-size: .9rem; }
.model summary, .earlier > summary { color: var(--quiet); }
.verdict { font: 600 1.7rem/1.2 "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  margin: 0 0 .3rem; }
.votes { margin: 1.2rem 0; } .votes .name { width: 26%; } .votes .plot { width: 30%; }
.because ul { margin: 0; } .because td { padding-left: 1.2rem; font-size: .88rem; }
.conditions { list-style: none; padding: 0; font-size: .92rem; } .conditions li { display: grid; grid-template-columns: 2.1rem minmax(0, 1fr); margin: .25rem 0; }
.sealed .pair { margin-top: -.4rem; }
.work li { margin: .6rem 0; max-width: 46rem; }
.bars .name { width: 26%; }
.bars .plot { width: 34%; }
.pair .bars .name { width: 30%; }
.pair .demands .name { width: 48%; }
.bars td { white-space: nowrap; } .work p { margin: .1rem 0; }
@media (max-width: 52rem) { .beside { grid-template-columns: minmax(0, 1fr); } }
@media print { .beside { display: block; } .answer { background: none; border: 1px solid var(--line); }
  .found-in { margin-top: .6rem; } .parts > li, .titled, .outcome { break-inside: avoid; } .prompt { break-after: avoid; } }
@media (max-width: 40rem) { .asked .asked { margin-left: 0; padding-left: .7rem; } }
`.replace('COLOURS', colours());

/** A colour for each part of an answer, and for each of the lines that may stand under the same words. */
function colours(): string {
  const numbers = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
  const parts = numbers(COLOURS).map(it => `.part-${it} { --part: var(--part-${it}); }`);
  const lines = numbers(LINES).flatMap(line =>
    numbers(COLOURS).map(
      it => `.line-${line}-${it} { --line-${line}: linear-gradient(var(--part-${it}) 0 0); }`,
    ),
  );
  return [...parts, ...lines].join('\n');
}
