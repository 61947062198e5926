import type { RelayDb } from '../database/relay-db.js'

const BATCH = 20_000

/** What reading the chain found. */
export interface ChainReport {
  /** Entries in the chain. */
  entries: number
  ok: boolean
  /** Place in the chain (from 1) of the first entry that was changed or is missing; null where all is well. */
  first_bad: number | null
}
interface Place {
  sequence: number
  hash: string
}

// An entry fits if it comes right after the one before it, says what was hashed, and its personal part, unless erased, is the one it came with.
const CHECK = `select sequence, hash, place = sequence and hash = platform.audit_hash(before, place, entry)
    and (personal is null or personal_digest = platform.personal_digest((personal).salt, (personal).actor_email, (personal).ip, (personal).user_agent, (personal).data)) as fits, place
  from (select a.*, a as entry, p as personal, $1::bigint + row_number() over chain as place, coalesce(lag(a.hash) over chain, $2) as before
    from platform.audit_log a left join platform.audit_personal p on p.id = a.id where a.sequence > $1 window chain as (order by a.sequence)
    order by a.sequence limit ${BATCH}) as entries order by sequence`

/** Reads the chain from its start, a batch at a time. */
export async function verifyChain(db: RelayDb): Promise<ChainReport> {
  let at: Place = { sequence: 0, hash: '' }
  for (;;) {
    const rows = await db.run<Place & { fits: boolean; place: number }>(CHECK, [at.sequence, at.hash])
    const bad = rows.find((row) => !row.fits)
    if (bad) return { entries: await count(db), ok: false, first_bad: bad.place }
    at = rows.at(-1) ?? at
    if (rows.length < BATCH) break
  }
  // Read after the entries: what was sealed meanwhile lies behind `at`, what was cut off the end does not lie there at all.
  const [head] = await db.run<Place>(`select h.sequence, h.hash from platform.audit_head h where h.sequence = $1 or not exists (select 1 from platform.audit_log where sequence = $1 + 1)`, [at.sequence])
  const isWhole = !head || (head.sequence === at.sequence && head.hash === at.hash)
  return { entries: await count(db), ok: isWhole, first_bad: isWhole ? null : at.sequence + 1 }
}

async function count(db: RelayDb): Promise<number> {
  const [row] = await db.run<{ entries: number }>('select count(*) as entries from platform.audit_log where sequence is not null')
  return row?.entries ?? 0
}
