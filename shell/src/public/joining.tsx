import de from '../locales/de/joining.json'
import en from '../locales/en/joining.json'
import { AcceptInvitationPage } from './accept-invitation/accept-invitation-page'
import { MoreLabels } from './more-labels'
import type { PublicRoute } from './route'
import { SignUpPage } from './sign-up/sign-up-page'

type JoiningRoute = Extract<PublicRoute, { page: 'sign-up' | 'accept-invitation' }>

const LABELS = { en, de }

/** What happens once: a company is created, an invitation accepted. Apart, so that the daily sign-in does not carry it. */
export default function Joining({ route }: { route: JoiningRoute }) {
  return <MoreLabels labels={LABELS}>{route.page === 'sign-up' ? <SignUpPage /> : <AcceptInvitationPage token={route.token} />}</MoreLabels>
}
