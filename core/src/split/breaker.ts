/** So many failures in a row open it; one where nobody listened is enough. */
const FAILURES = 3
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000

/** Leaves an instance that fails alone for a while, then lets one request try it. */
export class Breaker {
  readonly #now: () => number
  #failures = 0
  #pause = 0
  #closedAgainAt = 0
  #isTrying = false

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** False while the instance is left alone. */
  get admits(): boolean {
    return this.#pause === 0 || (!this.#isTrying && this.#now() >= this.#closedAgainAt)
  }

  /** Says that a request goes to the instance. */
  begin(): void {
    if (this.#pause > 0) this.#isTrying = true
  }

  /** The request ended without telling anything of the instance. */
  release(): void {
    this.#isTrying = false
  }

  succeed(): void {
    this.#failures = 0
    this.#pause = 0
    this.#isTrying = false
  }

  fail({ isUnreached }: { isUnreached: boolean }): void {
    this.#failures += 1
    const wasTrying = this.#isTrying
    this.#isTrying = false
    if (!isUnreached && !wasTrying && this.#failures < FAILURES) return
    // Many that were under way fail together: that is one reason to wait, not many.
    if (this.#pause > 0 && !wasTrying) return
    this.#pause = Math.min(LONGEST_PAUSE_MS, this.#pause === 0 ? FIRST_PAUSE_MS : this.#pause * 2)
    this.#closedAgainAt = this.#now() + this.#pause
  }
}
