import type { Host } from '@innoerp/sdk/ui'

/** Module or page of the shell that an address belongs to: `/tenant-admin/crm/deals/7` → `/tenant-admin/crm`. */
export const areaOf = (pathname: string): string => pathname.split('/').slice(0, 3).join('/')

/** What the page before said about itself goes when another module or page comes, before that one says anything. */
export function forgetPageInfo({ page }: Pick<Host, 'page'>): void {
  window.addEventListener('single-spa:before-routing-event', (event) => {
    const { oldUrl, newUrl } = (event as CustomEvent<{ oldUrl: string; newUrl: string }>).detail
    if (areaOf(new URL(oldUrl).pathname) !== areaOf(new URL(newUrl).pathname)) page.set(null)
  })
}
