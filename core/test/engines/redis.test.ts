import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, whyNotHere, type EngineProcess, type RunningEngine } from '../../../infra/local/start.mjs'
import { SettingsError } from '../../src/config/settings-error.js'
import { loadConfig } from '../../src/config/config.js'
import { connectRedis } from '../../src/platform/redis/client.js'
import type { TestClient } from '../../src/testing/index.js'
import { readFeeds } from '../support/feed-stream.js'
import { writeSmallModule } from '../support/small-module.js'
import { createTwinHosts, type TwinHosts } from '../support/twin-hosts.js'

const why = await whyNotHere('redis')
const PASSWORD = 'a password of Redis'
const REQUESTS = 40

const SETUP = `return { routes: async (app) => void app.get('/', { config }, async (request) => ({ of: request.context.organization.id })) }`

interface Feed {
  modules: { module_id: string }[]
}

describe.skipIf(why !== undefined)('two hosts on one Redis and one database', () => {
  let engine: RunningEngine
  let redis: EngineProcess
  let twins: TwinHosts

  beforeAll(async () => {
    engine = await startEngine('redis', { port: 0, options: { password: PASSWORD } })
    redis = engine.processes.redis as EngineProcess
    const settings = { REDIS_URL: engine.url.replace('//', `//:${encodeURIComponent(PASSWORD)}@`), INNOERP_LIMIT_REQUESTS: String(REQUESTS), INNOERP_LIMIT_LOGIN: '1000' }
    twins = await createTwinHosts({ modules: [await writeSmallModule({ id: 'twin', setup: SETUP })], settings })
  })
  afterAll(async () => {
    await twins?.close()
    await engine?.stop()
  })

  const isAway = async (port: number): Promise<boolean> => {
    const { body } = await twins.a.client('localhost').get<{ degraded?: { setting: string }[] }>('/health')
    const other = await twins.atB(twins.a.client('localhost')).get<{ degraded?: { setting: string }[] }>('/health')
    return (port === twins.a.port ? body : other.body).degraded?.some(({ setting }) => setting === 'REDIS_URL') ?? false
  }
  const areBack = async () => !(await isAway(twins.a.port)) && !(await isAway(twins.b.port))

  test('a limit is counted together', async () => {
    const one = await twins.a.acme.person('employee')
    const both = [one, twins.atB(one)]
    const answers = []
    for (let asked = 0; asked < REQUESTS + 4; asked += 1) answers.push(await (both[asked % 2] as TestClient).get('/api/v1/auth/me'))
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(REQUESTS).fill(200), 429, 429, 429, 429])
    expect(answers[1]?.headers['ratelimit-remaining']).toBe(String(REQUESTS - 2))
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('a log-in that fails ten times is shut on both', async () => {
    const { acme } = twins.a
    const wrong = { email: 'owner@acme.example', password: 'Not-the-password-1' }
    const both = [acme.anonymous(), twins.atB(acme.anonymous())]
    const statuses = []
    for (let asked = 0; asked < 11; asked += 1) statuses.push((await (both[asked % 2] as TestClient).post('/api/v1/auth/login', wrong)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429])
  })

  test('who is blocked on one is refused on the other at once', async () => {
    const person = await twins.a.globex.person('employee')
    const there = twins.atB(person)
    await there.get('/api/v1/auth/me').expect(200)
    await twins.a.globex.admin.patch(`/api/v1/users/${person.userId}/status`, { is_active: false }).expect(200)
    await expect.poll(async () => (await there.get('/api/v1/auth/me')).status, { timeout: 1_000, interval: 20 }).toBe(401)
  })

  test('a module enabled on one is in the open feeds of the other within a second', async () => {
    const { acme, superAdmin } = twins.a
    const stream = await readFeeds<Feed>(twins.atB(acme.admin))
    expect((await stream.next()).modules.map(({ module_id }) => module_id)).toContain('twin')
    const set = (is_enabled: boolean) => superAdmin.patch(`/api/v1/modules/organization/${acme.id}/twin`, { is_enabled }).expect(200)
    for (const isEnabled of [false, true]) {
      await set(isEnabled)
      const changedAt = performance.now()
      for (let feed = await stream.next(); feed.modules.some(({ module_id }) => module_id === 'twin') !== isEnabled; ) feed = await stream.next()
      expect(performance.now() - changedAt).toBeLessThan(1_000)
    }
    stream.close()
  })

  test('super admins see what Redis holds and does', async () => {
    interface Shown {
      configured: boolean
      engine: string
      items: Record<string, number | string>[]
    }
    const read = <T = Shown>(what: string) => twins.a.superAdmin.get<T>(`/api/v1/monitor/redis/${what}`).expect(200)
    const [stats, memory, keys, hits] = [await read('stats'), await read('memory'), await read('keys'), await read<{ engine: string; hits: number }>('cache-stats')]
    expect(stats).toMatchObject({ configured: true, engine: 'redis', items: [{ version: expect.stringMatching(/^\d+\.\d+/) }] })
    expect(Number(stats.items[0]?.commands)).toBeGreaterThan(REQUESTS)
    expect(Number(stats.items[0]?.clients)).toBeGreaterThanOrEqual(4)
    expect(Number(memory.items[0]?.peak_bytes)).toBeGreaterThanOrEqual(Number(memory.items[0]?.used_bytes))
    expect(keys.items).toContainEqual({ pattern: 'ratelimit:{id}:…', count: expect.any(Number) })
    expect(JSON.stringify(keys)).not.toContain('@')
    expect(hits).toMatchObject({ engine: 'redis' })
  })

  const proveWithoutRedis = async (blocked: TestClient & { userId: string }): Promise<void> => {
    expect(await isAway(twins.a.port)).toBe(true)
    await twins.a.superAdmin.get('/api/v1/monitor/redis/stats').expect(503)
    await twins.a.acme.admin.patch(`/api/v1/users/${blocked.userId}/status`, { is_active: false }).expect(200)
    await expect.poll(async () => (await twins.atB(blocked).get('/api/v1/auth/me')).status, { timeout: 1_000, interval: 20 }).toBe(401)
    const wrong = { email: `nobody-${Math.random()}@globex.example`, password: 'Not-the-password-1' }
    const guesses = []
    for (let asked = 0; asked < 11; asked += 1) guesses.push((await twins.a.globex.anonymous().post('/api/v1/auth/login', wrong)).status)
    expect(guesses).toEqual([...Array<number>(10).fill(401), 429])
  }

  describe.each([
    ['held (SIGSTOP)', () => redis.kill('SIGSTOP'), async () => redis.kill('SIGCONT')],
    ['killed (SIGKILL)', () => redis.kill('SIGKILL'), () => redis.start()],
  ] as const)('while Redis is %s', (_, take, giveBack) => {
    test('every request is answered, limits hold on each instance, revocations are heard, and all is well again without a restart', async () => {
      const people = await Promise.all([0, 1, 2, 3].map(() => twins.a.globex.person('employee')))
      const blocked = await twins.a.acme.person('employee')
      await twins.atB(blocked).get('/api/v1/auth/me').expect(200)
      const statuses: number[] = []
      const enough = new AbortController()
      const load = people.map(async (person, at) => {
        const client = at % 2 === 0 ? person : twins.atB(person)
        while (!enough.signal.aborted) statuses.push((await client.get('/api/v1/twin')).status, (await sleep(20), (await client.get('/api/v1/organizations/current')).status))
      })
      await sleep(300)
      take()
      try {
        await sleep(1_500)
        await proveWithoutRedis(blocked)
      } finally {
        await giveBack()
      }
      await expect.poll(areBack, { timeout: 15_000, interval: 200 }).toBe(true)
      enough.abort()
      await Promise.all(load)
      expect(statuses.length).toBeGreaterThan(20)
      expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([])
    })
  })
})

describe.skipIf(why !== undefined)('a Redis that cannot be used stops the start with one line', () => {
  let engine: RunningEngine | undefined
  afterEach(() => engine?.stop())

  const lineFor = async (settings: Record<string, string>): Promise<string> => {
    const place = loadConfig(settings, { home: '/tmp' }).redis
    if (!place) throw new Error('No Redis is configured.')
    const error: unknown = await connectRedis(place).then(
      (client) => client.disconnect(),
      (failure: unknown) => failure,
    )
    expect(error).toBeInstanceOf(SettingsError)
    return (error as SettingsError).message
  }

  test('by a wrong password, or none', async () => {
    engine = await startEngine('redis', { port: 0, options: { password: PASSWORD } })
    expect(await lineFor({ REDIS_URL: engine.url.replace('//', '//:wrong@') })).toMatch(/^REDIS_URL: .* it refuses the user or the password\.$/)
    expect(await lineFor({ REDIS_URL: engine.url })).toMatch(/^REDIS_URL: .* it wants a password\.$/)
  })

  test('where nobody answers, or not as Redis does', async () => {
    expect(await lineFor({ REDIS_URL: 'redis://127.0.0.1:1' })).toMatch(/^REDIS_URL: the Redis at 127\.0\.0\.1:1 cannot be used: connect ECONNREFUSED 127\.0\.0\.1:1\.$/)
    const { createServer } = await import('node:http')
    const web = createServer((_, answer) => answer.end()).listen(0, '127.0.0.1')
    await new Promise((resolve) => web.once('listening', resolve))
    const { port } = web.address() as { port: number }
    expect(await lineFor({ REDIS_URL: `redis://127.0.0.1:${port}` })).toMatch(/^REDIS_URL: .* does not speak as Redis does\.$/)
    web.close()
  })

  test('where it is no Cluster', async () => {
    engine = await startEngine('redis', { port: 0 })
    expect(await lineFor({ REDIS_CLUSTER: `127.0.0.1:${engine.ports.redis}` })).toMatch(/^REDIS_CLUSTER: .* it is no Cluster; REDIS_URL names a Redis that stands alone\.$/)
  })

  test.each([
    [{ REDIS_SENTINELS: 'a:1' }, /REDIS_SENTINELS and REDIS_SENTINEL_NAME need each other/],
    [{ REDIS_SENTINELS: 'a:1', REDIS_SENTINEL_NAME: 'm', REDIS_CLUSTER: 'a:1' }, /exclude each other/],
    [{ REDIS_URL: 'redis://a/x' }, /number of a database/],
    [{ REDIS_CLUSTER: 'no port' }, /REDIS_CLUSTER/],
  ])('%o', (settings, line) => {
    expect(() => loadConfig(settings, { home: '/tmp' })).toThrow(line)
  })
})
