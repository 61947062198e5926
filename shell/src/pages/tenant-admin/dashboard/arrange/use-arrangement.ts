import { useSession } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { arranged, parsed, toKeep, type Placed, type Standard } from './arrangement'

/** Storage may be forbidden; then an arrangement lasts as long as the page. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, kept: readonly Placed[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // What the page shows serves until it is left.
  }
}

/** How this person arranged their dashboard; kept in this browser, for each organization apart. */
export function useArrangement(there: readonly Standard[]): [readonly Placed[], (next: readonly Placed[]) => void] {
  const { user, organization } = useSession()
  const key = `io-dashboard:${organization?.id ?? ''}:${user.id}`
  const [kept, setKept] = useState(() => parsed(read(key)))
  const put = (next: readonly Placed[]) => {
    const all = next.length === 0 ? [] : toKeep(next, kept)
    write(key, all)
    setKept(all)
  }
  return [arranged(there, kept), put]
}
