import { describe, expect, it, vi } from 'vitest'
import { createSlotRegistry } from './slot-registry'
import { feedModule, feedOf } from './test-feed'

const tabs = { 'crm.company.tabs': [{ component: 'Projects', label: 'title' }] }

describe('slots', () => {
  it('hold the parts of all modules, in their order', () => {
    const slots = createSlotRegistry()
    slots.set(feedOf([feedModule('projects', '1.0.0', { slots: tabs }), feedModule('notes', '1.0.0', { slots: tabs })]))
    const parts = slots.get('crm.company.tabs').map(({ module, component }) => `${module.id} ${component}`)
    expect(parts).toEqual(['projects Projects', 'notes Projects'])
    expect(slots.get('nobody.knows')).toEqual([])
  })

  it('tell of every change, and keep what did not change', () => {
    const slots = createSlotRegistry()
    const changed = vi.fn<() => void>()
    slots.subscribe(changed)
    const projects = feedModule('projects', '1.0.0', { slots: tabs })
    slots.set(feedOf([projects]))
    const before = slots.get('crm.company.tabs')
    slots.set(feedOf([projects, feedModule('crm')]))
    expect(slots.get('crm.company.tabs')).toBe(before)
    slots.set(feedOf([feedModule('crm')]))
    expect(slots.get('crm.company.tabs')).toEqual([])
    expect(changed).toHaveBeenCalledTimes(3)
  })
})
