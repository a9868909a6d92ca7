import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipped, html, verbatim } from '../../../src/reports/html/markup.ts';
import { PAYLOADS, skeleton } from './hostile.ts';

describe('a template', () => {
  test('is our markup with every value escaped', () => {
    expect(html`<p title="${'"&'}">${"<b>'x'</b>"}</p>`.source).toBe(
      '<p title="&quot;&amp;">&lt;b&gt;&#39;x&#39;&lt;/b&gt;</p>',
    );
  });

  test('takes markup of ours, lists and numbers, and nothing for what is not there', () => {
    const items = ['a', '<b>'].map(it => html`<li>${it}</li>`);
    expect(html`<ul>${items}</ul>${0}${undefined}${null}${false}`.source).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
    );
  });

  test('is not fooled by an object that looks like markup', () => {
    const forged = JSON.parse('{"source":"<script>"}');
    expect(html`${forged}`.source).toBe('[object Object]');
  });

  test('writes out what nobody could see', () => {
    expect(html`${'a\u202eb\u0000c\ud800'}`.source).toBe('a\\u202eb\\u0000c\\ud800');
  });

  test('refuses an attribute without quotes', () => {
    expect(() => html`<p title=${'x'}>`).toThrow('quotes');
  });

  test('verbatim is taken as it is', () => {
    expect(html`<style>${verbatim('a > b { }')}</style>`.source).toBe('<style>a > b { }</style>');
  });

  test.each(PAYLOADS)('shows %j as text, between tags and in an attribute', payload => {
    const page = html`<p title="${payload}">${payload}</p>`.source;
    expect(skeleton(page)).toEqual(['p title', '/p ']);
  });

  test('keeps any text from being markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(skeleton(html`<p title="${text}">${text}</p>`.source)).toEqual(['p title', '/p ']);
      }),
    );
  });
});

describe('clipped', () => {
  test('is one line of at most so many characters', () => {
    expect(clipped('a  b\nc', 10)).toBe('a b c');
    expect(clipped('abcdef', 4)).toBe('abc…');
  });

  test('does not cut a pair', () => expect(clipped('ab😀cd', 4)).toBe('ab…'));

  test('takes no time for a giant', () => expect(clipped('x'.repeat(50_000_000), 20)).toHaveLength(20));
});
