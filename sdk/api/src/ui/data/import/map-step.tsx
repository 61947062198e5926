import { Button } from '@mui/material'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { MenuItem, Select } from '../../mui/index.js'
import { Note } from '../../parts/note.js'
import { fieldLabel } from '../list/labels.js'
import { missingFields, type ImportField } from './mapping.js'
import type { ImportHandle } from './use-import.js'

interface MapStepProps {
  flow: ImportHandle
  fields: readonly ImportField[]
}

/** Which column of the file goes into which field, with the first values of each. */
export function MapStep({ flow, fields }: MapStepProps) {
  const t = useT()
  const kit = useT(KIT)
  const { head, mapping, file } = flow.state
  const missing = missingFields(mapping, fields)
  const missingNames = missing.map((field) => fieldLabel(t, field.name, field.label)).join(', ')
  if (!head) return null
  return (
    <>
      <p className="io-t2">{kit('import.mapText', { file: file?.name ?? '', count: head.columns.length })}</p>
      {missing.length > 0 && <Note tone="warning">{kit('import.missing', { fields: missingNames })}</Note>}
      <div className="io-card io-scroll-x">
        <table className="io-import-table">
          <thead>
            <tr>
              <th>{kit('import.column')}</th>
              <th className="io-no-phone">{kit('import.sample')}</th>
              <th>{kit('import.field')}</th>
            </tr>
          </thead>
          <tbody>
            {head.columns.map((column, index) => (
              <tr key={column}>
                <td>
                  <bdi className="io-strong">{column}</bdi>
                </td>
                <td className="io-no-phone">
                  <bdi className="io-cap">{sampleOf(head.rows, index)}</bdi>
                </td>
                <td>
                  <FieldSelect column={column} fields={fields} value={mapping[column]} onChange={(field) => flow.map(column, field)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="io-import-foot">
        <Button variant="text" onClick={flow.back}>
          {kit('action.back')}
        </Button>
        <Button variant="contained" disabled={missing.length > 0} onClick={flow.check}>
          {kit('import.check')}
        </Button>
      </div>
    </>
  )
}

const sampleOf = (rows: readonly (readonly string[])[], index: number) =>
  rows
    .map((row) => row[index] ?? '')
    .filter(Boolean)
    .join(' · ')

interface FieldSelectProps {
  column: string
  fields: readonly ImportField[]
  value: string | undefined
  onChange(field: string | undefined): void
}

function FieldSelect({ column, fields, value, onChange }: FieldSelectProps) {
  const t = useT()
  const kit = useT(KIT)
  return (
    <Select
      fullWidth
      displayEmpty
      size="small"
      value={value ?? ''}
      className={value === undefined ? 'io-muted' : undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
      inputProps={{ 'aria-label': kit('import.fieldOf', { column }) }}
    >
      <MenuItem value="">{kit('import.leaveOut')}</MenuItem>
      {fields.map((field) => (
        <MenuItem key={field.name} value={field.name}>
          {fieldLabel(t, field.name, field.label)}
        </MenuItem>
      ))}
    </Select>
  )
}
