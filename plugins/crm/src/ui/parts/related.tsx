import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Avatar, ErrorState, Money, NOTHING, SkeletonLines, useList, useT, type ListParams } from '@innoerp/sdk/ui'
import { contacts, deals, useStages } from '../crm-api.js'
import styles from './related.module.css'

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
  return (
    <Rows none={t('contact.none')}>
      {list.data.items.map((contact) => (
        <li key={contact.id}>
          <Link className={styles.row} to={`/contacts?open=${contact.id}`}>
            <Avatar name={contact.name} id={contact.id} size={24} />
            <span className="io-col io-grow">
              <bdi className="io-trunc io-strong">{contact.name}</bdi>
              {contact.job_title && <span className="io-cap io-trunc">{contact.job_title}</span>}
            </span>
          </Link>
        </li>
      ))}
    </Rows>
  )
}

/** The deals with a company: those that are open, or all. */
export function CompanyDeals({ companyId, open = false }: { companyId: string; open?: boolean }) {
  const t = useT()
  const stages = useStages()
  const list = useList(deals, dealsWith(companyId, open))
  if (list.error) return <ErrorState error={list.error} title={t('deal.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={2} />
  return (
    <Rows none={t(open ? 'deal.noneOpen' : 'deal.none')}>
      {list.data.items.map((deal) => (
        <li key={deal.id}>
          <Link className={styles.row} to={`/deals?open=${deal.id}`}>
            <bdi className="io-grow io-trunc io-strong">{deal.name}</bdi>
            <span className="io-cap">{stages.get(deal.stage_id ?? '')?.name ?? NOTHING}</span>
            <Money value={deal.amount} currency={deal.currency} />
          </Link>
        </li>
      ))}
    </Rows>
  )
}

/** Rows, or the words for none. */
const Rows = ({ none, children }: { none: string; children: ReactNode[] }) =>
  children.length === 0 ? <p className={`io-cap ${styles.none}`}>{none}</p> : <ul className={styles.list}>{children}</ul>

/** How many contacts, deals and open deals a company has; undefined until it is known. */
export const useContactCount = (companyId: string) => useList(contacts, contactsOf(companyId)).data?.total
export const useDealCount = (companyId: string, open = false) => useList(deals, dealsWith(companyId, open)).data?.total
