import { EmptyState, PageFrame, useT } from '@innoerp/sdk/ui'
import { monitoringClient } from '../../../clients/monitoring'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'
import { TenantCommands } from '../tenant-commands'

/** Kibana's dashboards inside of the page, where the platform has one. */
export default function KibanaPage() {
  const t = useT()
  const query = useAskedApi({ key: ['monitor', 'kibana'], ask: (api) => monitoringClient(api).kibana() })
  return (
    <PageFrame title={t('kibana.title')}>
      <TenantCommands />
      <Loaded query={query} failed={t('kibana.notLoaded')}>
        {({ url }) =>
          url === null ? (
            <EmptyState icon="chart" title={t('kibana.empty')} text={t('kibana.emptyText')} />
          ) : (
            <iframe className="pages-frame" src={url} title={t('kibana.title')} referrerPolicy="no-referrer" />
          )
        }
      </Loaded>
    </PageFrame>
  )
}
