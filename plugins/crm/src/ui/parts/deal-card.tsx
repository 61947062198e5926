import { Money, PersonAvatar, RecordName } from '@innoerp/sdk/ui'
import type { Deal } from '../../shared/deal.js'
import { companyName } from '../kinds.js'
import { CloseDate } from './close-date.js'

/** A deal on the board: with whom and for whom; what; how much and by when. */
export const DealCard = ({ deal }: { deal: Deal }) => (
  <>
    {(deal.company_id || deal.owner_id) && (
      <div className="io-row">
        <span className="io-cap io-grow io-trunc">{deal.company_id && <RecordName kind={companyName} id={deal.company_id} />}</span>
        {deal.owner_id && <PersonAvatar id={deal.owner_id} size={20} />}
      </div>
    )}
    <h3 dir="auto">{deal.name}</h3>
    {(deal.amount || deal.expected_close_date) && (
      <div className="io-card-row">
        {deal.amount && <Money value={deal.amount} currency={deal.currency} className="io-strong" />}
        {deal.expected_close_date && <CloseDate deal={deal} icon />}
      </div>
    )}
  </>
)
