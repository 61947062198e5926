import type { OpenApi } from '../platform/http/openapi.js'

/** One operation of an OpenAPI document. */
export interface Operation {
  method: string
  /** With `{names}`. */
  path: string
  isPublic: boolean
  hasBody: boolean
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
export const UNKNOWN_ID = '3f2a6f0e-9d6b-4c58-8a51-6f1d2f7c9b11'

interface OperationObject {
  security?: unknown[]
  requestBody?: unknown
}

/** Every operation under `/api/`, as registered. */
export function operationsOf({ paths = {} }: OpenApi): Operation[] {
  return Object.entries(paths as Record<string, Record<string, OperationObject | undefined>>)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method]
        if (!operation) return []
        return [{ method: method.toUpperCase(), path, isPublic: operation.security?.length === 0, hasBody: operation.requestBody !== undefined }]
      }),
    )
}

/** The path with ids that name nothing. */
export const concretePath = ({ path }: Operation, id = UNKNOWN_ID): string =>
  path.replace(/\{([^}]+)\}/g, (_, name: string) => (/module_?id/i.test(name) ? 'no-such-module' : id))
