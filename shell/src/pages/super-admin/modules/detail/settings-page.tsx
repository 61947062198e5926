import { Card, EmptyState, NOTHING, useT } from '@innoerp/sdk/ui'
import type { SettingField } from '../../../../clients/modules'
import { ModuleFrame } from './module-frame'

/** What organizations may set of a module; they do it on their own settings page. */
export default function SettingsPage() {
  return <ModuleFrame tab="settings">{({ settings }) => <SettingsCard fields={Object.entries(settings?.properties ?? {})} />}</ModuleFrame>
}

/** A phone has room for what it is and what it begins with. */
const WIDE = 'io-no-phone'
const COLUMNS = [{ name: 'setting' }, { name: 'type', look: WIDE }, { name: 'allowed', look: WIDE }, { name: 'default' }] as const

function SettingsCard({ fields }: { fields: readonly (readonly [string, SettingField])[] }) {
  const t = useT()
  if (fields.length === 0) {
    return (
      <section className="io-card">
        <EmptyState icon="settings" title={t('settings.empty')} text={t('settings.emptyText')} />
      </section>
    )
  }
  return (
    <Card title={t('settings.title')} count={fields.length} flush>
      <p className="io-t2 io-dense pages-pad">{t('settings.text')}</p>
      <table className="io-table pages-settings-table" aria-label={t('settings.title')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column.name} scope="col" className={'look' in column ? column.look : undefined}>
                {t(`field.${column.name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(([name, field]) => (
            <SettingRow key={name} name={name} field={field} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function SettingRow({ name, field }: { name: string; field: SettingField }) {
  const t = useT()
  const type = `settings.type.${field.type ?? 'string'}`
  return (
    <tr>
      <td>
        <span className="io-col">
          <span className="io-strong">{field.title ?? name}</span>
          <span className="io-cap">{field.description ?? <span className="io-mono">{name}</span>}</span>
        </span>
      </td>
      <td className={WIDE}>{t.has(type) ? t(type) : field.type}</td>
      <td className={WIDE}>{allowedOf(field)}</td>
      <td>
        <code className="io-mono">{field.default === undefined ? NOTHING : JSON.stringify(field.default)}</code>
      </td>
    </tr>
  )
}

/** `lead, qualified`, `1–90`, or a dash. */
function allowedOf({ enum: words, minimum, maximum, maxLength }: SettingField): string {
  if (words) return words.map(String).join(', ')
  if (minimum !== undefined || maximum !== undefined) return `${minimum ?? ''}–${maximum ?? ''}`
  return maxLength === undefined ? NOTHING : `≤ ${maxLength}`
}
