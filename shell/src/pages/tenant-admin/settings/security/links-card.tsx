import { Avatar, Card, EmptyState, ErrorState, KIT, SkeletonLines, errorText, useAll, useRemove, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { OWN_ORGANIZATIONS, accountLinks, type AccountLink } from '../../../../clients/auth'
import { LinkAccountDialog } from './link-account-dialog'

/** One's accounts in other organizations: between them one changes without a password. */
export function LinksCard() {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const refused = (error: unknown) => toast({ tone: 'error', text: errorText(kit, error) })
  const queries = useQueryClient()
  const { data, error, refetch } = useAll(accountLinks)
  const [linking, setLinking] = useState(false)
  const remove = useRemove(accountLinks)
  const unlink = async ({ id, organization_name: name }: AccountLink) => {
    await remove.mutateAsync([id])
    await queries.invalidateQueries({ queryKey: [OWN_ORGANIZATIONS] })
    toast(t('account.unlinked', { name }))
  }
  const add = (
    <Button variant="outlined" size="small" startIcon={<Link2 size={16} />} onClick={() => setLinking(true)}>
      {t('account.link')}
    </Button>
  )
  return (
    <Card title={t('account.list')} flush actions={data && data.length > 0 && add}>
      {data?.map((link) => (
        <div key={link.id} className="io-list-item pages-key">
          <Avatar name={link.organization_name} id={link.organization_id} size={28} square />
          <span className="io-col io-grow">
            <span className="io-strong io-trunc">{link.organization_name}</span>
            <bdi className="io-cap io-trunc">{link.email}</bdi>
          </span>
          <Button
            variant="outlined"
            size="small"
            aria-label={t('account.unlinkOf', { name: link.organization_name })}
            onClick={() => void unlink(link).catch(refused)}
          >
            {t('account.unlink')}
          </Button>
        </div>
      ))}
      {data?.length === 0 && <EmptyState icon="team" title={t('account.empty')} text={t('account.emptyText')} actions={add} />}
      {error && !data && <ErrorState title={t('account.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={2} />
        </div>
      )}
      <LinkAccountDialog open={linking} onClose={() => setLinking(false)} />
    </Card>
  )
}
