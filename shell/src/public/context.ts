import type { Api, Label } from '@innoerp/sdk/ui/auth'
import { createContext, use } from 'react'
import type { Boot } from '../page/boot'

/** What every page before sign-in stands on. */
export interface PublicContextValue {
  boot: Boot
  t: Label
  api: Api
}

export const PublicContext = createContext<PublicContextValue | null>(null)

/** @throws Error outside of the context */
export function usePublic(): PublicContextValue {
  const value = use(PublicContext)
  if (!value) throw new Error('This component needs the context of the public pages')
  return value
}
