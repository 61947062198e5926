import { describe, expect, it } from 'vitest'
import { PathLedger } from './path-ledger.js'

describe('the paths of a tarball', () => {
  it('are taken below package/, folders before or after their files', () => {
    const ledger = new PathLedger()
    expect(ledger.addFolder('package/')).toBeUndefined()
    expect(ledger.addFile('package/ui/index.js')).toBeUndefined()
    expect(ledger.addFolder('package/ui/')).toBeUndefined()
    expect(ledger.addFile('package/..index.js')).toBeUndefined()
    expect(ledger.files).toEqual(['ui/index.js', '..index.js'])
  })

  it.each([
    '../a',
    'package/../a',
    'package/./a',
    'package//a',
    '/a',
    'other/a',
    'package',
    'package/a\\b',
    'package/c:d',
    'package/a\nb',
    `package/${'a'.repeat(600)}`,
  ])('%j is refused', (path) => {
    expect(new PathLedger().addFile(path)).toBeDefined()
  })

  it('never stand for one file on a disk that folds case or composes letters', () => {
    const ledger = new PathLedger()
    expect(ledger.addFile('package/\u00e9.js')).toBeUndefined()
    expect(ledger.addFile('package/e\u0301.js')).toBeDefined()
    expect(ledger.addFile('package/\u00c9.JS')).toBeDefined()
  })
})
