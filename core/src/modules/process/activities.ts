import type { Context } from '@innoerp/sdk/contract'

/** The requests, events, jobs and calls that one process works on: whatever it asks the host for, it asks on behalf of one of them. */
export class Activities {
  readonly #contexts = new Map<string, Context>()
  readonly #organizations = new Map<string, number>()

  get size(): number {
    return this.#contexts.size
  }

  /** Returns what ends it. */
  begin(id: string, ctx: Context): () => void {
    const organizationId = ctx.organization.id
    this.#contexts.set(id, ctx)
    this.#count(organizationId, 1)
    let ended = false
    return () => {
      if (ended) return
      ended = true
      this.#contexts.delete(id)
      this.#count(organizationId, -1)
    }
  }

  context(id: unknown): Context | undefined {
    return typeof id === 'string' ? this.#contexts.get(id) : undefined
  }

  hasOrganization(id: unknown): boolean {
    return typeof id === 'string' && this.#organizations.has(id)
  }

  #count(organizationId: string, by: number): void {
    const next = (this.#organizations.get(organizationId) ?? 0) + by
    if (next > 0) this.#organizations.set(organizationId, next)
    else this.#organizations.delete(organizationId)
  }
}
