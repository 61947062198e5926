import { EmptyState, ErrorState, FilterBar, SearchTool, SkeletonLines, filter, useAll, useFormat, useListState, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Download } from 'lucide-react'
import { chosen } from '../../../../clients/in-browser'
import { SIGNATURES } from '../../../../clients/module-record'
import { availablePackages, type AvailablePackage } from '../../../../clients/modules'
import { ModuleMark } from '../../../parts/module-mark'
import { SignatureWord } from '../../../parts/signature-word'
import { useAsked } from '../../../parts/use-asked'
import { PreflightDialog, type PreflightQuestion } from '../../lifecycle/preflight-dialog'
import { IsolationTag } from '../version-chip'
import { useInstallQuestion } from '../use-questions'

const FILTERS = [filter.choice('signature', SIGNATURES, { multiple: true })]

/** What the registry holds and the host has not installed. */
export function AvailableList() {
  const t = useT()
  const { data, error, refetch } = useAll(availablePackages)
  const { state, update } = useListState()
  const install = useInstallQuestion()
  const asked = useAsked<PreflightQuestion>()
  const params = { search: state.search, ...Object.fromEntries(state.filters.map(({ field, values }) => [field, [...values]])) }
  const found = data && chosen(data, params, ['module_name', 'module_id', 'package', 'description'])
  return (
    <div className="pages-listing">
      <FilterBar fields={FILTERS} value={state.filters} onChange={(filters) => update({ filters })}>
        <SearchTool value={state.search} onChange={(search) => update({ search })} />
      </FilterBar>
      <section className="io-card" aria-label={t('catalogue.available')}>
        {found?.map((one) => (
          <PackageRow key={one.id} one={one} onInstall={() => asked.ask(install(one))} />
        ))}
        {data?.length === 0 && <EmptyState icon="package" title={t('available.empty')} text={t('available.emptyText')} />}
        {found?.length === 0 && data && data.length > 0 && <EmptyState filtered title={t('module.noMatch')} text={t('module.noMatchText')} />}
        {error && !data && <ErrorState title={t('available.notLoaded')} error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <div className="pages-pad">
            <SkeletonLines />
          </div>
        )}
      </section>
      <PreflightDialog question={asked.subject} open={asked.open} onClose={asked.close} />
    </div>
  )
}

function PackageRow({ one, onInstall }: { one: AvailablePackage; onInstall(): void }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="io-list-item pages-package">
      <ModuleMark module={one} size={30} />
      <span className="io-col io-grow">
        <span className="io-strong io-trunc" title={one.module_name}>
          {one.module_name} <span className="io-muted pages-light">{one.module_version}</span>
        </span>
        <span className="io-cap io-trunc">{one.description}</span>
        <span className="io-cap io-trunc">
          <span className="io-mono">{one.package}</span> · {format.size(one.size_bytes)}
        </span>
      </span>
      <span className="pages-package-marks">
        <SignatureWord signature={one.signature} />
        <IsolationTag isolation={one.isolation} />
      </span>
      <Button variant="outlined" size="small" startIcon={<Download size={15} />} onClick={onInstall} aria-label={t('available.installName', { name: one.module_name })}>
        {t('available.install')}
      </Button>
    </div>
  )
}
