import { ConfirmDialog, useHost, useT } from '@innoerp/sdk/ui'
import { moduleClient, type ModuleVersion, type RegisteredModule } from '../../../../clients/modules'
import { useStarted } from '../../lifecycle/use-started'

/** What is asked before a version stops serving, serves again or goes. */
export interface VersionQuestion {
  module: Pick<RegisteredModule, 'id' | 'module_name'>
  version: ModuleVersion
  verb: 'deactivate' | 'release' | 'remove'
}

export interface VersionDialogProps {
  question: VersionQuestion | undefined
  open: boolean
  onClose(): void
}

export function VersionDialog({ question, open, onClose }: VersionDialogProps) {
  const t = useT()
  const { api } = useHost()
  const { show } = useStarted()
  if (!question) return null
  const { module, version, verb } = question
  const values = { name: module.module_name, version: version.version }
  const losses = verb === 'release' && version.error ? [{ label: t('versions.reason'), value: version.error }] : []
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t(`${verb}.title`, values)}
      text={t(`${verb}.text`)}
      losses={losses}
      verb={t(`${verb}.verb`)}
      tone={verb === 'remove' ? 'danger' : 'primary'}
      onConfirm={async () => show(await moduleClient(api, module.id)[verb](version.version))}
    />
  )
}
