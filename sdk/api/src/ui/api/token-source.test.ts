import { describe, expect, test, vi } from 'vitest'
import { createTokenSource, subjectOf, type TokenAnswer } from './token-source.js'

/** Locks and channels of one browser, shared by several tabs. */
function browser() {
  let queue: Promise<unknown> = Promise.resolve()
  const tabs: ((data: unknown) => void)[] = []
  const locks = {
    request: (_name: string, work: () => Promise<unknown>) => {
      const turn = queue.then(work)
      queue = turn.catch(() => undefined)
      return turn
    },
  } as unknown as Pick<LockManager, 'request'>
  const channel = () => {
    const heard: ((event: MessageEvent) => void)[] = []
    const hear = (data: unknown) => {
      for (const listener of heard) listener({ data } as MessageEvent)
    }
    tabs.push(hear)
    return {
      postMessage: (data: unknown) => {
        for (const tab of tabs) if (tab !== hear) tab(data)
      },
      addEventListener: (_name: string, listener: (event: MessageEvent) => void) => heard.push(listener),
    } as unknown as BroadcastChannel
  }
  return { locks, channel }
}

const jwt = (sub: string, tag: string) => `${tag}.${btoa(JSON.stringify({ sub }))}.x`
const answer = (token: string, expires_in = 900): TokenAnswer => ({ access_token: token, expires_in })

describe('one tab', () => {
  test('asks once for many callers and keeps the token', async () => {
    const { locks, channel } = browser()
    const renew = vi.fn(() => Promise.resolve(answer('t1')))
    const tokens = createTokenSource({ renew, locks, channel: channel() })
    expect(await Promise.all([tokens.token(), tokens.token(), tokens.token()])).toEqual(['t1', 't1', 't1'])
    expect(await tokens.token()).toBe('t1')
    expect(renew).toHaveBeenCalledTimes(1)
  })

  test('renews a token that was refused, and one that is about to end', async () => {
    const { locks, channel } = browser()
    let time = 0
    let count = 0
    const tokens = createTokenSource({ renew: () => Promise.resolve(answer(`t${++count}`)), locks, channel: channel(), now: () => time })
    expect(await tokens.token()).toBe('t1')
    expect(await tokens.token('t1')).toBe('t2')
    expect(await tokens.token('t1')).toBe('t2')
    time = 895_000
    expect(await tokens.token()).toBe('t3')
  })

  test('a session that is over gives null and says so', async () => {
    const { locks, channel } = browser()
    const onEnd = vi.fn()
    const tokens = createTokenSource({ renew: () => Promise.resolve(null), onEnd, locks, channel: channel() })
    expect(await tokens.token()).toBeNull()
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  test('a server that cannot be reached ends no session', async () => {
    const { locks, channel } = browser()
    const onEnd = vi.fn()
    const renew = vi.fn().mockRejectedValueOnce(new Error('unreachable')).mockResolvedValueOnce(answer('t1'))
    const tokens = createTokenSource({ renew, onEnd, locks, channel: channel() })
    await expect(tokens.token()).rejects.toThrow('unreachable')
    expect(await tokens.token()).toBe('t1')
    expect(onEnd).not.toHaveBeenCalled()
  })
})

describe('several tabs', () => {
  test('only one asks, the others hear', async () => {
    const { locks, channel } = browser()
    const renew = vi.fn(() => Promise.resolve(answer('t1')))
    const first = createTokenSource({ renew, locks, channel: channel() })
    const second = createTokenSource({ renew, locks, channel: channel() })
    expect(await Promise.all([first.token(), second.token()])).toEqual(['t1', 't1'])
    expect(renew).toHaveBeenCalledTimes(1)
  })

  test('signing out reaches all', async () => {
    const { locks, channel } = browser()
    const onEnd = vi.fn()
    const renew = () => Promise.resolve(answer('t1'))
    const first = createTokenSource({ renew, locks, channel: channel() })
    createTokenSource({ renew, onEnd, locks, channel: channel() })
    first.end()
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  test('another person signing in elsewhere is told apart from a renewal', async () => {
    const { locks, channel } = browser()
    const onOtherUser = vi.fn()
    const first = createTokenSource({ renew: () => Promise.resolve(answer(jwt('anna', 'a'))), onOtherUser, locks, channel: channel() })
    const second = createTokenSource({ renew: () => Promise.resolve(null), locks, channel: channel() })
    await first.token()
    second.accept(answer(jwt('anna', 'b')))
    expect(onOtherUser).not.toHaveBeenCalled()
    second.accept(answer(jwt('ben', 'c')))
    expect(onOtherUser).toHaveBeenCalledTimes(1)
  })
})

test('subjectOf reads base64url claims and survives nonsense', () => {
  const claims = btoa(JSON.stringify({ sub: 'ü?>' + 'u'.repeat(3) })).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  expect(subjectOf(`h.${claims}.s`)).toBe('ü?>uuu')
  expect(subjectOf('nonsense')).toBeUndefined()
})
