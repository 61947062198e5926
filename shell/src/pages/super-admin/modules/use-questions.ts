import { useHost, useT } from '@innoerp/sdk/ui'
import { installPackage, moduleClient, type AvailablePackage, type ModuleVersion, type RegisteredModule } from '../../../clients/modules'
import type { PreflightQuestion } from '../lifecycle/preflight-dialog'

/** What is asked before a package of the registry is installed. */
export function useInstallQuestion(): (one: Pick<AvailablePackage, 'module_id' | 'module_name' | 'package' | 'module_version'>) => PreflightQuestion {
  const t = useT()
  const { api } = useHost()
  return ({ module_id, module_name, package: name, module_version: version }) => ({
    moduleId: module_id,
    request: { action: 'install', version },
    title: t('install.title', { name: module_name, version }),
    text: t('install.text'),
    verb: t('install.verb'),
    start: () => installPackage(api, { package: name, version }),
  })
}

/** What is asked before a version that is here begins to serve. */
export function useActivateQuestion({ module_id, module_name }: Pick<RegisteredModule, 'module_id' | 'module_name'>): (version: ModuleVersion) => PreflightQuestion {
  const t = useT()
  const { api } = useHost()
  return ({ version }) => ({
    moduleId: module_id,
    request: { action: 'upgrade', version },
    title: t('activate.title', { name: module_name, version }),
    text: t('activate.text'),
    verb: t('activate.verb'),
    start: () => moduleClient(api, module_id).activate(version),
  })
}

/** What is asked before a module goes. */
export function useUninstallQuestion({ module_id, module_name }: Pick<RegisteredModule, 'module_id' | 'module_name'>): () => PreflightQuestion {
  const t = useT()
  const { api } = useHost()
  return () => ({
    moduleId: module_id,
    request: { action: 'uninstall' },
    title: t('uninstall.title', { name: module_name }),
    text: t('uninstall.text'),
    verb: t('uninstall.verb'),
    tone: 'danger',
    whatever: true,
    start: () => moduleClient(api, module_id).uninstall(),
  })
}
