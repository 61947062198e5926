import type { Host } from '@innoerp/sdk/ui'

interface RoutingDetail {
  oldUrl: string
  newUrl: string
  cancelNavigation(cancel: Promise<boolean>): void
}

/** Asks before the browser's own Back and Forward leave unsaved input: links and buttons ask by themselves. */
export function askBeforeLeaving({ dirty }: Pick<Host, 'dirty'>): void {
  window.addEventListener('single-spa:before-routing-event', (event) => {
    const { oldUrl, newUrl, cancelNavigation } = (event as CustomEvent<RoutingDetail>).detail
    if (!dirty.get() || new URL(oldUrl).pathname === new URL(newUrl).pathname) return
    cancelNavigation(dirty.mayLeave().then((allowed) => !allowed))
  })
}
