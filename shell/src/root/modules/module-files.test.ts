import { describe, expect, it } from 'vitest'
import { entryNameOf, folderOf } from './module-files'
import { feedModule } from './test-feed'

describe('the files of a module', () => {
  const module = feedModule('crm', '2.5.0')

  it('lie in the entry’s folder', () => {
    expect(folderOf(module, 0)).toBe('/modules/crm/2.5.0/ui/')
    expect(entryNameOf(module)).toBe('index.js')
  })

  it('have an address that nothing has seen at every further attempt', () => {
    expect(folderOf(module, 1)).toBe('/modules/crm/2.5.0/ui~1/')
    expect(folderOf(module, 2)).toBe('/modules/crm/2.5.0/ui~2/')
  })
})
