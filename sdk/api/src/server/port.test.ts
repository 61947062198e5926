import { Type } from '@sinclair/typebox'
import { expect, test } from 'vitest'
import type { Context } from '../contract/context.js'
import { port } from './port.js'

const double = port({ input: Type.Object({ value: Type.Integer() }), permission: 'sums.read' }, async (_ctx, { value }) => value * 2)
const may = (granted: string) => ({ can: (permission: string) => permission === granted }) as Context

test('a port answers who may ask, what its schema says', async () => {
  expect(await double(may('sums.read'), { value: 21 })).toBe(42)
  await expect(double(may('sums.write'), { value: 21 })).rejects.toMatchObject({ code: 'PLATFORM_PORT_FORBIDDEN', kind: 'forbidden' })
  for (const input of [undefined, null, 'x', {}, { value: '21' }]) {
    await expect(double(may('sums.read'), input)).rejects.toMatchObject({ code: 'PLATFORM_BAD_PORT_INPUT', kind: 'validation' })
  }
})
