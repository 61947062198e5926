import { describe, expect, test } from 'vitest'
import { subdomainOf } from './site.js'

describe('what a Host header names', () => {
  test.each([
    ['acme.localhost:8000', 'acme'],
    ['ACME.localhost', 'acme'],
    ['localhost:8000', ''],
    ['admin.localhost', 'admin'],
  ])('%s → %s', (host, subdomain) => expect(subdomainOf(host, 'localhost')).toBe(subdomain))

  test.each(['example.com', 'acme.localhost.evil.example', 'acme.localhost.', 'x.acme.localhost', '127.0.0.1', '[::1]', 'acme%2elocalhost', '', 'localhost.evil.example', 'evil-localhost'])(
    '%s → nothing of ours',
    (host) => expect(subdomainOf(host, 'localhost')).toBeUndefined(),
  )
})
