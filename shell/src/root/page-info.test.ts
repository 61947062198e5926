import { describe, expect, it } from 'vitest'
import { areaOf } from './page-info'

describe('the module or page of an address', () => {
  it.each([
    ['/tenant-admin', '/tenant-admin'],
    ['/tenant-admin/crm', '/tenant-admin/crm'],
    ['/tenant-admin/crm/deals/7', '/tenant-admin/crm'],
    ['/super-admin/tenants/1', '/super-admin/tenants'],
  ])('%s → %s', (pathname, expected) => expect(areaOf(pathname)).toBe(expected))
})
