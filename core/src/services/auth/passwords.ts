import bcrypt from 'bcrypt'
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { authErrors } from './errors.js'
import { weaknessOf, type PasswordOwner } from './password-rules.js'

const COST = 12
const MAX_WAITING = 100
const RETRY_SECONDS = 5

/** Checking, hashing and comparing of passwords, off the event loop. */
export interface Passwords {
  /** @throws AUTH_WEAK_PASSWORD (422) with the reason, for one that is easy to guess */
  check(password: string, owner: PasswordOwner): void
  /** @throws AUTH_BUSY (503) when too many wait already */
  hash(password: string): Promise<string>
  /**
   * Whether the password belongs to the hash. Without a hash the answer is no, after the same time.
   * @throws AUTH_BUSY (503) when too many wait already
   */
  verify(password: string, hash: string | undefined): Promise<boolean>
}

/** bcrypt cuts at 72 bytes and at a null, so it gets a digest. Equal characters typed on different systems are made equal first. */
const digest = (password: string): string => createHash('sha256').update(password.normalize('NFKC')).digest('base64')

/** bcrypt of `cost` over base64(SHA-256(password)), at most `parallel` at once (DECISIONS 6): one core stays free for everything else. */
export function createPasswords({ cost = COST, parallel = Math.max(1, availableParallelism() - 1) } = {}): Passwords {
  const inTurn = createQueue(parallel)
  const nobody = `${bcrypt.genSaltSync(cost)}${'A'.repeat(31)}`
  return {
    check: (password, owner) => {
      const reason = weaknessOf(password, owner)
      if (reason) throw authErrors.WEAK_PASSWORD({ details: [{ field: 'password', message: reason }] })
    },
    hash: (password) => inTurn(() => bcrypt.hash(digest(password), cost)),
    verify: async (password, hash) => {
      const isEqual = await inTurn(() => bcrypt.compare(digest(password), hash ?? nobody))
      return isEqual && hash !== undefined
    },
  }
}

/** Runs at most `parallel` pieces of work at once, the others in the order in which they came. */
function createQueue(parallel: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running < parallel) running += 1
    else {
      if (waiting.length >= MAX_WAITING) throw authErrors.BUSY({ retryAfter: RETRY_SECONDS })
      // Whoever ends hands its place on, so the count stays.
      await new Promise<void>((resolve) => void waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
