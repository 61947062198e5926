import { createContext, use } from 'react'
import { KIT } from '../i18n/i18n.js'

/** What a part of the page knows about the module that it belongs to. */
export interface ModuleInfo {
  id: string
  name: string
  version: string
  /** A name of the icon set. */
  icon: string
  /** `#rrggbb`. */
  color: string
  /** Where its pages live, e.g. `/tenant-admin/crm`. */
  basePath: string
  /** Where its routes live, e.g. `/api/v1/crm`. */
  apiBase: string
}

export const ModuleContext = createContext<ModuleInfo | null>(null)

/** The labels of what stands outside of modules: the shell's own pages. */
export const LabelsContext = createContext<string>(KIT)

/** The module that this component was shipped with; null in the shell itself. */
export const useModule = (): ModuleInfo | null => use(ModuleContext)
