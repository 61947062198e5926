import { useEffect } from 'react'
import type { CommandSet } from '../host/command-store.js'
import { useHost } from '../host/host-context.js'

/**
 * Adds to the palette and the key help while its page is shown. Keep `actions` and `search` the same object between renders:
 * other ones are added anew.
 */
export function CommandSource({ id, actions, search }: CommandSet) {
  const { commands } = useHost()
  useEffect(() => commands.add({ id, actions, ...(search && { search }) }), [commands, id, actions, search])
  return null
}
