import { useEffect } from 'react'
import { useHost } from './host-context.js'

/** While `dirty` is true, leaving the page, the module or the window asks first. */
export function useDirty(dirty: boolean): void {
  const { dirty: guard } = useHost()
  useEffect(() => (dirty ? guard.mark() : undefined), [dirty, guard])
}
