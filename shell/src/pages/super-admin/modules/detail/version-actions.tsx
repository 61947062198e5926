import { IconButton, Menu, MenuItem, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { ModuleVersion, RegisteredModule } from '../../../../clients/modules'
import type { PreflightQuestion } from '../../lifecycle/preflight-dialog'
import { useActivateQuestion, useInstallQuestion } from '../use-questions'
import type { VersionQuestion } from './version-dialog'
import { verbsOf, type VersionVerb } from './version-verbs'

export interface VersionActionsProps {
  module: RegisteredModule
  version: ModuleVersion
  /** For what brings a version: first it is shown what that means. */
  onPreflight(question: PreflightQuestion): void
  onConfirm(question: VersionQuestion): void
}

/** What can be done with a version: the first as a button, the rest in a menu. */
export function VersionActions({ module, version, onPreflight, onConfirm }: VersionActionsProps) {
  const t = useT()
  const install = useInstallQuestion()
  const activate = useActivateQuestion(module)
  const [first, ...rest] = verbsOf(version)
  const begin = (verb: VersionVerb) => {
    if (verb === 'install' && module.package) return onPreflight(install({ ...module, package: module.package, module_version: version.version }))
    if (verb === 'activate') return onPreflight(activate(version))
    onConfirm({ module, version, verb: verb as VersionQuestion['verb'] })
  }
  if (!first) return <span className="io-cap">{t('versions.inUseShort')}</span>
  return (
    <span className="io-row pages-version-actions">
      <Button variant="outlined" size="small" onClick={() => begin(first)} aria-label={t(`versionVerb.${first}Name`, { version: version.version })}>
        {t(`versionVerb.${first}`)}
      </Button>
      {rest.length > 0 && <MoreActions version={version.version} verbs={rest} onChoose={begin} />}
    </span>
  )
}

function MoreActions({ version, verbs, onChoose }: { version: string; verbs: readonly VersionVerb[]; onChoose(verb: VersionVerb): void }) {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton small label={t('versions.actions', { version })} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {verbs.map((verb) => (
          <MenuItem
            key={verb}
            onClick={() => {
              setAnchor(null)
              onChoose(verb)
            }}
          >
            {t(`versionVerb.${verb}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
