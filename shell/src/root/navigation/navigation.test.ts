import { describe, expect, it } from 'vitest'
import type { ShellPage } from '../page-table'
import { feedModule } from '../modules/test-feed'
import { allItems, currentOf, navigationOf, type NavigationSource } from './navigation'

const load = () => Promise.reject(new Error('not loaded in this test'))
const pages: ShellPage[] = [
  { path: '/tenant-admin', load, entry: { label: 'dashboard', icon: 'dashboard', group: 'first', key: 'D' } },
  { path: '/tenant-admin/users', load, entry: { label: 'users', icon: 'users', group: 'last', permission: 'users.read' } },
  { path: '/tenant-admin/users/:id', load },
]
const crm = feedModule('crm', '1.0.0', {
  navigation: [
    { path: 'deals', label: 'deals', icon: null, key: null },
    { path: 'companies', label: 'companies', icon: null, key: 'C' },
  ],
})

const source = (changes: Partial<NavigationSource> = {}): NavigationSource => ({
  home: '/tenant-admin',
  pages,
  modules: [crm, feedModule('projects')],
  permissions: new Set(['users.read']),
  labelOfEntry: ({ label }) => label,
  ...changes,
})

describe('the navigation', () => {
  it('has the shell’s pages and exactly the enabled modules, in their order', () => {
    expect(allItems(navigationOf(source())).map(({ href }) => href)).toEqual([
      '/tenant-admin',
      '/tenant-admin/crm/deals',
      '/tenant-admin/projects',
      '/tenant-admin/users',
    ])
    expect(navigationOf(source({ modules: [] })).modules).toEqual([])
  })

  it('hides what the person may not see', () => {
    const { last, modules } = navigationOf(source({ permissions: new Set(), modules: [feedModule('crm', '1.0.0', { navigation: [] })] }))
    expect(last).toEqual([])
    expect(modules).toEqual([])
  })

  it('has the pages below an entry of the shell, which are places of their own', () => {
    const entry = { label: 'modules', icon: 'module', group: 'first', pages: [{ path: '/a/modules', label: 'catalogue' }, { path: '/a/keys', label: 'keys' }] } as const
    const [item] = navigationOf(source({ pages: [{ path: '/a/modules', load, entry }] })).first
    expect(item?.pages).toEqual([
      { href: '/a/modules', label: 'catalogue' },
      { href: '/a/keys', label: 'keys' },
    ])
    expect(currentOf(item?.pages ?? [], '/a/keys')?.label).toBe('keys')
  })

  it('names a module’s pages, and only when there are several', () => {
    const [first, second] = navigationOf(source()).modules
    expect(first?.pages).toEqual([
      { href: '/tenant-admin/crm/deals', label: 'deals' },
      { href: '/tenant-admin/crm/companies', label: 'companies' },
    ])
    expect(first?.key).toBe('C')
    expect(second?.pages).toEqual([])
  })
})

describe('the current entry', () => {
  const items = [{ href: '/tenant-admin', isHome: true }, { href: '/tenant-admin/crm' }, { href: '/tenant-admin/crm/deals' }]

  it.each([
    ['/tenant-admin', '/tenant-admin'],
    ['/tenant-admin/crm', '/tenant-admin/crm'],
    ['/tenant-admin/crm/deals/7', '/tenant-admin/crm/deals'],
    ['/tenant-admin/crm/dealsx', '/tenant-admin/crm'],
  ])('of %s is %s', (pathname, expected) => expect(currentOf(items, pathname)?.href).toBe(expected))

  it.each(['/elsewhere', '/tenant-admin/crmx'])('of %s is none', (pathname) => expect(currentOf(items, pathname)).toBeUndefined())
})
