import { randomBytes } from 'node:crypto'

/** Version, trace, parent and flags (W3C Trace Context §3.2). */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const EMPTY = /^0+$/

/** The trace that a request goes on with: the caller's, if it names a good one, with this hop as the parent; else a new one. */
export function traceparentOf(given: string | string[] | undefined): string {
  const [, trace = '', parent = '', flags = '01'] = (typeof given === 'string' && TRACEPARENT.exec(given)) || []
  const random = randomBytes(24).toString('hex')
  const isGood = trace !== '' && !EMPTY.test(trace) && !EMPTY.test(parent)
  return `00-${isGood ? trace : random.slice(0, 32)}-${random.slice(32)}-${isGood ? flags : '01'}`
}
