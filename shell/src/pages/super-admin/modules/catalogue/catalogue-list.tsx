import { EmptyState, FilterBar, SearchTool, filter, useListState, useT, type Filter } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import type { RegisteredModule } from '../../../../clients/modules'
import { chosen } from '../../../../clients/in-browser'
import { SIGNATURES } from '../../../../clients/module-record'
import { MODULE_STATES, stateOf } from '../module-state'
import { CatalogueTable } from './catalogue-table'

const CATEGORIES = ['Industry-Specific', 'Core']
const FILTERS = [
  filter.choice('state', MODULE_STATES, { multiple: true }),
  filter.choice('signature', SIGNATURES, { multiple: true }),
  filter.choice('category', CATEGORIES),
]

const paramsOf = (filters: readonly Filter[]) => Object.fromEntries(filters.map(({ field, values }) => [field, [...values]]))

/** Modules in a table, with search and filters in the address. */
export function CatalogueList({ modules, isWhole }: { modules: readonly RegisteredModule[]; isWhole: boolean }) {
  const t = useT()
  const { state, update } = useListState()
  const rows = modules.map((module) => ({ ...module, state: stateOf(module) }))
  const found = chosen(rows, { search: state.search, ...paramsOf(state.filters) }, ['module_name', 'module_id', 'description'])
  return (
    <div className="pages-listing">
      <FilterBar fields={FILTERS} value={state.filters} onChange={(filters) => update({ filters })}>
        <SearchTool value={state.search} onChange={(search) => update({ search })} />
      </FilterBar>
      <section className="io-card pages-registry" aria-label={t('catalogue.title')}>
        {found.length > 0 && <CatalogueTable modules={found} />}
        {found.length === 0 && modules.length > 0 && (
          <EmptyState
            filtered
            title={t('module.noMatch')}
            text={t('module.noMatchText')}
            actions={
              <Button variant="outlined" size="small" onClick={() => update({ search: '', filters: [] })}>
                {t('module.clear')}
              </Button>
            }
          />
        )}
        {modules.length === 0 && !isWhole && <EmptyState icon="shield" title={t('catalogue.calm')} text={t('catalogue.calmText')} />}
      </section>
    </div>
  )
}
