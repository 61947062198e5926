import { Card, DateText, EmptyState, ErrorState, IconButton, PageFrame, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { KeyRound, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { trustedKeys, type TrustedKey } from '../../../clients/trusted-keys'
import { useAsked } from '../../parts/use-asked'
import { IsolationTag } from '../modules/version-chip'
import { TenantCommands } from '../tenant-commands'
import { AddKeyDialog } from './add-key-dialog'
import { RemoveKeyDialog } from './remove-key-dialog'

/** Whose signature counts, and how what they signed runs. */
export default function KeysPage() {
  const t = useT()
  const { data, error, refetch } = useAll(trustedKeys)
  const [adding, setAdding] = useState(false)
  const removing = useAsked<TrustedKey>()
  const add = (
    <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t('key.new')}
    </Button>
  )
  return (
    <PageFrame title={t('key.list')} facts={t('key.facts')} actions={data && data.length > 0 && add}>
      <TenantCommands />
      <Card title={t('key.trusted')} flush {...(data && { count: data.length })}>
        {data?.map((key) => (
          <KeyRow key={key.id} trusted={key} onRemove={() => removing.ask(key)} />
        ))}
        {data?.length === 0 && <EmptyState icon="key" title={t('key.empty')} text={t('key.emptyText')} actions={add} />}
        {error && !data && <ErrorState title={t('key.notLoaded')} error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <div className="pages-pad">
            <SkeletonLines rows={3} />
          </div>
        )}
      </Card>
      <AddKeyDialog open={adding} onClose={() => setAdding(false)} />
      <RemoveKeyDialog trusted={removing.subject} open={removing.open} onClose={removing.close} />
    </PageFrame>
  )
}

function KeyRow({ trusted: { name, key_id, isolation, created_at }, onRemove }: { trusted: TrustedKey; onRemove(): void }) {
  const t = useT()
  return (
    <div className="io-list-item pages-key">
      <span className="io-tile pages-mark" aria-hidden>
        <KeyRound size={16} />
      </span>
      <span className="io-col io-grow">
        <bdi className="io-strong io-trunc">{name}</bdi>
        <span className="io-cap io-trunc">
          <code className="io-mono">{key_id}</code> · {t('key.since')} <DateText value={created_at} />
        </span>
        <span className="io-cap">{t(`isolation.${isolation}Means`)}</span>
      </span>
      <IsolationTag isolation={isolation} />
      <IconButton small label={t('key.remove', { name })} onClick={onRemove}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </div>
  )
}
