import {
  BusyButton,
  ErrorState,
  KIT,
  ModuleTile,
  Note,
  SkeletonLines,
  errorText,
  loadLabels,
  namespaceOf,
  useHost,
  useT,
  type ApiError,
} from '@innoerp/sdk/ui'
import type { FeedModule } from '@innoerp/sdk/contract'
import { Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readSettings, settingsPath, type ModuleSettings } from '../../../../clients/module-settings'
import { moduleInfoOf } from '../../../../root/modules/module-files'
import { SettingInput } from './setting-input'
import { useSettingsForm } from './use-settings-form'

/** What an organization can set in one module: a form made from the schema in its manifest. */
export function ModuleSettingsCard({ module }: { module: FeedModule }) {
  const t = useT()
  const { data, error, refetch } = useQuery<ModuleSettings, ApiError>({
    queryKey: [settingsPath(module.module_id)],
    queryFn: ({ signal }) => readSettings(module.module_id, signal),
  })
  useLabelsOf(module)
  return (
    <section className="io-card" aria-labelledby={`settings-${module.module_id}`}>
      <header className="io-card-head">
        <ModuleTile color={module.color} icon={module.icon} />
        <h2 className="io-trunc" id={`settings-${module.module_id}`}>
          {module.name}
        </h2>
      </header>
      {data && <Form module={module} settings={data} />}
      {!data && error && <ErrorState error={error} title={t('settings.organization.notLoaded')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={2} />
        </div>
      )}
    </section>
  )
}

/** The names of the settings are among the module's labels; without them those of the schema stand. */
function useLabelsOf(module: FeedModule): void {
  const { load, report } = useHost()
  useEffect(() => {
    const info = moduleInfoOf(module)
    load(info.id)
      .then(({ locales }) => loadLabels(namespaceOf(info), locales))
      .catch((error: unknown) => report(info.id, error))
  }, [module, load, report])
}

function Form({ module, settings }: { module: FeedModule; settings: ModuleSettings }) {
  const t = useT()
  const kit = useT(KIT)
  const words = useT(namespaceOf(moduleInfoOf(module)))
  const form = useSettingsForm(module.module_id, settings)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.save()
      }}
    >
      {form.error !== undefined && <Note tone="danger">{errorText(kit, form.error)}</Note>}
      {form.fields.map((field) => (
        <SettingInput
          key={field.name}
          field={field}
          value={form.inputs[field.name] ?? ''}
          error={form.problems[field.name]}
          words={words}
          t={t}
          onChange={(input) => form.set(field.name, input)}
        />
      ))}
      {(form.dirty || form.changed) && (
        <div className="pages-setting-foot">
          {form.changed && (
            <Button variant="text" onClick={form.reset} disabled={form.busy}>
              {t('moduleSettings.reset')}
            </Button>
          )}
          <span className="io-grow" />
          {form.dirty && (
            <>
              <Button variant="text" onClick={form.discard} disabled={form.busy}>
                {t('action.discard')}
              </Button>
              <BusyButton type="submit" variant="contained" busy={form.busy}>
                {t('settings.save')}
              </BusyButton>
            </>
          )}
        </div>
      )}
    </form>
  )
}
