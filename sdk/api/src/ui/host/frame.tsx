import { CacheProvider } from '@emotion/react'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { HostContext, type Host } from './host-context.js'
import { KIT } from '../i18n/i18n.js'
import { LabelsContext, ModuleContext, type ModuleInfo } from './module-context.js'

export interface FrameProps {
  host: Host
  /** The module whose root this is; absent in the shell's own root. */
  module?: ModuleInfo
  /** Namespace of the labels of a root that belongs to no module; the kit's by default. */
  labels?: string
  children: ReactNode
}

/**
 * The contexts of one React root. They do not cross roots, so the shell hands over the values and every root makes its own
 * contexts of them.
 */
export function Frame({ host, module, labels = KIT, children }: FrameProps) {
  const shown = document.documentElement.dataset.scheme === 'dark' ? 'dark' : 'light'
  return (
    <HostContext value={host}>
      <ModuleContext value={module ?? null}>
        <LabelsContext value={labels}>
          <CacheProvider value={host.cache}>
            {/* Without defaultMode MUI would overwrite data-scheme with the device's scheme on mount. */}
            <ThemeProvider theme={host.theme} defaultMode={shown} storageManager={null}>
              <QueryClientProvider client={host.queries}>{children}</QueryClientProvider>
            </ThemeProvider>
          </CacheProvider>
        </LabelsContext>
      </ModuleContext>
    </HostContext>
  )
}
