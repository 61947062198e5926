import { NOTHING, type Fact } from '@innoerp/sdk/ui'
import type { Company } from '../../shared/company.js'
import { addressLines } from '../words.js'

/** The whole address as one fact, line by line. */
export function addressFact(label: string, company: Company): Fact {
  const lines = addressLines(company)
  const value =
    lines.length > 0 ? (
      <span className="io-lines" dir="auto">
        {lines.join('\n')}
      </span>
    ) : (
      <span className="io-muted">{NOTHING}</span>
    )
  return { label, value }
}
