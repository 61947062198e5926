import { BusyButton, Card, DateText, ErrorState, KIT, SkeletonLines, StatusChip, errorText, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { authClient } from '../../../../clients/auth'
import { userClient, type User } from '../../../../clients/user'

/** Whether the address has been shown to be one's own, and the mail that shows it once more. */
export function EmailCard() {
  const t = useT()
  const { api } = useHost()
  const me = useQuery<User, ApiError>({ queryKey: ['me'], queryFn: () => userClient(api).me() })
  return (
    <Card title={t('field.email')}>
      {me.data && <State me={me.data} />}
      {me.error && !me.data && <ErrorState title={t('settings.profile.notLoaded')} error={me.error} onRetry={() => void me.refetch()} />}
      {me.isPending && <SkeletonLines rows={1} />}
    </Card>
  )
}

function State({ me }: { me: User }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const { api } = useHost()
  const resend = useMutation<unknown, ApiError>({
    mutationFn: () => authClient(api).resendVerification(),
    onSuccess: () => toast(t('security.resent', { email: me.email })),
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
  })
  return (
    <div className="io-row io-wrap io-gap-12">
      <bdi className="io-strong io-trunc">{me.email}</bdi>
      {me.email_verified_at ? (
        <>
          <StatusChip tone="success">{t('security.verified')}</StatusChip>
          <span className="io-cap">
            <DateText value={me.email_verified_at} />
          </span>
        </>
      ) : (
        <>
          <StatusChip tone="warning">{t('security.unverified')}</StatusChip>
          <span className="io-grow" />
          <BusyButton variant="outlined" size="small" busy={resend.isPending} onClick={() => resend.mutate()}>
            {t('security.resend')}
          </BusyButton>
        </>
      )}
    </div>
  )
}
