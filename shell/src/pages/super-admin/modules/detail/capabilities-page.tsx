import { Card, EmptyState, ErrorState, Note, SkeletonLines, keys, useHost, useT, type ApiError } from '@innoerp/sdk/ui'
import { useQuery } from '@tanstack/react-query'
import { REGISTRY, moduleClient, type Capabilities, type RegisteredModule } from '../../../../clients/modules'
import { CapabilityRow } from './capability-row'
import { ModuleFrame } from './module-frame'
import { useChange } from './use-change'

/** What a module asks to use beyond its own tables, and what it may. */
export default function CapabilitiesPage() {
  return <ModuleFrame tab="capabilities">{(module) => <CapabilitiesCard module={module} />}</ModuleFrame>
}

function useCapabilities({ id }: RegisteredModule) {
  const { api } = useHost()
  return useQuery<Capabilities, ApiError>({
    queryKey: [...keys.record(REGISTRY, id), 'capabilities'],
    queryFn: ({ signal }) => moduleClient(api, id).capabilities(signal),
  })
}

function CapabilitiesCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const { api } = useHost()
  const { data, error, refetch } = useCapabilities(module)
  const change = useChange((granted: readonly string[]) => moduleClient(api, module.id).grant(granted), {
    done: () => t('capability.saved', { name: module.module_name }),
  })
  const requested = data?.requested ?? []
  const granted = data?.granted ?? []
  const open = requested.filter((word) => !granted.includes(word))
  const grant = (word: string, on: boolean) => change.mutate(on ? [...granted, word] : granted.filter((one) => one !== word))
  return (
    <div className="pages-stack">
      {open.length > 0 && (
        <Note tone="warning" title={t('capability.open', { count: open.length })}>
          {t('capability.openText')}
        </Note>
      )}
      <Card title={t('capability.title')} flush {...(data && { count: requested.length })}>
        {requested.map((word) => (
          <CapabilityRow key={word} word={word} granted={granted.includes(word)} busy={change.isPending} onChange={(on) => grant(word, on)} />
        ))}
        {data && requested.length === 0 && <EmptyState icon="shield" title={t('capability.empty')} text={t('capability.emptyText', { name: module.module_name })} />}
        {error && !data && <ErrorState title={t('capability.notLoaded')} error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <div className="pages-pad">
            <SkeletonLines rows={3} />
          </div>
        )}
      </Card>
    </div>
  )
}
