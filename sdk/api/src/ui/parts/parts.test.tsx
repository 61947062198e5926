import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { DateText, Money, Num } from '../format/figures.js'
import { HostContext, type Host, type Session } from '../host/host-context.js'
import { createStore } from '../host/store.js'
import { Avatar, initialsOf, toneOfText } from './avatar.js'
import { isPlainClick } from './app-link.js'
import { Can } from './can.js'
import { iconNames, iconOf } from './icons.js'
import { shareOf, toneOfShare } from './meter.js'
import { moduleColors } from './module-tile.js'
import { absoluteCrumbs } from './page-frame.js'
import { sparkPoints } from './sparkline.js'
import { StatusChip } from './status-chip.js'
import { Tabs, splitTabs, tabOfKey } from './tabs.js'
import { shapeOf, toneOfState, type Tone } from './tone.js'

const session: Session = {
  organization: null,
  user: { id: 'u', email: 'marta@example.com', first_name: 'Marta', last_name: null },
  permissions: new Set(['notes.read']),
  language: 'en',
  format: { locale: 'en-IE', timeZone: 'Europe/Berlin', currency: 'EUR' },
}
const host = { session: createStore(session) } as unknown as Host
const html = (node: ReactNode) => renderToStaticMarkup(<HostContext value={host}>{node}</HostContext>)

describe('states', () => {
  test('words of the wire and of the page mean the same', () => {
    expect(toneOfState('in_progress')).toEqual({ tone: 'info', shape: 'half' })
    expect(toneOfState('In progress')).toEqual(toneOfState('in_progress'))
    expect(toneOfState('something else')).toEqual({ tone: 'neutral', shape: 'ring' })
  })
  test('no two tones that ask for action share a shape with a calm one', () => {
    const tones: Tone[] = ['neutral', 'success', 'warning', 'danger', 'info']
    expect(new Set(tones.map(shapeOf)).size).toBe(tones.length)
  })
  test('in a cell only what needs action is tinted', () => {
    expect(html(<StatusChip state="in_progress" cell />)).not.toContain('info-tint')
    expect(html(<StatusChip state="overdue" cell />)).toContain('danger-tint')
    expect(html(<StatusChip state="in_progress" />)).toContain('info-tint')
    expect(html(<StatusChip state="in_progress" />)).toContain('In progress')
  })
})

describe('avatar', () => {
  test.each([
    ['Marta Lindqvist', 2, 'ML'],
    ['Anna Maria von der Heide', 2, 'AH'],
    ['port of aarhus', 1, 'P'],
    ['Åland', 2, 'Å'],
    ['  ', 2, ''],
    ['(Test) 3M', 2, 'T3'],
  ])('%s → %s', (name, count, initials) => {
    expect(initialsOf(name, count)).toBe(initials)
  })
  test('initials stay out of the text, and the same id has the same tone', () => {
    expect(html(<Avatar name="Marta Lindqvist" />)).toMatch(/data-initials="ML"[^>]*><\/span>/)
    expect(toneOfText('a-1')).toBe(toneOfText('a-1'))
  })
})

describe('figures', () => {
  test('are numbers in columns; absent ones are quiet dashes', () => {
    expect(html(<Money value="12.5" />)).toBe('<span class="io-num">€12.50</span>')
    expect(html(<Money value={null} />)).toBe('<span class="io-num io-muted">–</span>')
    expect(html(<Num value={0.5} kind="percent" />)).toContain('50%')
  })
  test('dates carry the machine’s form', () => {
    expect(html(<DateText value="2025-11-24" />)).toBe('<time class="io-num" dateTime="2025-11-24">24 Nov 2025</time>')
    expect(html(<DateText value="2025-11-24T13:20:00Z" rel />)).toContain('title="24 Nov 2025, 14:20"')
  })
})

test('Can shows to those who may, and the fallback to others', () => {
  expect(html(<Can permission="notes.read">yes</Can>)).toBe('yes')
  expect(html(<Can permission="notes.write" fallback="no">yes</Can>)).toBe('no')
  expect(html(<Can permission="notes.write">yes</Can>)).toBe('')
})

describe('tabs', () => {
  const items = Array.from({ length: 9 }, (_, index) => ({ id: String(index), label: String(index) }))
  const ids = (list: readonly { id: string }[]) => list.map((item) => item.id).join('')
  test('seven are all shown; of more, the current one is always among them', () => {
    expect(ids(splitTabs(items.slice(0, 7), '0').shown)).toBe('0123456')
    expect(ids(splitTabs(items, '2').shown)).toBe('0123456')
    expect(ids(splitTabs(items, '8').shown)).toBe('0123458')
    expect(ids(splitTabs(items, '8').hidden)).toBe('67')
  })
  test('Tab reaches the open one alone, and the first where none is open', () => {
    const stops = (value: string) => {
      const list = html(<Tabs items={items.slice(0, 3)} value={value} label="Parts" onChange={() => undefined} />)
      return [...list.matchAll(/aria-selected="(\w+)" tabindex="(-?\d)"/gi)].map(([, selected, index]) => `${selected} ${index}`)
    }
    expect(stops('1')).toEqual(['false -1', 'true 0', 'false -1'])
    expect(stops('elsewhere')).toEqual(['false 0', 'false -1', 'false -1'])
  })
  test('arrow keys go round, in the direction of reading', () => {
    const ltr = { count: 3, rtl: false }
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'a'].map((key) => tabOfKey(key, 2, ltr))).toEqual([0, 1, 0, 2, undefined])
    expect(['ArrowRight', 'ArrowLeft'].map((key) => tabOfKey(key, 0, { count: 3, rtl: true }))).toEqual([2, 1])
  })
})

describe('meter', () => {
  test('share and tone of a limit', () => {
    expect([shareOf(30, 60), shareOf(90, 60), shareOf(5, 0), shareOf(-1, 10)]).toEqual([50, 100, 0, 0])
    expect([84.9, 85, 99.9, 100].map(toneOfShare)).toEqual([undefined, 'warning', 'warning', 'danger'])
  })
})

test('a sparkline stays in its box, also when nothing changes', () => {
  expect(sparkPoints([1, 3, 2], 88, 24)).toBe('1.0,21.0 44.0,3.0 87.0,12.0')
  expect(sparkPoints([5, 5], 88, 24)).toBe('1.0,21.0 87.0,21.0')
})

test('crumbs begin with the module, unless the page is the module', () => {
  const paths = { basePath: '/tenant-admin/crm', apiBase: '/api/v1/crm' }
  const crm = { id: 'crm', name: 'CRM', version: '1.0.0', icon: 'contacts', color: '#ff9800', ...paths }
  expect(absoluteCrumbs('CRM', [], crm)).toEqual([])
  expect(absoluteCrumbs('Acme', [{ label: 'Companies', to: 'companies' }], crm)).toEqual([
    { label: 'CRM', href: '/tenant-admin/crm' },
    { label: 'Companies', href: '/tenant-admin/crm/companies' },
  ])
  expect(absoluteCrumbs('Home', [], null)).toEqual([])
})

test('only a plain click is ours', () => {
  const click = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, defaultPrevented: false }
  expect(isPlainClick(click)).toBe(true)
  for (const other of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { defaultPrevented: true }]) {
    expect(isPlainClick({ ...click, ...other })).toBe(false)
  }
})

test('every icon name has a glyph; unknown ones get the blocks', () => {
  for (const name of iconNames()) expect(iconOf(name)).toBeTruthy()
  expect(iconOf('no such')).toBe(iconOf(null))
  for (const seed of ['project', 'people', 'account_balance', 'contacts', 'inventory']) expect(iconOf(seed)).not.toBe(iconOf(null))
})

test('a module’s colour has a form for each scheme', () => {
  expect(moduleColors('#ff9800')).toEqual({ color: 'light-dark(#9f5d00, #ff9800)', background: 'light-dark(#fff6e8, #362b1b)' })
})
