import type { Boot } from '../page/boot'

/** Which page the address means. */
export type PublicRoute =
  | { page: 'sign-up' }
  | { page: 'find-address' }
  | { page: 'sign-in' }
  | { page: 'accept-invitation'; token: string }
  | { page: 'forgot-password' }
  | { page: 'reset-password'; token: string }
  | { page: 'verify-email'; token: string }
  | { page: 'closed' }
  | { page: 'not-found' }

const INVITATION = /^\/accept-invitation\/([A-Za-z0-9_-]{1,200})$/

/** Where the page stands. */
export type Place = Pick<Boot, 'area' | 'inactive_reason' | 'unknown_host'>

export function routeOf(place: Place, { pathname, search }: Pick<Location, 'pathname' | 'search'>): PublicRoute {
  if (place.inactive_reason) return { page: 'closed' }
  if (place.unknown_host) return { page: 'not-found' }
  if (place.area === 'public') return platformRoute(pathname)
  const token = new URLSearchParams(search).get('token') ?? ''
  switch (pathname) {
    case '/sign-in':
      return { page: 'sign-in' }
    case '/forgot-password':
      return { page: 'forgot-password' }
    case '/reset-password':
      return { page: 'reset-password', token }
    case '/verify-email':
      return { page: 'verify-email', token }
  }
  const invitation = INVITATION.exec(pathname)?.[1]
  return invitation && place.area === 'tenant' ? { page: 'accept-invitation', token: invitation } : { page: 'not-found' }
}

function platformRoute(pathname: string): PublicRoute {
  if (pathname === '/') return { page: 'sign-up' }
  return { page: pathname === '/sign-in' ? 'find-address' : 'not-found' }
}
