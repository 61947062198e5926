import { Card, DateText, ErrorState, KIT, SkeletonLines, StatusChip, errorText, useAll, useRemove, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { MonitorSmartphone } from 'lucide-react'
import { sessions, type OpenSession } from '../../../../clients/auth'
import { deviceName } from './device-name'

/** Where one is signed in, and the end of it. */
export function SessionsCard() {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const refused = (error: unknown) => toast({ tone: 'error', text: errorText(kit, error) })
  const { data, error, refetch } = useAll(sessions)
  const end = useRemove(sessions)
  const finish = async ({ id }: OpenSession) => {
    await end.mutateAsync([id])
    toast(t('session.ended'))
  }
  return (
    <Card title={t('session.list')} flush {...(data && { count: data.length })}>
      {data?.map((session) => (
        <SessionRow key={session.id} session={session} onEnd={() => void finish(session).catch(refused)} />
      ))}
      {error && !data && <ErrorState title={t('session.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={2} />
        </div>
      )}
    </Card>
  )
}

function SessionRow({ session, onEnd }: { session: OpenSession; onEnd(): void }) {
  const t = useT()
  const name = deviceName(session.user_agent) ?? t('session.unknown')
  return (
    <div className="io-list-item pages-key">
      <span className="io-tile pages-mark" aria-hidden>
        <MonitorSmartphone size={16} />
      </span>
      <span className="io-col io-grow">
        <span className="io-strong io-trunc">{name}</span>
        <span className="io-cap io-trunc">
          <bdi>{session.ip ?? ''}</bdi> · {t('session.used')} <DateText value={session.last_used_at} rel />
        </span>
      </span>
      {session.is_current ? (
        <StatusChip tone="success">{t('session.current')}</StatusChip>
      ) : (
        <Button variant="outlined" size="small" aria-label={t('session.endOf', { name })} onClick={onEnd}>
          {t('session.end')}
        </Button>
      )}
    </div>
  )
}
