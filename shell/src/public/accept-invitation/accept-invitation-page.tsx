import { ApiError, AuthButton, AuthPage, errorText } from '@innoerp/sdk/ui/auth'
import { addressOf } from '../../page/boot'
import { CardFooter } from '../card-footer'
import { usePublic } from '../context'
import { useFetched } from '../use-fetched'
import { usePublicLogo } from '../use-public-logo'
import { useTitle } from '../use-title'
import { AcceptInvitationForm } from './accept-invitation-form'
import { invitationApi, type InvitationInfo } from './invitation-api'

/** Whoever was invited chooses a password and a name, and is signed in. */
export function AcceptInvitationPage({ token }: { token: string }) {
  const { api, boot, t } = usePublic()
  const { data, error, retry } = useFetched(token, (signal) => invitationApi(api).read(token, signal))
  const { organization } = boot
  const logo = usePublicLogo()
  const title = titleOf(data, error, organization?.name ?? '')
  useTitle(t(...title))
  if (!data && error === undefined) return <div className="io-auth" aria-busy />
  return (
    <AuthPage
      logo={logo}
      title={t(...title)}
      subtitle={organization && addressOf(organization.subdomain, boot)}
      footer={<CardFooter />}
    >
      {data?.status === 'pending' ? (
        <AcceptInvitationForm token={token} invitation={data} />
      ) : (
        <Closed invitation={data} error={error} retry={retry} />
      )}
    </AuthPage>
  )
}

/** Key and values of the title's label. */
function titleOf(invitation: InvitationInfo | undefined, error: unknown, organization: string): [string, { name: string }] {
  const name = invitation?.organization_name ?? organization
  if (invitation) return [invitation.status === 'pending' ? 'invitation.title' : 'invitation.closed', { name }]
  return [isUnknown(error) ? 'invitation.unknown' : 'invitation.title', { name }]
}

const isUnknown = (error: unknown) => error instanceof ApiError && error.status === 404

interface ClosedProps {
  invitation: InvitationInfo | undefined
  error: unknown
  retry(): void
}

/** Why the link leads nowhere, and what to do about it. */
function Closed({ invitation, error, retry }: ClosedProps) {
  const { t } = usePublic()
  const failed = error !== undefined && !isUnknown(error)
  const reason = invitation ? `invitation.${invitation.status}` : 'invitation.unknownText'
  return (
    <div className="public-created">
      <p>{failed ? errorText(t, error) : t(reason)}</p>
      {failed ? (
        <AuthButton onClick={retry}>{t('error.retry')}</AuthButton>
      ) : (
        <a className="io-button public-block" data-variant="outlined" href="/sign-in">
          {t('notFound.signIn')}
        </a>
      )}
    </div>
  )
}
