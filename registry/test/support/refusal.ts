import { readdirSync } from 'node:fs'
import { expect } from 'vitest'
import type { TestRegistry } from './registry.js'

/** Small bounds, so that small things exceed them. */
export const HOSTILE_LIMITS = { tarballBytes: 300_000, unpackedBytes: 2_000_000, entries: 100 }

/** The package that is never published. */
export const REFUSED = { name: '@hostile/package', version: '1.0.0' }

interface Refusal {
  statusCode: number
  json(): { error: string; detail: { code: string; message: string } }
}

/** Expects an answer with this status and code, in both tongues, and that {@link REFUSED} left nothing behind; gives the message. */
export async function expectRefusal(
  registry: TestRegistry,
  answer: Promise<Refusal>,
  expected: [status: number, code: string],
): Promise<string> {
  const { statusCode, json } = await answer
  const { error, detail } = json()
  expect([statusCode, detail.code]).toEqual(expected)
  expect(error).toBe(detail.message)
  expect((await registry.get(REFUSED.name)).statusCode).toBe(404)
  const entries = readdirSync(registry.folder, { recursive: true, withFileTypes: true })
  expect(entries.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([])
  return detail.message
}
