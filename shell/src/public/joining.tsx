import { createLabels, type Label } from '@innoerp/sdk/ui/auth'
import { use, useMemo, type ReactNode } from 'react'
import de from '../locales/de/joining.json'
import en from '../locales/en/joining.json'
import { AcceptInvitationPage } from './accept-invitation/accept-invitation-page'
import { PublicContext } from './context'
import type { PublicRoute } from './route'
import { SignUpPage } from './sign-up/sign-up-page'

type JoiningRoute = Extract<PublicRoute, { page: 'sign-up' | 'accept-invitation' }>

/** What happens once: a company is created, an invitation accepted. Apart, so that the daily sign-in does not carry it. */
export default function Joining({ route }: { route: JoiningRoute }) {
  return <JoiningLabels>{route.page === 'sign-up' ? <SignUpPage /> : <AcceptInvitationPage token={route.token} />}</JoiningLabels>
}

/** Adds the labels of these pages to those of the daily ones. */
function JoiningLabels({ children }: { children: ReactNode }) {
  const outer = use(PublicContext)
  const value = useMemo(() => outer && { ...outer, t: withFallback(createLabels(outer.boot.locale, { en, de }), outer.t) }, [outer])
  return <PublicContext value={value}>{children}</PublicContext>
}

/** A missing label is its key. */
const withFallback =
  (first: Label, second: Label): Label =>
  (key, values) => {
    const text = first(key, values)
    return text === key ? second(key, values) : text
  }
