import { Card, EmptyState, Num, Note, useFormat, useT } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'
import type { ModuleVersion, RegisteredModule } from '../../../../clients/modules'
import { SignatureWord } from '../../../parts/signature-word'
import { useAsked } from '../../../parts/use-asked'
import { PreflightDialog, type PreflightQuestion } from '../../lifecycle/preflight-dialog'
import { IsolationTag, VersionChip } from '../version-chip'
import { ModuleFrame } from './module-frame'
import { VersionActions } from './version-actions'
import { VersionDialog, type VersionQuestion } from './version-dialog'

/** Every version of a module, and what can be done with it. */
export default function VersionsPage() {
  return <ModuleFrame tab="versions">{(module) => <VersionsCard module={module} />}</ModuleFrame>
}

const COLUMNS = ['version', 'state', 'signature', 'isolation', 'size_bytes', 'tenants', 'actions'] as const
const atEnd = (column: string) => ['size_bytes', 'tenants', 'actions'].includes(column)

function VersionsCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const preflight = useAsked<PreflightQuestion>()
  const confirm = useAsked<VersionQuestion>()
  return (
    <Card title={t('versions.title')} count={module.versions.length} flush>
      {module.versions.length === 0 && <EmptyState icon="package" title={t('versions.empty')} text={t('versions.emptyText')} />}
      {module.versions.length > 0 && (
        <table className="io-table pages-versions-table" aria-label={t('versions.title')}>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" data-align={atEnd(name) ? 'end' : undefined}>
                  {name === 'actions' ? <span className="io-sr">{t('field.actions')}</span> : t(`field.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {module.versions.map((version) => (
              <VersionRow key={version.version} version={version}>
                <VersionActions module={module} version={version} onPreflight={preflight.ask} onConfirm={confirm.ask} />
              </VersionRow>
            ))}
          </tbody>
        </table>
      )}
      <PreflightDialog question={preflight.subject} open={preflight.open} onClose={preflight.close} />
      <VersionDialog question={confirm.subject} open={confirm.open} onClose={confirm.close} />
    </Card>
  )
}

function VersionRow({ version: row, children }: { version: ModuleVersion; children: ReactNode }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <tr data-reason={row.error ? '' : undefined}>
        <td data-kind="name">
          <span className="io-strong">{row.version}</span>
        </td>
        <td data-kind="state">
          <VersionChip state={row.state} />
        </td>
        <td data-kind="signature">
          <SignatureWord signature={row.signature} />
        </td>
        <td data-kind="wide">
          <IsolationTag isolation={row.isolation} />
        </td>
        <td data-kind="wide" data-align="end">
          <span className="io-num">{format.size(row.size_bytes)}</span>
        </td>
        <td data-kind="tenants" data-align="end">
          <Num value={row.tenants} />
        </td>
        <td data-kind="actions" data-align="end">
          {children}
        </td>
      </tr>
      {row.error && (
        <tr className="pages-reason">
          <td colSpan={COLUMNS.length}>
            <Note tone={row.state === 'quarantined' ? 'danger' : 'warning'} title={t(row.state === 'quarantined' ? 'versions.quarantined' : 'versions.refused')}>
              {row.error}
            </Note>
          </td>
        </tr>
      )}
    </>
  )
}
