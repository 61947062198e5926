import { expect, test } from 'vitest'
import { byModule, toggled } from './by-module'

const permission = (module_id: string, name: string) => ({ id: name, permission: name, description: name, module_id, module_name: module_id.toUpperCase() })

test('permissions stand below their module', () => {
  const groups = byModule([permission('crm', 'crm.read'), permission('hr', 'hr.read'), permission('crm', 'crm.write')])
  expect(groups.map(({ module_name, permissions }) => [module_name, permissions.map((one) => one.permission)])).toEqual([
    ['CRM', ['crm.read', 'crm.write']],
    ['HR', ['hr.read']],
  ])
})

test('a choice is taken and given back', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
