import { Card, DateText, EmptyState, Note, Num, PageFrame, useT } from '@innoerp/sdk/ui'
import { monitoringClient, type Consumer, type Topic } from '../../../clients/monitoring'
import { Loaded } from '../../parts/loaded'
import { PlainTable, type PlainColumn } from '../../parts/plain-table'
import { useAskedApi } from '../../parts/use-asked-api'
import { TenantCommands } from '../tenant-commands'

/** Milliseconds. */
const REPEAT = 10_000

const TOPICS: readonly PlainColumn<Topic>[] = [
  { key: 'topic', render: ({ name }) => <code className="io-mono">{name}</code> },
  { key: 'waiting', figure: true, render: ({ waiting }) => <Num value={waiting} /> },
  { key: 'oldest', figure: true, render: ({ oldest }) => <DateText value={oldest} rel /> },
]
const CONSUMERS: readonly PlainColumn<Consumer>[] = [
  { key: 'consumer', render: ({ group_id }) => <code className="io-mono">{group_id}</code> },
  { key: 'effects', figure: true, render: ({ effects }) => <Num value={effects} /> },
  { key: 'dead_letters', figure: true, render: ({ dead_letters }) => <Num value={dead_letters} /> },
  { key: 'last_effect_at', figure: true, render: ({ last_effect_at }) => <DateText value={last_effect_at} rel /> },
]

/** Events on their way, and who takes them. */
export default function EventsPage() {
  const t = useT()
  const topics = useAskedApi({ key: ['monitor', 'topics'], ask: (api) => monitoringClient(api).topics(), every: REPEAT })
  const consumers = useAskedApi({ key: ['monitor', 'consumers'], ask: (api) => monitoringClient(api).consumers(), every: REPEAT })
  return (
    <PageFrame title={t('events.title')} facts={t('events.facts')}>
      <TenantCommands />
      {topics.data && !topics.data.configured && <Note>{t('events.noBroker')}</Note>}
      <div className="io-grid">
        <Card span={6} title={t('events.topics')} flush>
          <Loaded query={topics} failed={t('events.notLoaded')}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState icon="inbox" title={t('events.empty')} text={t('events.emptyText')} />
              ) : (
                <PlainTable label={t('events.topics')} columns={TOPICS} rows={items} idOf={({ name }) => name} />
              )
            }
          </Loaded>
        </Card>
        <Card span={6} title={t('events.consumers')} flush>
          <Loaded query={consumers} failed={t('events.notLoaded')}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState icon="inbox" title={t('events.noConsumers')} text={t('events.noConsumersText')} />
              ) : (
                <PlainTable label={t('events.consumers')} columns={CONSUMERS} rows={items} idOf={({ group_id }) => group_id} />
              )
            }
          </Loaded>
        </Card>
      </div>
    </PageFrame>
  )
}
