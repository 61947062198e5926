import { error, type Finding, type Subject } from './subject.js'

/** Every route says who may call it, in the manifest's words. */
export function checkRoutes({ source, inspection }: Subject): Finding[] {
  if (inspection.problem !== undefined) return [error(`setup() fails: ${inspection.problem}`)]
  const { permissions } = source.data.innoerp
  return inspection.routes.flatMap(({ method, url, permission, isPublic }) => {
    const route = `${method} ${url}`
    if (isPublic) return []
    if (permission === undefined) return [error(`${route} has neither a permission nor public: true in its config`)]
    return Object.hasOwn(permissions, permission) ? [] : [error(`${route} needs ${permission}, which the manifest does not declare`)]
  })
}
