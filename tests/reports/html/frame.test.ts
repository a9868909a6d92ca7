import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renderPage } from '../../../src/reports/html/frame.ts';
import { html } from '../../../src/reports/html/markup.ts';

const page = (script?: string) =>
  renderPage({
    title: 'A <title>',
    lead: html`<p>lead</p>`,
    sections: [{ id: 'one', title: 'One & two', body: html`<p>body</p>` }],
    foot: html`<p>foot</p>`,
    ...(script !== undefined && { script }),
  });

const policyOf = (text: string) =>
  /Content-Security-Policy" content="([^"]*)"/.exec(text)![1]!.replaceAll('&#39;', "'");
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the frame', () => {
  test('allows its own style by its hash, and no script where there is none', () => {
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page())!;
    expect(policyOf(page())).toBe(
      `default-src 'none'; style-src ${hash(style!)}; script-src 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(page()).not.toContain('<script');
  });

  test('allows the one script that it has', () => {
    const text = page('let a = 1 < 2;');
    expect(text).toContain('<script>let a = 1 < 2;</script>');
    expect(policyOf(text)).toContain(`script-src ${hash('let a = 1 < 2;')};`);
  });

  test('has the policy before anything it governs', () => {
    expect(page().indexOf('Content-Security-Policy')).toBeLessThan(page().indexOf('<style>'));
  });

  test('names each section, its heading and its line in the contents', () => {
    expect(page()).toContain('<li><a href="#one">One &amp; two</a></li>');
    expect(page()).toContain(
      '<section id="one" aria-labelledby="one-title">\n<h2 id="one-title">One &amp; two</h2>',
    );
    expect(page()).toContain('<title>A &lt;title&gt;</title>');
  });

  test('ends in one newline', () => expect(page()).toMatch(/<\/html>\n$/));
});
