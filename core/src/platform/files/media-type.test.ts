import { expect, test } from 'vitest'
import { isAccepted, mediaTypeOf } from './media-type.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each([
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), 'image/png'],
  ['a PDF', bytes('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
  ['a table', bytes('name,city\nAnna,Köln\n'), 'text/plain'],
  ['a page that calls itself an image', bytes('<html><script>alert(1)</script>'), 'text/plain'],
  ['a program', Buffer.from('4d5a90000300000004000000ffff', 'hex'), 'application/x-msdownload'],
  ['nothing that is known', Uint8Array.from([0, 1, 2, 0xff]), 'application/octet-stream'],
  ['text that is none', Uint8Array.from([0xc3, 0x28]), 'application/octet-stream'],
])('%s is %s', async (_what, content, type) => expect(await mediaTypeOf(content)).toBe(type))

test('a drawing that may hold scripts is no image', async () => {
  expect(isAccepted(await mediaTypeOf(bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')), ['image/*'])).toBe(false)
})

test('accepted types are whole ones or families', () => {
  expect([isAccepted('image/png', ['image/*']), isAccepted('image/png', ['image/png']), isAccepted('imagex/png', ['image/*']), isAccepted('text/plain', [])]).toEqual([true, true, false, false])
})
