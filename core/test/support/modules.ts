import path from 'node:path'

const plugins = path.resolve(import.meta.dirname, '../../../plugins')

/** Folders of the modules that come with the host. */
export const PROJECTS = path.join(plugins, 'projects')
export const CRM = path.join(plugins, 'crm')
export const ALL_MODULES = ['projects', 'crm', 'hr', 'finance', 'inventory'].map((id) => path.join(plugins, id))
