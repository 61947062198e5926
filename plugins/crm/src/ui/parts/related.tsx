import { Avatar, ErrorState, LinkRows, Money, NOTHING, SkeletonLines, useList, useT, type ListParams } from '@innoerp/sdk/ui'
import { contacts, deals, useStages } from '../crm-api.js'

/** Rows beside a company; who wants more goes to the list. */
const SHOWN = 20

/** What the lists of a company's contacts and deals are asked for. */
const contactsOf = (companyId: string): ListParams => ({ company_id: companyId, limit: SHOWN })
const dealsWith = (companyId: string, open: boolean): ListParams => ({ company_id: companyId, ...(open && { stage_kind: 'open' }), sort: '-updated_at', limit: SHOWN })

/** The people of a company. */
export function CompanyContacts({ companyId }: { companyId: string }) {
  const t = useT()
  const list = useList(contacts, contactsOf(companyId))
  if (list.error) return <ErrorState error={list.error} title={t('contact.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={2} />
  const rows = list.data.items.map((contact) => ({
    id: contact.id,
    to: `/contacts?open=${contact.id}`,
    lead: <Avatar name={contact.name} id={contact.id} size={24} />,
    title: contact.name,
    second: contact.job_title,
  }))
  return <LinkRows rows={rows} none={t('contact.none')} />
}

/** The deals with a company: those that are open, or all. */
export function CompanyDeals({ companyId, open = false }: { companyId: string; open?: boolean }) {
  const t = useT()
  const stages = useStages()
  const list = useList(deals, dealsWith(companyId, open))
  if (list.error) return <ErrorState error={list.error} title={t('deal.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={2} />
  const rows = list.data.items.map((deal) => ({
    id: deal.id,
    to: `/deals?open=${deal.id}`,
    title: deal.name,
    end: (
      <>
        <span className="io-cap">{stages.get(deal.stage_id ?? '')?.name ?? NOTHING}</span>
        <Money value={deal.amount} currency={deal.currency} />
      </>
    ),
  }))
  return <LinkRows rows={rows} none={t(open ? 'deal.noneOpen' : 'deal.none')} />
}

/** How many contacts, deals and open deals a company has; undefined until it is known. */
export const useContactCount = (companyId: string) => useList(contacts, contactsOf(companyId)).data?.total
export const useDealCount = (companyId: string, open = false) => useList(deals, dealsWith(companyId, open)).data?.total
