import { expect, test } from 'vitest'
import { createOrigins } from './origins.js'

test('links carry the port that was taken, or what the public address says', () => {
  const local = createOrigins({ publicUrl: undefined, isHttps: false, domain: 'localhost', port: 0 })
  local.listening(8123)
  expect([local.root, local.admin, local.tenant('acme')]).toEqual(['http://localhost:8123', 'http://admin.localhost:8123', 'http://acme.localhost:8123'])
  const withCertificate = createOrigins({ publicUrl: undefined, isHttps: true, domain: 'localhost', port: 443 })
  expect(withCertificate.tenant('acme')).toBe('https://acme.localhost')
  expect(createOrigins({ publicUrl: 'https://erp.example', isHttps: true, domain: 'erp.example', port: 8000 }).tenant('acme')).toBe('https://acme.erp.example')
  expect(createOrigins({ publicUrl: 'https://erp.example:8443', isHttps: true, domain: 'erp.example', port: 8000 }).root).toBe('https://erp.example:8443')
})
