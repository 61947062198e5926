import { Facts, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import type { Preflight } from '../../../clients/modules'

/** Names beyond this are counted. */
const NAMED = 4

/** Whom and what it touches. */
export function ImpactFacts({ impact }: { impact: Preflight['impact'] }) {
  const t = useT()
  const { tenants, dependents, row_counts, migrations, capabilities } = impact
  const tables = Object.entries(row_counts).filter(([, rows]) => rows > 0)
  const facts: Fact[] = [
    { label: t('impact.tenants'), value: <Names names={tenants.map(({ name }) => name)} none={t('impact.noTenants')} /> },
    { label: t('impact.dependents'), value: <Names names={dependents.map(({ module_id, version }) => `${module_id} ${version}`)} none={t('impact.noDependents')} /> },
    { label: t('impact.rows'), value: tables.length === 0 ? t('impact.noRows') : <Rows tables={tables} /> },
    ...(migrations.length > 0 ? [{ label: t('impact.migrations'), value: <Lines lines={migrations.map(({ file, phase }) => `${file} · ${phase}`)} /> }] : []),
    ...(capabilities.length > 0 ? [{ label: t('impact.capabilities'), value: <Lines lines={capabilities} /> }] : []),
  ]
  return <Facts items={facts} />
}

function Names({ names, none }: { names: readonly string[]; none: string }) {
  const t = useT()
  if (names.length === 0) return none
  const rest = names.length - NAMED
  const shown = names.slice(0, NAMED).join(', ')
  return <bdi>{rest > 0 ? t('impact.andMore', { names: shown, count: rest }) : shown}</bdi>
}

function Rows({ tables }: { tables: readonly (readonly [string, number])[] }) {
  const t = useT()
  const format = useFormat()
  const all = tables.reduce((sum, [, rows]) => sum + rows, 0)
  return (
    <>
      {t('impact.rowCount', { count: all })}
      <ul className="pages-tables">
        {tables.map(([table, rows]) => (
          <li key={table}>
            <code className="io-mono">{table}</code>
            <span className="io-num">{format.number(rows)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>
        <code className="io-mono">{line}</code>
      </li>
    ))}
  </ul>
)
