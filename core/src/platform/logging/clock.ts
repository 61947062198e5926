/** The time as ISO 8601 and its day; written anew once a millisecond, however many records that millisecond has. */
export class Clock {
  #at = 0
  #iso = ''
  #day = ''

  get iso(): string {
    const now = Date.now()
    if (now !== this.#at) {
      this.#at = now
      this.#iso = new Date(now).toISOString()
      this.#day = this.#iso.slice(0, 10)
    }
    return this.#iso
  }

  /** The day of the time that was last told. */
  get day(): string {
    return this.#day || this.iso.slice(0, 10)
  }
}
