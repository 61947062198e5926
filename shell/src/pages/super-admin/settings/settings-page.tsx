import { FormPage, PageFrame, formOf, resource, useHost, useT, type AnyRecord } from '@innoerp/sdk/ui'
import { useMemo, useState } from 'react'
import { SETTINGS, SIGN_UP_KINDS, platformClient, type PlatformSettings } from '../../../clients/platform'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'

type SettingsRecord = PlatformSettings & AnyRecord

const form = formOf<SettingsRecord, Partial<PlatformSettings>>({
  name: 'platform',
  schema: {
    properties: {
      signup: { type: 'string', enum: SIGN_UP_KINDS },
      trial_days: { type: 'integer', minimum: 1, maximum: 365 },
      support_email: { type: 'string', format: 'email', minLength: 1, maxLength: 254 },
      notice: { type: 'string', maxLength: 500 },
    },
    required: ['signup', 'trial_days'],
  },
  target: resource(SETTINGS),
  fields: { notice: { kind: 'multiline', lines: 3 } },
})

/** What holds for the whole platform. */
export default function SettingsPage() {
  const t = useT()
  const query = useAskedApi({ key: [SETTINGS], ask: (api) => platformClient(api).settings() })
  if (query.data) return <SettingsForm settings={query.data} />
  return (
    <PageFrame title={t('platform.title')}>
      <Loaded query={query} failed={t('platform.notLoaded')}>
        {() => null}
      </Loaded>
    </PageFrame>
  )
}

function SettingsForm({ settings }: { settings: PlatformSettings }) {
  const t = useT()
  const { api } = useHost()
  // Saved or given up, the form begins anew with what holds now.
  const [turn, setTurn] = useState(0)
  const record = useMemo<SettingsRecord>(() => ({ id: 'settings', ...settings }), [settings])
  const again = () => setTurn((before) => before + 1)
  return (
    <FormPage
      key={turn}
      form={form}
      title={t('platform.title')}
      record={record}
      onSubmit={async (body) => void (await platformClient(api).saveSettings(body))}
      onCancel={again}
      onDone={again}
    />
  )
}
