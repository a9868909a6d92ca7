import { describe, expect, test } from 'vitest';
import { isDeed, isOwnDeed } from '../../../src/scoring/text/acts.ts';
import { parse } from '../../../src/scoring/text/answer.ts';
import { clausesOf } from '../../../src/scoring/text/clauses.ts';

const clauses = (text: string) => parse(text).sentences.flatMap(it => clausesOf(text, it));
const acts = (text: string) => clauses(text).flatMap(it => it.acts);
const said = (text: string) =>
  acts(text).map(it => `${it.who} ${it.denied ? 'not ' : ''}${it.form} ${it.verb}`);

describe('who does what', () => {
  test.each([
    ['I rang her at once.', ['i past rang']],
    ['Rang her at once, then drove over.', ['i past rang', 'i past drove']],
    ['We sold it and bought another.', ['we past sold', 'we past bought']],
    ['The client sent it back.', ['other past sent']],
    ['The storm came on Friday.', ['other past came']],
    ['So the Sunday fell off.', ['other past fell']],
    ['Next day told the director.', ['i past told']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
  test('a dropped subject is that of the main clause before', () =>
    expect(said('He cursed when I came, went home and rang it.')).toEqual([
      'other past cursed',
      'i past came',
      'other past went',
      'other past rang',
    ]));
});

describe('in which form', () => {
  test.each([
    ['I was asked to help.', 'i passive asked'],
    ['The slips were merged.', 'other passive merged'],
    ['I had to choose.', 'i must to'],
    ["I'd to choose.", 'i must to'],
    ['She had left.', 'other pluperfect left'],
    ["I'd typed it.", 'i pluperfect typed'],
    ["I'd ask them first.", 'i would ask'],
    ["I'd be honest.", 'i would be'],
    ['I have built it.', 'i perfect built'],
    ['It was running.', 'other progressive running'],
    ['I carry two of them.', 'i present carry'],
    ['I now put the figure first.', 'i present put'],
    ['I put the figure first.', 'i past put'],
    ['I had him taste it.', 'i past him'],
    ['The ward was full.', 'other was was'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]));
  test('a participle behind a noun is no act', () =>
    expect(said('I was to get the titles scanned.')).toEqual(['i must to']));
  test('nor is an adjective', () => expect(said('I stay calm and focused.')).toEqual(['i present stay']));
});

describe('what is a deed', () => {
  const deeds = (text: string) => acts(text).filter(isOwnDeed).length;
  test('done by the speaker', () => expect(deeds('I wrote it. We sold it. She read it.')).toBe(2));
  test('not what was known or owned', () => expect(deeds('I knew it. I wanted it. I owned it.')).toBe(0));
  test('not what was not done', () =>
    expect(deeds("I didn't ask. I rang nobody. I never told her. I took no sample.")).toBe(0));
  test('not what came upon one, which still happened', () => {
    expect(deeds('I got a warning. I missed the train.')).toBe(0);
    expect(acts('I got a warning.').filter(isDeed).length).toBe(1);
  });
  test('but what one brought about', () => expect(deeds('I got a friend to read it.')).toBe(1));
});

describe('clauses', () => {
  const texts = (text: string) =>
    clauses(text).map(it => {
      const words = parse(text).sentences[0]!.words.slice(it.from, it.to);
      return words.map(word => word.text).join(' ');
    });
  test('begin at commas, and where another subject does', () =>
    expect(texts('It rained, the roof leaked and I moved the beds because nobody else did.')).toEqual([
      'it rained',
      'the roof leaked',
      'and i moved the beds',
      'because nobody else did',
    ]));
  test('do not begin at their last word', () =>
    expect(texts('He passed and works alone since.')).toEqual(['he passed and works alone since']));
});
