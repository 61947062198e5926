import type { Boot } from '../page/boot'

/** Which page the address means. */
export type PublicRoute =
  | { page: 'sign-up' }
  | { page: 'find-address' }
  | { page: 'sign-in' }
  | { page: 'accept-invitation'; token: string }
  | { page: 'not-found' }

const INVITATION = /^\/accept-invitation\/([A-Za-z0-9_-]{1,200})$/

export function routeOf(area: Boot['area'], pathname: string): PublicRoute {
  if (area === 'public') {
    if (pathname === '/') return { page: 'sign-up' }
    return { page: pathname === '/sign-in' ? 'find-address' : 'not-found' }
  }
  if (pathname === '/sign-in') return { page: 'sign-in' }
  const token = INVITATION.exec(pathname)?.[1]
  return token && area === 'tenant' ? { page: 'accept-invitation', token } : { page: 'not-found' }
}
