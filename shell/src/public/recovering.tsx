import de from '../locales/de/recovering.json'
import en from '../locales/en/recovering.json'
import { MoreLabels } from './more-labels'
import { ClosedPage } from './recovering/closed-page'
import { ForgotPasswordPage } from './recovering/forgot-password-page'
import { ResetPasswordPage } from './recovering/reset-password-page'
import { VerifyEmailPage } from './recovering/verify-email-page'
import type { PublicRoute } from './route'

type RecoveringRoute = Extract<PublicRoute, { page: 'forgot-password' | 'reset-password' | 'verify-email' | 'closed' }>

const LABELS = { en, de }

/** Pages for who cannot simply sign in: seldom seen, so they come apart from the daily ones. */
export default function Recovering({ route }: { route: RecoveringRoute }) {
  return (
    <MoreLabels labels={LABELS}>
      <Page route={route} />
    </MoreLabels>
  )
}

function Page({ route }: { route: RecoveringRoute }) {
  switch (route.page) {
    case 'forgot-password':
      return <ForgotPasswordPage />
    case 'reset-password':
      return <ResetPasswordPage token={route.token} />
    case 'verify-email':
      return <VerifyEmailPage token={route.token} />
    case 'closed':
      return <ClosedPage />
  }
}
