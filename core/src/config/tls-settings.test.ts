import { expect, test } from 'vitest'
import { loadConfig } from './config.js'

const config = (env: Record<string, string>) => loadConfig(env, { home: '/tmp' })
const FILES = { INNOERP_TLS_CERT: '/etc/tls.crt', INNOERP_TLS_KEY: '/etc/tls.key' }

test('a certificate makes the host’s address https', () => {
  expect(config({})).toMatchObject({ tls: undefined, isHttps: false })
  expect(config(FILES)).toMatchObject({ tls: { cert: '/etc/tls.crt', key: '/etc/tls.key' }, isHttps: true })
})

test('half a pair, and a public address that contradicts it, are named', () => {
  expect(() => config({ INNOERP_TLS_CERT: '/etc/tls.crt' })).toThrow('INNOERP_TLS_CERT and INNOERP_TLS_KEY need each other')
  expect(() => config({ INNOERP_TLS_KEY: '/etc/tls.key' })).toThrow('INNOERP_TLS_CERT and INNOERP_TLS_KEY need each other')
  expect(() => config({ ...FILES, INNOERP_PUBLIC_URL: 'http://erp.example' })).toThrow('INNOERP_PUBLIC_URL begins with http://')
})

test('production reaches its database by TLS, by a socket of its machine, or because the operator says so', () => {
  const production = (url: string, more = {}) => () => config({ NODE_ENV: 'production', DATABASE_URL: url, ...more })
  expect(production('postgres://erp@db/innoerp')).toThrow('DATABASE_URL needs sslmode=require')
  expect(production('postgres://erp@db/innoerp?sslmode=prefer')).toThrow('DATABASE_URL needs sslmode=require')
  expect(production('postgres://erp@db/innoerp?sslmode=verify-full')).not.toThrow()
  expect(production('postgres://erp@localhost/innoerp?host=%2Frun%2Fpostgresql')).not.toThrow()
  expect(production('postgres://erp@db/innoerp', { INNOERP_INSECURE_DATABASE: 'true' })).not.toThrow()
  expect(() => config({ DATABASE_URL: 'postgres://erp@db/innoerp' })).not.toThrow()
})
