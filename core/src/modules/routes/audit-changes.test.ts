import { expect, test } from 'vitest'
import { actionOf } from './audit-changes.js'

test.each([
  ['POST', '/api/v1/module-registry/install', 'module-registry.install'],
  ['POST', '/api/v1/module-registry/:module_id/versions/:version/activate', 'module-registry.versions.activate'],
  ['DELETE', '/api/v1/module-registry/:module_id', 'module-registry.deleted'],
  ['PUT', '/api/v1/module-registry/:module_id/capabilities', 'module-registry.capabilities.changed'],
  ['POST', '/api/v1/trusted-keys', 'trusted-keys.created'],
  ['POST', '/api/v1/rollouts/:id/advance', 'rollouts.advance'],
  ['POST', '/api/v1/module-registry/:module_id/preflight', undefined],
  ['GET', '/api/v1/operations', undefined],
])('%s %s is %s', (method, url, action) => expect(actionOf(method, url)).toBe(action))
