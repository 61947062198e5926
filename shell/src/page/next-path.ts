/** The page to sign in on, which then leads back to `path`. */
export const signInPath = (path: string): string => (path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)

/**
 * Where `?next=` of the sign-in page leads: always a page of this origin, whatever the link says. The address comes back whole,
 * because a path such as `//elsewhere` would be read as another host.
 */
export function nextUrl(search: string, origin: string = location.origin): string {
  const home = new URL('/', origin).href
  const next = new URLSearchParams(search).get('next')
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return home
  const url = new URL(next, origin)
  return url.origin === origin && url.pathname !== '/sign-in' ? url.href : home
}
