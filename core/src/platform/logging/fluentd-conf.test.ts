import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOG_FIELDS } from '../elasticsearch/log-template.js'
import { LogFiles } from './log-files.js'

/** A section of Fluentd's configuration: `<source>`, `<match pattern>`, with what stands in it. */
interface Section {
  name: string
  pattern: string
  values: Record<string, string>
  sections: Section[]
}
const CONF = new URL('../../../../infra/fluentd/fluentd.conf', import.meta.url)
const HOME = '/var/log/innoerp'

function parse(text: string): Section {
  const open: Section[] = [{ name: '', pattern: '', values: {}, sections: [] }]
  for (const line of text.split('\n').map((one) => one.trim())) {
    const inner = open.at(-1) as Section
    const [, name = '', pattern = ''] = /^<(\w+)\s*(.*)>$/.exec(line) ?? []
    const [, key = '', value = ''] = /^(@?\w+)\s+(.+)$/.exec(line) ?? []
    if (line === '' || line.startsWith('#')) continue
    if (line === `</${inner.name}>`) open.pop()
    else if (name !== '') {
      const section = { name, pattern, values: {}, sections: [] }
      inner.sections.push(section)
      open.push(section)
    } else if (key === '') throw new Error(`What is “${line}”?`)
    else inner.values[key] = value
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> has no end.`)
  return open[0] as Section
}

/** As Fluentd's tail reads a path: `**` any folders, `*` anything within one. */
const globOf = (pattern: string) => new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:[^/]+/)*'))}$`)
/** As Ruby's strptime reads a time. */
const timeOf = (format: string) => new RegExp(`^${format.replace('.', '\\.').replace(/%[YmdHMSLz]/g, (part) => ({ '%Y': '\\d{4}', '%L': '\\d{3}', '%z': '(?:Z|[+-]\\d\\d:?\\d\\d)' })[part] ?? '\\d\\d')}$`)

describe('infra/fluentd/fluentd.conf fits what the logger writes', () => {
  let conf: Section
  let files: string[]
  let lines: { file: string; record: Record<string, unknown> }[]
  const only = (name: string, type: string): Section => {
    const found = conf.sections.filter((section) => section.name === name && section.values['@type'] === type)
    expect(found, `${name} of type ${type}`).toHaveLength(1)
    return found[0] as Section
  }
  const inner = (section: Section, name: string) => section.sections.find((one) => one.name === name)?.values ?? {}

  beforeAll(async () => {
    conf = parse(await readFile(CONF, 'utf8'))
    const home = await mkdtemp(path.join(tmpdir(), 'innoerp-logs-'))
    const logs = new LogFiles({ home, debug: true })
    logs.logger('auth-service', 'middleware').info({ action: 'login', duration_ms: 2, extra: 'x' }, 'Signed in')
    logs.logger('crm-module', 'consumers').error({ err: new Error('no luck') }, 'It failed')
    await logs.close()
    const found = await readdir(path.join(home, 'services'), { recursive: true, withFileTypes: true })
    const written = found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
    files = written.map((file) => file.replace(home, HOME))
    lines = []
    for (const [at, file] of written.entries()) lines.push({ file: files[at] ?? '', record: JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown> })
    await rm(home, { recursive: true })
  })
  afterAll(() => expect(files).toHaveLength(2))

  test('the tail finds every file, also the further parts of a day', () => {
    const glob = globOf(only('source', 'tail').values.path ?? '')
    for (const file of files) expect([file, file.replace(/\.log$/, '.1.log')].filter((one) => !glob.test(one))).toEqual([])
    expect(glob.test(`${HOME}/services/auth-service/other/x.log`)).toBe(false)
  })

  test('a line is JSON, whose time the parser reads and leaves in its place', () => {
    const { time_key = '', time_format = '', keep_time_key, '@type': type } = inner(only('source', 'tail'), 'parse')
    expect([type, keep_time_key]).toEqual(['json', 'true'])
    for (const { record } of lines) expect(record[time_key]).toMatch(timeOf(time_format))
    expect(only('match', 'elasticsearch').values.time_key).toBe(time_key)
  })

  test('the service that it takes from the path is the one that the record names', () => {
    const filter = only('filter', 'record_transformer')
    const index = Number(/^\$\{tag_parts\[(\d+)\]\}$/.exec(inner(filter, 'record').service ?? '')?.[1])
    const prefix = only('source', 'tail').values.tag?.replace('.*', '')
    for (const { file, record } of lines) {
      const tag = `${prefix}${file.replaceAll('/', '.')}`
      expect(tag.startsWith(filter.pattern.replace('.**', '.'))).toBe(true)
      expect(tag.split('.')[index]).toBe(record.service)
    }
  })

  test('every field is in the strict template', () => {
    for (const { record } of lines) expect(Object.keys(record).filter((name) => !(name in LOG_FIELDS))).toEqual([])
  })

  test('records wait in files, go out every five seconds, are tried for ever, and arrive under the names of the template', () => {
    const out = only('match', 'elasticsearch')
    expect(out.values).toMatchObject({ logstash_format: 'true', logstash_prefix: 'innoerp', logstash_dateformat: '%Y.%m.%d', suppress_type_name: 'true' })
    expect(inner(out, 'buffer')).toMatchObject({ '@type': 'file', flush_mode: 'interval', flush_interval: '5s', retry_forever: 'true' })
    expect(only('source', 'forward').values).toMatchObject({ port: '24224', bind: '0.0.0.0' })
    expect(out.pattern).toBe('{files,innoerp}.**')
  })
})
