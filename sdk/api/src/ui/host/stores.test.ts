import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isBelow } from './app-router.js'
import { createCommandStore } from './command-store.js'
import { createDirtyGuard } from './dirty-guard.js'
import { createStore } from './store.js'
import { createToastStore } from './toast-store.js'

describe('store', () => {
  test('tells of changes, not of the same value, and stops when asked to', () => {
    const store = createStore(1)
    const changed = vi.fn()
    const stop = store.subscribe(changed)
    store.set(1)
    expect(changed).not.toHaveBeenCalled()
    store.set(2)
    stop()
    store.set(3)
    expect(changed).toHaveBeenCalledTimes(1)
    expect(store.get()).toBe(3)
  })
})

describe('toasts', () => {
  test('last 6 seconds, 10 with undo, errors until closed', () => {
    const toasts = createToastStore()
    const lasts = (init: Parameters<typeof toasts.show>[0]) => {
      toasts.show(init)
      return toasts.get()?.lasts
    }
    expect(lasts('Saved')).toBe(6000)
    expect(lasts({ text: 'Deleted', undo: () => undefined })).toBe(10_000)
    expect(lasts({ text: 'No', tone: 'error' })).toBeNull()
  })

  test('undo runs once and closes; without one it says no', () => {
    const toasts = createToastStore()
    const undo = vi.fn()
    toasts.show({ text: 'Deleted', undo })
    expect([toasts.undo(), toasts.undo()]).toEqual([true, false])
    expect(undo).toHaveBeenCalledTimes(1)
    expect(toasts.get()).toBeNull()
  })

  test('a new one takes the place of the one before', () => {
    const toasts = createToastStore()
    toasts.show('First')
    const first = toasts.get()?.id
    toasts.show('Second')
    expect(toasts.get()).toMatchObject({ text: 'Second' })
    expect(toasts.get()?.id).not.toBe(first)
  })
})

describe('dirty guard', () => {
  const listeners = { addEventListener: vi.fn(), removeEventListener: vi.fn() }
  beforeEach(() => vi.stubGlobal('window', listeners))
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetAllMocks()
  })

  test('is dirty while any form is, and holds the window as long', () => {
    const guard = createDirtyGuard()
    const [first, second] = [guard.mark(), guard.mark()]
    first()
    expect(guard.get()).toBe(true)
    expect(listeners.removeEventListener).not.toHaveBeenCalled()
    second()
    second()
    expect(guard.get()).toBe(false)
    expect(listeners.addEventListener).toHaveBeenCalledTimes(1)
    expect(listeners.removeEventListener).toHaveBeenCalledTimes(1)
  })

  test('asks only when dirty; a no keeps the marks, a yes drops them', async () => {
    const guard = createDirtyGuard()
    const ask = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false).mockResolvedValueOnce(true)
    guard.setAsk(ask)
    expect(await guard.mayLeave()).toBe(true)
    expect(ask).not.toHaveBeenCalled()
    guard.mark()
    expect(await guard.mayLeave()).toBe(false)
    expect(guard.get()).toBe(true)
    expect(await guard.mayLeave()).toBe(true)
    expect(guard.get()).toBe(false)
  })
})

test('commands: the latest set first, gone with its page', () => {
  const commands = createCommandStore()
  const shell = { id: 'shell', actions: [] }
  const page = { id: 'page', actions: [] }
  commands.add(shell)
  const leave = commands.add(page)
  expect(commands.get()).toEqual([page, shell])
  leave()
  expect(commands.get()).toEqual([shell])
})

test.each([
  ['/tenant-admin/crm', true],
  ['/tenant-admin/crm/companies/1', true],
  ['/tenant-admin/crm-2', false],
  ['/tenant-admin', false],
])('%s below /tenant-admin/crm: %s', (pathname, below) => {
  expect(isBelow(pathname, '/tenant-admin/crm')).toBe(below)
})

test('everything is below /', () => {
  expect(isBelow('/anything', '/')).toBe(true)
})
