import { Card, Facts, FormDialog, IconButton, NOTHING, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { RegisteredModule } from '../../../../clients/modules'
import { refreshModules } from '../../lifecycle/use-operation'
import { SignatureWord } from '../../../parts/signature-word'
import { IsolationTag } from '../version-chip'
import { VersionBar } from '../version-bar'
import { ChannelsCard } from './channels-card'
import { DangerCard } from './danger-card'
import { ModuleFrame } from './module-frame'
import { OpenCard } from './open-card'
import { saveWords, wordsForm, wordsOf } from './words-form'

/** A module at a glance, and what concerns all of it. */
export default function OverviewPage() {
  return (
    <ModuleFrame tab="overview">
      {(module) => (
        <div className="io-grid">
          <div className="pages-stack" data-span="8">
            <AboutCard module={module} />
            <ChannelsCard module={module} />
            <OpenCard module={module} />
          </div>
          <div className="pages-stack" data-span="4">
            <FactsCard module={module} />
            <DangerCard module={module} />
          </div>
        </div>
      )}
    </ModuleFrame>
  )
}

function EditWords({ module }: { module: RegisteredModule }) {
  const t = useT()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const words = useMemo(() => wordsOf(module), [module])
  const save = async (...args: Parameters<ReturnType<typeof saveWords>>) => {
    const saved = await saveWords(module)(...args)
    await refreshModules(queries)
    return saved
  }
  return (
    <>
      <IconButton small label={t('words.edit')} onClick={() => setOpen(true)}>
        <Pencil size={15} aria-hidden />
      </IconButton>
      <FormDialog form={wordsForm} record={words} onSubmit={save} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function AboutCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const allowed = Object.entries(module.permissions)
  return (
    <Card title={t('module.about')} actions={!module.core && module.versions.length > 0 && <EditWords module={module} />}>
      <p className="io-t2">{module.description || NOTHING}</p>
      <h3 className="pages-subhead">{t('versions.inUse')}</h3>
      <VersionBar versions={module.versions} />
      <h3 className="pages-subhead">{t('field.permissions')}</h3>
      {allowed.length === 0 ? (
        <p className="io-dense io-muted">{t('module.noPermissions')}</p>
      ) : (
        <ul className="pages-permissions">
          {allowed.map(([permission, meaning]) => (
            <li key={permission}>
              <code className="io-mono" dir="ltr">
                {permission}
              </code>{' '}
              <span className="io-t2 io-dense">{meaning}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function FactsCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const format = useFormat()
  const code = (text: string | null) => (
    <code className="io-mono" dir="ltr">
      {text ?? NOTHING}
    </code>
  )
  const shown = module.versions.find(({ version }) => version === module.module_version) ?? module.versions[0]
  const facts: Fact[] = [
    { label: t('field.package'), value: code(module.package) },
    { label: t('field.module_id'), value: code(module.module_id) },
    { label: t('field.api_endpoint'), value: code(module.api_endpoint) },
    { label: t('field.category'), value: t(`category.${module.category}`) },
    { label: t('field.signature'), value: <SignatureWord signature={module.signature} /> },
    ...(shown ? [{ label: t('field.isolation'), value: <IsolationTag isolation={shown.isolation} /> }] : []),
    ...(shown ? [{ label: t('field.size_bytes'), value: format.size(shown.size_bytes) }] : []),
  ]
  return (
    <Card title={t('module.facts')}>
      <Facts items={facts} />
    </Card>
  )
}
