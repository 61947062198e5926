import { describe, expect, it } from 'vitest'
import { assertName, isName, isTag, isVersion, tarballName, versionOfTarball } from './names.js'

describe('names', () => {
  it('are those that npm takes for new packages', () => {
    expect(['notes', '@acme/notes', '@acme/notes.v2_x-y'].filter((name) => !isName(name))).toEqual([])
    expect(
      ['', 'Notes', '../x', '@acme', '@acme/', '@acme/../x', '@acme/a/b', 'a b', '.x', '_x', 'fs', 'a\0', 'x'.repeat(215)].filter(isName),
    ).toEqual([])
  })

  it('are refused with the reason', () => {
    expect(() => assertName('Notes')).toThrow(/capital letters/)
  })
})

describe('versions', () => {
  it('have one spelling', () => {
    expect(['1.0.0', '0.0.1-beta.1', '1.0.0-dev.ABC'].filter((version) => !isVersion(version))).toEqual([])
    expect(['v1.0.0', '1.0', '1.0.0+x', ' 1.0.0', '01.0.0', `1.0.0-${'a'.repeat(200)}`].filter(isVersion)).toEqual([])
  })
})

describe('dist-tags', () => {
  it('cannot be mistaken for a version or a range', () => {
    expect(['latest', 'next-11', '18-lts'].filter((tag) => !isTag(tag))).toEqual([])
    expect(['1.0.0', '1.x', '1', 'x', '^1', '', 'a b', '-a', '../a', 'a'.repeat(101)].filter(isTag)).toEqual([])
  })
})

describe('file names of tarballs', () => {
  it('lead back to the version they were made from', () => {
    for (const [name, version] of [
      ['notes', '1.0.0'],
      ['@acme/notes-1.0.0', '2.0.0-beta.1'],
    ] as const) {
      expect(versionOfTarball(name, tarballName(name, version))).toBe(version)
    }
    expect(
      ['notes-1.0.0.zip', 'other-1.0.0.tgz', 'notes-latest.tgz', 'notes-../1.0.0.tgz'].map((file) => versionOfTarball('notes', file)),
    ).toEqual(Array.from({ length: 4 }, () => undefined))
  })
})
