import { describe, expect, it } from 'vitest'
import { createEventParser, type ServerEvent } from './events'

function parse(...pieces: string[]): ServerEvent[] {
  const found: ServerEvent[] = []
  const read = createEventParser((event) => found.push(event))
  for (const piece of pieces) read(piece)
  return found
}

describe('an event stream', () => {
  it('is read event by event', () => {
    expect(parse('event: feed\ndata: {"a":1}\n\nevent: feed\ndata: {"a":2}\n\n')).toEqual([
      { event: 'feed', data: '{"a":1}' },
      { event: 'feed', data: '{"a":2}' },
    ])
  })

  it('may arrive in pieces of any size', () => {
    const text = ': ping\r\n\r\nevent: feed\r\ndata: one\r\ndata:two\r\n\r\n'
    const whole = parse(text)
    expect(whole).toEqual([{ event: 'feed', data: 'one\ntwo' }])
    expect(parse(...text)).toEqual(whole)
  })

  it('gives nothing for comments, unknown fields and unfinished events', () => {
    expect(parse(': ping\n\nid: 7\nretry: 5\n\nevent: feed\n\ndata: later\n')).toEqual([])
  })

  it('calls an event without a name a message', () => {
    expect(parse('data:x\n\n')).toEqual([{ event: 'message', data: 'x' }])
  })
})
