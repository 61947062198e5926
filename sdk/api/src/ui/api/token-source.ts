/** What log-in and refresh answer. */
export interface TokenAnswer {
  access_token: string
  /** Seconds. */
  expires_in: number
}

export interface TokenSourceOptions {
  /** Asks the server for a new token with the httpOnly cookie. Null: the session is over. Rejects when there was no answer. */
  renew(): Promise<TokenAnswer | null>
  /** The session ended, in this tab or in another one. */
  onEnd?(): void
  /** Another person signed in, in another tab: what is on the screen is no longer theirs. */
  onOtherUser?(): void
  locks?: Pick<LockManager, 'request'>
  channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>
  now?(): number
}

/** Holds the access token in memory only and renews it once for all tabs. */
export interface TokenSource {
  /** A token that is good for the next moments, or null without a session. `refused` is a token that a server has just refused. */
  token(refused?: string): Promise<string | null>
  /** Takes the token of a log-in, and tells the other tabs. */
  accept(answer: TokenAnswer): void
  /** Forgets the token here and in the other tabs. */
  end(): void
}

interface Held {
  token: string
  expires: number
}
type Message = { held: Held } | { ended: true }

const LOCK = 'innoerp.session'
/** Renewed this long before its end, so that a request never travels with a token that dies on the way (milliseconds). */
const MARGIN = 20_000
/** The lock is kept this long after the news went out: the next tab then finds the new token instead of asking again (milliseconds). */
const NEWS = 50

/** The `sub` claim, read without checking: the server checks; here it only tells two people apart. */
export function subjectOf(token: string): string | undefined {
  try {
    const claims = token.split('.')[1] ?? ''
    return (JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: string }).sub
  } catch {
    return undefined
  }
}

type Options = Required<Pick<TokenSourceOptions, 'renew' | 'locks' | 'channel' | 'now'>> & Pick<TokenSourceOptions, 'onEnd' | 'onOtherUser'>

/** What this tab knows, kept in step with the other tabs. The token is never written to any storage. */
function createHolder({ channel, now, onEnd, onOtherUser }: Options) {
  let held: Held | null = null

  channel.addEventListener('message', (event) => {
    const news = (event as MessageEvent<Message>).data
    if ('ended' in news) {
      held = null
      onEnd?.()
      return
    }
    const changed = held !== null && subjectOf(held.token) !== subjectOf(news.held.token)
    held = news.held
    if (changed) onOtherUser?.()
  })

  return {
    good: (refused?: string) => (held && held.token !== refused && held.expires - MARGIN > now() ? held.token : null),
    accept({ access_token, expires_in }: TokenAnswer) {
      held = { token: access_token, expires: now() + expires_in * 1000 }
      channel.postMessage({ held } satisfies Message)
    },
    end() {
      held = null
      channel.postMessage({ ended: true } satisfies Message)
      onEnd?.()
    },
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((done) => {
    setTimeout(done, milliseconds)
  })

/** Makes the page's {@link TokenSource}. */
export function createTokenSource(given: TokenSourceOptions): TokenSource {
  const options: Options = {
    ...given,
    locks: given.locks ?? navigator.locks,
    channel: given.channel ?? new BroadcastChannel(LOCK),
    now: given.now ?? Date.now,
  }
  const { good, accept, end } = createHolder(options)
  let renewal: Promise<string | null> | null = null

  /** Whoever holds the lock asks; who waited for it finds what the one before was given. */
  async function renewLocked(refused: string | undefined, tell: (token: string | null) => void) {
    const known = good(refused)
    if (known) return tell(known)
    const answer = await options.renew()
    if (!answer) {
      end()
      return tell(null)
    }
    accept(answer)
    tell(answer.access_token)
    return pause(NEWS)
  }

  const renewOnce = (refused?: string) =>
    new Promise<string | null>((resolve, reject) => {
      options.locks.request(LOCK, () => renewLocked(refused, resolve)).catch(reject)
    })

  return {
    accept,
    end,
    token(refused) {
      const known = good(refused)
      if (known) return Promise.resolve(known)
      renewal ??= renewOnce(refused).finally(() => (renewal = null))
      return renewal
    },
  }
}
