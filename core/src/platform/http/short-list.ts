import { DEFAULT_LIMIT, MAX_LIMIT, OneOf, Strict, Type, type PageOf, type Static } from '@innoerp/sdk/contract'
import { platformErrors } from '@innoerp/sdk/server'

/** The query of a short list: as of every list. */
export const ShortListQuery = (sort: readonly string[]) =>
  Strict({
    skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })),
    sort: Type.Optional(OneOf(sort.flatMap((name) => [name, `-${name}`]))),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    after: Type.Optional(Type.String({ maxLength: 200 })),
    total: Type.Optional(Type.Boolean({ default: true })),
    active_only: Type.Optional(Type.Boolean({ default: false })),
  })

type Params = Static<ReturnType<typeof ShortListQuery>>

/** A list that is short enough to be held whole: what a search looks in, what it may be sorted by (as it comes, unless asked). */
export interface ShortList<T> {
  text(item: T): string
  sort: Readonly<Record<string, (item: T) => string>>
}

/** A page of it, with the conventions of every list. */
export function pageOf<T>(all: readonly T[], params: Params, { text, sort }: ShortList<T>): PageOf<T> {
  const { skip = 0, limit = DEFAULT_LIMIT, search, total = true, after, sort: asked = '' } = params
  const word = search?.trim().toLowerCase()
  const found = word ? all.filter((item) => text(item).toLowerCase().includes(word)) : all
  const by = sort[asked.replace(/^-/, '')]
  const sign = asked.startsWith('-') ? -1 : 1
  const sorted = by ? found.toSorted((a, b) => sign * by(a).localeCompare(by(b))) : found
  const start = skip + (after === undefined ? 0 : placeOf(after, asked))
  const end = start + limit
  return { items: sorted.slice(start, end), ...(total && { total: found.length }), skip, limit, next: end < found.length ? cursorOf(asked, end) : null }
}

const cursorOf = (sort: string, place: number): string => Buffer.from(JSON.stringify([sort, place])).toString('base64url')

function placeOf(after: string, sort: string): number {
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === 2 && parts[0] === sort && Number.isSafeInteger(parts[1]) && Number(parts[1]) >= 0) return Number(parts[1])
  } catch {
    // falls through to the refusal
  }
  throw platformErrors.BAD_CURSOR()
}
