import { Card, DateText, EmptyState, ErrorState, IconButton, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { KeyRound, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { registryTokens, type RegistryToken } from '../../../clients/packages'
import { useAsked } from '../../parts/use-asked'
import { NewTokenDialog } from './new-token-dialog'
import { PackagesFrame } from './packages-frame'
import { RevokeTokenDialog } from './revoke-token-dialog'
import { TokenDialog } from './token-dialog'

/** What authors publish with, each for some packages. */
export default function TokensPage() {
  const t = useT()
  const { data, error, refetch } = useAll(registryTokens)
  const [making, setMaking] = useState(false)
  const made = useAsked<RegistryToken>()
  const revoking = useAsked<RegistryToken>()
  const add = (
    <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setMaking(true)}>
      {t('token.new')}
    </Button>
  )
  return (
    <PackagesFrame tab="tokens" actions={data && data.length > 0 && add}>
      <Card title={t('token.list')} flush {...(data && { count: data.length })}>
        {data?.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => revoking.ask(token)} />
        ))}
        {data?.length === 0 && <EmptyState icon="key" title={t('token.empty')} text={t('token.emptyText')} actions={add} />}
        {error && !data && <ErrorState title={t('token.notLoaded')} error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <div className="pages-pad">
            <SkeletonLines rows={3} />
          </div>
        )}
      </Card>
      <NewTokenDialog open={making} onClose={() => setMaking(false)} onMade={made.ask} />
      <TokenDialog token={made.subject} open={made.open} onClose={made.close} />
      <RevokeTokenDialog token={revoking.subject} open={revoking.open} onClose={revoking.close} />
    </PackagesFrame>
  )
}

function TokenRow({ token, onRevoke }: { token: RegistryToken; onRevoke(): void }) {
  const t = useT()
  return (
    <div className="io-list-item pages-key">
      <span className="io-tile pages-mark" aria-hidden>
        <KeyRound size={16} />
      </span>
      <span className="io-col io-grow">
        <bdi className="io-strong io-trunc">{token.name}</bdi>
        <span className="io-cap io-trunc">
          {t('token.since')} <DateText value={token.created_at} /> ·{' '}
          {token.last_used_at ? (
            <>
              {t('token.used')} <DateText value={token.last_used_at} rel />
            </>
          ) : (
            t('token.unused')
          )}
        </span>
      </span>
      <span className="io-col io-end">
        <code className="io-mono" dir="ltr">
          {token.packages}
        </code>
        <TokenEnd ends={token.expires_at} />
      </span>
      <IconButton small label={t('token.revoke', { name: token.name })} onClick={onRevoke}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </div>
  )
}

function TokenEnd({ ends }: { ends: string | null }) {
  const t = useT()
  const [now] = useState(() => Date.now())
  if (ends === null) return <span className="io-cap">{t('token.endless')}</span>
  const isOver = Date.parse(ends) <= now
  return (
    <span className={isOver ? 'io-cap io-bad' : 'io-cap'}>
      {t(isOver ? 'token.ended' : 'token.ends')} <DateText value={ends} />
    </span>
  )
}
