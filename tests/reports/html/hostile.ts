/** What a candidate, an author or a judge might write to break out of a page. */
export const PAYLOADS: readonly string[] = [
  '<script>window.broken = 1; alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</textarea></select></option><img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)>',
  '<IMG SRC="javascript:alert(1)">',
  '<svg onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><script href="data:text/javascript,alert(1)"/></svg>',
  '<body onload=alert(1)>',
  '<iframe src="https://evil.example/"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="https://evil.example/x.swf"></object>',
  '<embed src="https://evil.example/x">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>* { background: url(https://evil.example/x) }</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
  '<form action="https://evil.example/"><button>Press</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  '"><script>alert(1)</script>',
  "'></summary></details></main><script>alert(1)</script>",
  ' style=animation-name:x onanimationstart=alert(1) ',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  ']]><script>alert(1)</script>',
  '<!-- --!><script>alert(1)</script> <!--',
  '<![CDATA[<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img&#62; &#x3c;b&#x3e;',
  `\${alert(1)} {{alert(1)}} <%= alert(1) %>`,
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '\u202e<script>)1(trela\u202c \u2066hidden\u2069 \u200f\u200e',
  '\ud800<script>alert(1)</script>\udfff',
  '\ufeff\u200b\u2028<script>alert(1)</script>\u2029\u{e0041}',
  '\u001b]0;title\u0007\u001b[31m<b>red</b>\u009b31m',
  '<a href="https://evil.example/" target=_blank ping="https://evil.example/">a link</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template><xmp><plaintext>',
  '＜script＞alert(1)＜/script＞ ʺ onload=alert(1) ʹ',
];

/**
 * The tags of a page with the names of their attributes, in order: what is left when all text is taken away. It is the
 * same for any text, or the text was markup.
 */
export function skeleton(page: string): string[] {
  const [, ...parts] = page.split('<');
  return parts.map(part => {
    const tag = /^[^\s>]*/.exec(part)![0];
    const inside = /^(?:[^">]|"[^"]*")*/.exec(part)![0].replaceAll(/"[^"]*"/g, '');
    return `${tag} ${[...inside.matchAll(/([\w-]+)=/g)].map(it => it[1]).join(' ')}`;
  });
}
