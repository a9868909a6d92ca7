/** What the plots draw, in numbers: places are percent of the area. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barCell, intervalCell, levelsCell, shareCell } from '../../../../src/reports/html/plots/cells.ts';
import { clockPlot } from '../../../../src/reports/html/plots/clock.ts';
import { histogram } from '../../../../src/reports/html/plots/histogram.ts';
import { scatterPlot } from '../../../../src/reports/html/plots/scatter.ts';

interface Shape {
  tag: string;
  [attribute: string]: string;
}

/** The shapes of one class, with their attributes. */
function shapes({ source }: { source: string }, kind: string): Shape[] {
  const found = [...source.matchAll(/<(\w+)\s([^>]*)>/g)].map(([, tag, rest]) => ({
    tag: tag!,
    ...Object.fromEntries([...rest!.matchAll(/([\w-]+)="([^"]*)"/g)].map(it => [it[1], it[2]])),
  }));
  return (found as Shape[]).filter(it => it.class?.split(' ').includes(kind));
}

const places = (all: Shape[], ...names: string[]) => all.map(it => names.map(name => it[name]));
const told = ({ source }: { source: string }) => /aria-label="([^"]*)"/.exec(source)![1];
const table = ({ source }: { source: string }) =>
  [...source.matchAll(/<tr>(<td>.*?)<\/tr>/g)].map(row =>
    [...row[1]!.matchAll(/<td>(.*?)<\/td>/g)].map(it => it[1]),
  );

describe('cells', () => {
  test('a bar is as long as its score, in the colour of its level, with the bar that is asked for', () => {
    const cell = barCell(62.5, 3, 55);
    expect(places(shapes(cell, 'level-3'), 'x', 'width')).toEqual([['0', '62.5%']]);
    expect(places(shapes(cell, 'limit'), 'x1', 'x2')).toEqual([['55%', '55%']]);
  });

  test('no score is no bar', () => expect(barCell(null, null).source).not.toContain('<rect'));

  test('a mean is a dot on its interval', () => {
    const cell = intervalCell(40, [30.25, 49.75]);
    expect(places(shapes(cell, 'reach'), 'x1', 'x2')).toEqual([['30.25%', '49.75%']]);
    expect(places(shapes(cell, 'dot'), 'cx')).toEqual([['40%']]);
    expect(shapes(intervalCell(40, null), 'reach')).toEqual([]);
  });

  test('levels are shares that follow each other', () => {
    const cell = levelsCell([1, 0, 2, 1]);
    expect(places(shapes(cell, 'level-1'), 'x', 'width')).toEqual([['0%', '25%']]);
    expect(shapes(cell, 'level-2')).toEqual([]);
    expect(places(shapes(cell, 'level-3'), 'x', 'width')).toEqual([['25%', '50%']]);
    expect(places(shapes(cell, 'level-4'), 'x', 'width')).toEqual([['75%', '25%']]);
  });

  test('no levels are no bar', () => expect(levelsCell([0, 0, 0, 0]).source).not.toContain('<rect'));

  test('a share is its part of the width', () =>
    expect(places(shapes(shareCell(0.125), 'bar'), 'width')).toEqual([['12.5%']]));
});

describe('the histogram', () => {
  const plot = histogram({ counts: [0, 2, 8, 4], mean: 61, interval: [50, 72] });

  test('has a bar for each step, as high as its count', () => {
    expect(places(shapes(plot, 'bar'), 'x', 'y', 'height')).toEqual([
      ['25%', '75%', '25%'],
      ['50%', '0%', '100%'],
      ['75%', '50%', '50%'],
    ]);
  });

  test('has the mean as a line on the band of its interval', () => {
    expect(places(shapes(plot, 'line'), 'x1')).toEqual([['61%']]);
    expect(places(shapes(plot, 'band'), 'x', 'width')).toEqual([['50%', '22%']]);
  });

  test('says what it shows, and has its figures as a table', () => {
    expect(told(plot)).toBe('Histogram of 14 scores. The fullest step is 50 to 75, with 8 of them.');
    expect(table(plot)).toEqual([
      ['0 to 25', '0'],
      ['25 to 50', '2'],
      ['50 to 75', '8'],
      ['75 to 100', '4'],
    ]);
  });

  test('counts in whole numbers', () => {
    const small = histogram({ counts: [0, 1], mean: null, interval: null });
    expect([...small.source.matchAll(/text-anchor="end">([\d.]+)</g)].map(it => it[1])).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
  });
});

describe('the scatter plot', () => {
  test('puts a grade against a score, from the bottom left', () => {
    const plot = scatterPlot({
      points: [
        { x: 1, y: 0 },
        { x: 5, y: 100 },
        { x: 2, y: 75.2 },
      ],
      range: [1, 5],
    });
    expect(places(shapes(plot, 'spot'), 'cx', 'cy')).toEqual([
      ['0%', '100%'],
      ['25%', '25%'],
      ['100%', '0%'],
    ]);
    expect(places(shapes(plot, 'limit'), 'd')).toEqual([['M0,100L100,0']]);
    expect(told(plot)).toContain('2 lie within 10 points of the diagonal, 1 above it, 0 below it.');
  });

  test('answers that share a place are one spot, its area in proportion', () => {
    const points = Array.from({ length: 4 }, () => ({ x: 3, y: 50 }));
    expect(places(shapes(scatterPlot({ points, range: [1, 5] }), 'spot'), 'r')).toEqual([['7']]);
  });

  test('however many answers, every one is in a spot, and the spots stay few', () => {
    const point = fc.record({
      x: fc.double({ min: -3, max: 9, noNaN: true }),
      y: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 300 }), points => {
        const rows = table(scatterPlot({ points, range: [-3, 9] }));
        expect(rows.length).toBeLessThanOrEqual(200);
        if (rows.length < 200) expect(rows.reduce((sum, it) => sum + Number(it[2]), 0)).toBe(points.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('time used against time allowed', () => {
  const plot = clockPlot([
    { title: 'Go', budget: 600, answers: [300, 480] },
    { title: 'People', budget: 1200, answers: [600] },
    { title: 'Not begun', budget: 600, answers: [] },
  ]);

  test('climbs with every answer, against a line for what was allowed', () => {
    expect(places(shapes(plot, 'line'), 'class', 'd')).toEqual([
      ['line late', 'M0,100L25,75L50,35'],
      ['line', 'M50,100L75,50'],
      ['line', 'M75,100Z'],
    ]);
    expect(places(shapes(plot, 'limit'), 'd')).toEqual([['M0,50L50,50'], ['M50,0L75,0'], ['M75,50L100,50']]);
  });

  test('says it in words and figures', () => {
    expect(told(plot)).toBe('Go: 13 of 10 minutes. People: 10 of 20 minutes. Not begun: 0 of 10 minutes.');
    expect(table(plot)[0]).toEqual(['Go', '13', '10', '2']);
  });

  test('stands without a round', () => expect(clockPlot([]).source).not.toMatch(/NaN|Infinity/));
});
