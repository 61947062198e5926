import { Link } from 'react-router'
import { Avatar, ErrorState, Money, NOTHING, SkeletonLines, useList, useT } from '@innoerp/sdk/ui'
import { contacts, deals, useStages } from '../crm-api.js'

/** Rows beside a company; who wants more goes to the list. */
const SHOWN = 20

/** The people of a company. */
export function CompanyContacts({ companyId }: { companyId: string }) {
  const t = useT()
  const list = useList(contacts, { company_id: companyId, limit: SHOWN })
  if (list.error) return <ErrorState error={list.error} title={t('contact.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={2} />
  if (list.data.items.length === 0) return <p className="io-cap">{t('contact.none')}</p>
  return (
    <ul>
      {list.data.items.map((contact) => (
        <li key={contact.id}>
          <Link className="io-list-item" to={`/contacts?open=${contact.id}`}>
            <Avatar name={contact.name} id={contact.id} size={24} />
            <span className="io-col io-grow">
              <bdi className="io-trunc io-strong">{contact.name}</bdi>
              {contact.job_title && <span className="io-cap io-trunc">{contact.job_title}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The deals with a company, of one kind of stage or of all. */
export function CompanyDeals({ companyId, open = false }: { companyId: string; open?: boolean }) {
  const t = useT()
  const stages = useStages()
  const list = useList(deals, { ...dealsWith(companyId, open), limit: SHOWN })
  if (list.error) return <ErrorState error={list.error} title={t('deal.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={2} />
  if (list.data.items.length === 0) return <p className="io-cap">{t(open ? 'deal.noneOpen' : 'deal.none')}</p>
  return (
    <ul>
      {list.data.items.map((deal) => (
        <li key={deal.id}>
          <Link className="io-list-item" to={`/deals?open=${deal.id}`}>
            <bdi className="io-grow io-trunc io-strong">{deal.name}</bdi>
            <span className="io-cap">{stages.get(deal.stage_id ?? '')?.name ?? NOTHING}</span>
            <Money value={deal.amount} currency={deal.currency} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What a list of a company's deals is asked for. */
export const dealsWith = (companyId: string, open: boolean) => ({ company_id: companyId, ...(open && { stage_kind: 'open' }), sort: '-updated_at' })

/** How many contacts and open deals a company has; undefined until it is known. */
export function useRelatedCounts(companyId: string): { contacts: number | undefined; openDeals: number | undefined; deals: number | undefined } {
  const count = { limit: SHOWN }
  return {
    contacts: useList(contacts, { company_id: companyId, ...count }).data?.total,
    openDeals: useList(deals, { ...dealsWith(companyId, true), ...count }).data?.total,
    deals: useList(deals, { ...dealsWith(companyId, false), ...count }).data?.total,
  }
}
