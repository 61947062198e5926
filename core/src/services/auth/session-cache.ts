import type { Caller } from '../../platform/http/caller.js'

/** A verified access token and whose it is. */
export interface Session {
  caller: Caller
  /** Milliseconds since 1970. */
  expiresAt: number
  /** What the dispatcher keeps per module version. */
  contexts: Map<object, unknown>
}

const SWEEP_MS = 60_000

/** Sessions by token, never more than `max`, found again by whom they belong to. */
export class SessionCache {
  readonly #max: number
  readonly #now: () => number
  readonly #sessions = new Map<string, Session>()
  /** User or organization → its tokens. */
  readonly #owned = new Map<string, Set<string>>()
  #sweptAt: number
  hits = 0
  misses = 0

  constructor({ max, now }: { max: number; now: () => number }) {
    this.#max = max
    this.#now = now
    this.#sweptAt = now()
  }

  get(token: string): Session | undefined {
    const session = this.#sessions.get(token)
    if (session !== undefined && session.expiresAt > this.#now()) {
      this.hits += 1
      return session
    }
    this.misses += 1
    if (session !== undefined) this.#drop(token, session)
    return undefined
  }

  get size(): number {
    return this.#sessions.size
  }

  set(token: string, session: Session): void {
    this.#sweep()
    for (const [oldest, held] of this.#sessions) {
      if (this.#sessions.size < this.#max) break
      this.#drop(oldest, held)
    }
    this.#sessions.set(token, session)
    for (const owner of ownersOf(session)) {
      const tokens = this.#owned.get(owner)
      if (tokens) tokens.add(token)
      else this.#owned.set(owner, new Set([token]))
    }
  }

  /** Forgets every session of a user or an organization. */
  forget(owner: string): void {
    for (const token of [...(this.#owned.get(owner) ?? [])]) {
      const session = this.#sessions.get(token)
      if (session) this.#drop(token, session)
    }
  }

  clear(): void {
    this.#sessions.clear()
    this.#owned.clear()
  }

  #drop(token: string, session: Session): void {
    this.#sessions.delete(token)
    for (const owner of ownersOf(session)) {
      const tokens = this.#owned.get(owner)
      tokens?.delete(token)
      if (tokens?.size === 0) this.#owned.delete(owner)
    }
  }

  /** What ended is dropped now and then as others come, so that no timer is needed. */
  #sweep(): void {
    const now = this.#now()
    if (now - this.#sweptAt < SWEEP_MS) return
    this.#sweptAt = now
    for (const [token, session] of this.#sessions) if (session.expiresAt <= now) this.#drop(token, session)
  }
}

const ownersOf = ({ caller }: Session): string[] =>
  caller.organization_id === undefined ? [caller.id] : [caller.id, caller.organization_id]
