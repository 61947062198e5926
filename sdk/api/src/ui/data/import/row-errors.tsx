import { Button } from '@mui/material'
import { useState } from 'react'
import { useFormat } from '../../format/use-format.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import type { RowError } from './import-props.js'

/** Rows shown at first. */
const SHOWN = 50

/** Wrong rows by line: which column, and what is wrong with it. */
export function RowErrors({ errors }: { errors: readonly RowError[] }) {
  const t = useT(KIT)
  const format = useFormat()
  const [all, setAll] = useState(false)
  if (errors.length === 0) return null
  return (
    <div className="io-card io-scroll-x">
      <table className="io-import-table" aria-label={t('import.errors')}>
        <thead>
          <tr>
            <th className="io-end">{t('import.line')}</th>
            <th>{t('import.column')}</th>
            <th>{t('import.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? errors : errors.slice(0, SHOWN)).map(({ line, column, message }, index) => (
            <tr key={index}>
              <td className="io-end io-num">{format.number(line)}</td>
              <td>
                <bdi className="io-strong">{column}</bdi>
              </td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {errors.length > SHOWN && !all && (
        <Button variant="text" size="small" onClick={() => setAll(true)}>
          {t('import.showAll', { count: errors.length })}
        </Button>
      )}
    </div>
  )
}
