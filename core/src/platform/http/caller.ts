import type { UserType } from '@innoerp/sdk/contract'
import type { Site } from './site.js'

/** A signed-in person: of the organization whose host was asked, or a super admin on the admin host. */
export interface Caller {
  id: string
  /** The sign-in that the token came from. */
  session_id: string
  email: string
  /** Absent for a super admin. */
  organization_id: string | undefined
  is_superuser: boolean
  user_type: UserType
  first_name: string | null
  last_name: string | null
  /** What roles of the organization add to the user type. */
  permissions: readonly string[]
}

/**
 * Who may call a route of core: `public` anyone; `user` a signed-in person of the organization; `admin` its administrators;
 * `signed-in` a person of the organization or a super admin; `super-admin` on the admin host only.
 */
export type Access = 'public' | 'user' | 'admin' | 'signed-in' | 'super-admin'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the Host header names; undefined when it names nothing here. */
    site: Site | undefined
    /** Set for every route that is not public. */
    caller: Caller
  }
  interface FastifyContextConfig {
    /** Required on every route of core: what has none does not load. */
    access?: Access
  }
}
