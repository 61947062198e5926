/** A retry for every so many requests, so that retries never double the load on services that are down. */
const PER_REQUEST = 0.2
const MOST = 20

/** How many retries may be made. */
export class RetryBudget {
  #left = MOST

  /** Counts a request. */
  earn(): void {
    this.#left = Math.min(MOST, this.#left + PER_REQUEST)
  }

  /** Takes one retry; false where none is left. */
  spend(): boolean {
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
