import { describe, expect, it } from 'vitest'
import { versionManifest } from './version-manifest.js'

const base = { name: '@acme/tool', version: '1.0.0' }

describe('the manifest of a version', () => {
  it('keeps what authors write and drops what only a registry may say', () => {
    const packageJson = { ...base, dependencies: { a: '1' }, _id: 'x', dist: {}, deprecated: 'x', hasInstallScript: false, readme: 'x' }
    expect(versionManifest(packageJson, [])).toEqual({ ...base, dependencies: { a: '1' } })
  })

  it('writes commands in the one way that installers read', () => {
    expect(versionManifest({ ...base, bin: 'cli.js' }, []).bin).toEqual({ tool: 'cli.js' })
    expect(versionManifest({ ...base, bin: { a: 'a.js' } }, []).bin).toEqual({ a: 'a.js' })
    const files = ['bin/one', 'bin/sub/two', 'bin/.hidden', 'binary', 'index.js']
    expect(versionManifest({ ...base, directories: { bin: './bin/' } }, files).bin).toEqual({ one: 'bin/one', two: 'bin/sub/two' })
  })

  it('says when an installation would run scripts', () => {
    expect(versionManifest({ ...base, scripts: { test: 'x' } }, [])).not.toHaveProperty('hasInstallScript')
    for (const script of ['preinstall', 'install', 'postinstall']) {
      expect(versionManifest({ ...base, scripts: { [script]: 'x' } }, []).hasInstallScript).toBe(true)
    }
    expect(versionManifest(base, ['binding.gyp']).hasInstallScript).toBe(true)
    expect(versionManifest({ ...base, gypfile: false }, ['binding.gyp'])).not.toHaveProperty('hasInstallScript')
  })
})
