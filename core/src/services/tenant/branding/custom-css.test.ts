import { describe, expect, test } from 'vitest'
import { allowedTokens, withoutDanger } from './custom-css.js'

describe('a custom style sheet', () => {
  test('keeps harmless rules and loses what is dangerous', () => {
    expect(withoutDanger('.card{color:#ff0000}')).toBe('.card{color:#ff0000}')
    const kept = withoutDanger(`@import url(http://evil.example/x.css); a{background:url(javascript:alert(1))} </style><script>alert(1)</script> .x{color:red}`)
    expect(kept).not.toMatch(/@import|javascript:|<|url\(/i)
    expect(kept).toContain('.x{color:red}')
  })
  test.each(['@im@import x;port url(//e.example)', '<scr<b>ipt>', 'u\\72l(//e.example)', 'java/**/script:alert(1)', 'ur/**/l(//e.example)'])('is not fooled by %s', (css) => {
    expect(withoutDanger(css)).not.toMatch(/@import|<|\\|javascript:|url\s*\(/i)
  })
  test('takes effect in its tokens alone', () => {
    expect(allowedTokens(':root{--io-brand-fill:#123456;--io-r2:4px;--font-heading:"Inter";--io-canvas:#fff;color:red}')).toEqual([['--io-brand-fill', '#123456'], ['--io-r2', '4px'], ['--font-heading', '"Inter"']])
    expect(allowedTokens('--io-brand-fill:url(//evil.example);--io-brand-text:attr(x);--io-brand-on:rgb(0 0 0)')).toEqual([['--io-brand-on', 'rgb(0 0 0)']])
  })
})
