import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const STEP_MS = 50

/** Asks again and again. @returns false where the answer was never yes within `ms` */
export async function until(ms, isSo) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(STEP_MS)) if (await isSo()) return true
  return false
}

/** What a server sends upon `question`, or upon the connection alone; undefined where nobody answers within a second. */
export function answerOf(port, question) {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 })
    const end = (answer) => {
      socket.destroy()
      done(answer)
    }
    socket.once('connect', () => question && socket.write(question))
    socket.once('data', (data) => end(data.toString('latin1')))
    for (const event of ['error', 'timeout', 'close']) socket.once(event, () => end(undefined))
  })
}

/** True when somebody listens there. */
export function isOpen(port) {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 })
    const end = (open) => {
      socket.destroy()
      done(open)
    }
    socket.once('connect', () => end(true))
    for (const event of ['error', 'timeout']) socket.once(event, () => end(false))
  })
}

/** The JSON of a URL, or undefined where nobody gives any within two seconds. */
export async function jsonOf(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) })
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}
