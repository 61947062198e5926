import type { OrganizationContext, UserContext } from '@innoerp/sdk/contract'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ContextBase } from '../module-context.js'

/** A context as a process is told it: everything but what runs in it. */
export interface WireContext {
  organization: OrganizationContext
  user: UserContext
  permissions: string[]
  config: Readonly<Record<string, unknown>>
  settings: Readonly<Record<string, unknown>>
  flags: string[]
}

export const CONTEXT_HEADER = 'x-innoerp-context'
export const ACTIVITY_HEADER = 'x-innoerp-activity'

export const toWireContext = ({ organization, user, permissions, config, settings, flags }: ContextBase): WireContext => ({
  organization,
  user,
  permissions: [...permissions],
  config,
  settings,
  flags: [...flags],
})

const mac = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

/** Contexts as header values, signed with the secret that the host gave to one process at its start; each is made once. */
export function createContextWriter(secret: string): (base: ContextBase) => string {
  const made = new WeakMap<ContextBase, string>()
  return (base) => {
    const known = made.get(base)
    if (known !== undefined) return known
    const text = Buffer.from(JSON.stringify(toWireContext(base))).toString('base64url')
    const value = `${text}.${mac(secret, text).toString('base64url')}`
    made.set(base, value)
    return value
  }
}

/**
 * Reads what {@link createContextWriter} wrote.
 * @returns undefined for a value that the host has not signed
 */
export function readContext(secret: string, value: string): WireContext | undefined {
  const [text = '', signature = ''] = value.split('.')
  const [given, right] = [Buffer.from(signature, 'base64url'), mac(secret, text)]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as WireContext
}
