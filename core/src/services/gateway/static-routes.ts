import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@innoerp/sdk/contract'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ModuleHost } from '../../modules/module-host.js'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { readStored, sendStored, type StoredFile } from './stored-file.js'

export interface StaticDeps {
  /** The shell's `dist`. */
  shellFolder: string
  modules: ModuleHost
}

const UI_FOLDER = /^ui(~\d{1,3})?$/
const FOLDERS = ['shared', 'shell'] as const

/**
 * The browser's files: `/shared/*` and `/shell/*` from the shell's build, `/modules/<id>/<version>/ui/*` from installed modules.
 * Only names that a listing holds are served, so no path leads out. `ui~1` is `ui` under a URL that the browser has not seen yet.
 */
export const staticRoutes = ({ shellFolder, modules }: StaticDeps): FastifyPluginAsyncTypebox => async (app) => {
  const kept = new Map<string, Promise<StoredFile | undefined>>()
  const names = new Map<string, Set<string>>()
  for (const folder of FOLDERS) names.set(folder, new Set((await readdir(path.join(shellFolder, folder)).catch(() => [])).filter((name) => !name.endsWith('.br'))))
  const once = (key: string, read: () => Promise<StoredFile | undefined>) => {
    const known = kept.get(key) ?? read()
    kept.set(key, known)
    void known.then((file) => file ?? kept.delete(key))
    return known
  }
  const schema = { hide: true, params: Type.Record(Type.String(), Type.String({ maxLength: 300 })) }
  const config = { access: 'public' } as const

  app.get('/:folder(^shared|shell$)/:name', { schema, config }, async (request, reply) => {
    const { folder = '', name = '' } = request.params
    const file = names.get(folder)?.has(name) ? await once(`${folder}/${name}`, () => readStored(path.join(shellFolder, folder, name))) : undefined
    void reply.header('cache-control', 'no-store')
    if (!file) throw requestErrors.ROUTE_NOT_FOUND()
    return sendStored(request, reply, file)
  })
  app.get('/modules/:moduleId/:version/:ui/*', { schema, config }, async (request, reply) => {
    const { moduleId = '', version = '', ui = '', '*': name = '' } = request.params
    const unit = UI_FOLDER.test(ui) ? modules.unit(moduleId, version) : undefined
    const integrity = unit && Object.hasOwn(unit.files.ui.files, name) ? unit.files.ui.files[name] : undefined
    void reply.header('cache-control', 'no-store')
    const file = unit && integrity ? await once(`${moduleId}@${version}/${name}`, () => readStored(path.join(unit.files.uiFolder, name), integrity)) : undefined
    if (!file) throw requestErrors.ROUTE_NOT_FOUND()
    return sendStored(request, reply, file)
  })
}
