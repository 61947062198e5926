import { describe, expect, it } from 'vitest'
import { nextUrl, signInPath } from './next-path'

const origin = 'http://acme.localhost:8000'
const next = (target: string) => nextUrl(`?next=${encodeURIComponent(target)}`, origin)

describe('the page after sign-in', () => {
  it('is the one that was asked for', () => {
    expect(next('/tenant-admin/crm/companies?sort=name#top')).toBe(`${origin}/tenant-admin/crm/companies?sort=name#top`)
    expect(nextUrl(new URL(signInPath('/tenant-admin/a?b=c&d=e'), origin).search, origin)).toBe(`${origin}/tenant-admin/a?b=c&d=e`)
  })

  it('is the first page when nothing was asked for', () => {
    expect(nextUrl('', origin)).toBe(`${origin}/`)
    expect(signInPath('/')).toBe('/sign-in')
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '\\\\evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    'http:/evil.example',
    '//acme.localhost:9000/',
  ])('never leaves the origin: %s', (target) => {
    expect(new URL(next(target)).origin).toBe(origin)
  })

  it('stays on the origin when a path begins with two slashes after it was resolved', () => {
    expect(next('/.//evil.example/')).toBe(`${origin}//evil.example/`)
    expect(new URL(next('/.//evil.example/'), origin).origin).toBe(origin)
  })

  it('does not lead back to the sign-in page', () => {
    expect(next('/sign-in?next=/x')).toBe(`${origin}/`)
  })
})
