// How long a change of modules takes until people have it, and whether anybody else notices.
import { createTestHost } from '@innoerp/core/testing'
import http from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../lib/root.mjs'
import { median } from './figures.mjs'
import { install, publishBuilt } from './packages.mjs'
import { ask } from './processes.mjs'

/** Each module with a list of its own, which answers once it is live. */
const MODULES = { projects: 'projects', crm: 'crm/companies', hr: 'hr/departments', finance: 'finance/accounts', inventory: 'inventory/items' }
const ROUNDS = 5
const RATE = 300
const SECONDS = 10
const UPGRADES = ['1.90.0', '1.91.0', '1.92.0']

export async function lifecycle(figures) {
  const host = await createTestHost()
  try {
    for (const [id, list] of Object.entries(MODULES)) figures.add({ name: `install to live: ${id}`, value: await installed(host, { id, list }), unit: 'ms', bar: { max: 2_000 } })
    await enabled(figures, host)
    await upgraded(figures, host)
  } finally {
    await host.close()
  }
}

/** Milliseconds from asking for the install, through the assignment, to the module's first answer. */
async function installed(host, { id, list }) {
  const published = await publishBuilt(host, join(root, 'plugins', id), { version: '1.0.0', key: 'first-party' })
  const began = performance.now()
  await install(host, published)
  await host.superAdmin.post(`/api/v1/modules/assign/${host.acme.id}`, { module_id: id }).expect(201)
  await host.acme.admin.get(`/api/v1/${list}`).expect(200)
  return performance.now() - began
}

/** From enabling a module to its answer, and to the event that an open page acts on. */
async function enabled(figures, host) {
  const path = `/api/v1/modules/organization/${host.acme.id}/crm`
  const [api, page] = [[], []]
  const feed = await openFeed(host)
  for (let round = 0; round < ROUNDS; round += 1) {
    await host.superAdmin.request('PATCH', path, { json: { is_enabled: false } }).expect(200)
    await feed.until((modules) => !modules.includes('crm'))
    const began = performance.now()
    const heard = feed.until((modules) => modules.includes('crm')).then(() => page.push(performance.now() - began))
    await host.superAdmin.request('PATCH', path, { json: { is_enabled: true } }).expect(200)
    await host.acme.admin.get('/api/v1/crm/companies').expect(200)
    api.push(performance.now() - began)
    await heard
  }
  feed.close()
  figures.add({ name: 'enable to live in the API', value: median(api), unit: 'ms', bar: { max: 1_000 } })
  figures.add({ name: 'enable to an open page', value: median(page), unit: 'ms', bar: { max: 1_000 } })
}

/** The stream that an open page listens to; `until` waits for modules that pass. */
async function openFeed({ port, acme }) {
  const waiting = new Set()
  let [modules, rest] = [[], '']
  const request = http.get({ host: '127.0.0.1', port, path: '/api/v1/ui/feed/stream', headers: { host: `acme.localhost:${port}`, authorization: `Bearer ${acme.admin.token}` } })
  const response = await new Promise((resolve, reject) => request.once('response', resolve).once('error', reject))
  response.setEncoding('utf8').on('data', (text) => {
    const events = (rest + text).split('\n\n')
    rest = events.pop()
    for (const event of events) {
      const data = /^data: ?(.*)$/m.exec(event)?.[1]
      if (!data) continue
      modules = JSON.parse(data).modules.map(({ module_id }) => module_id)
      for (const check of waiting) check()
    }
  })
  const until = (passes) =>
    new Promise((resolve) => {
      const check = () => passes(modules) && (waiting.delete(check), resolve())
      waiting.add(check)
      check()
    })
  return { until, close: () => request.destroy() }
}

/** New versions installed and taken into use while somebody else's module, and the module itself, are asked all the time. */
async function upgraded(figures, host) {
  const packages = []
  for (const version of UPGRADES) packages.push(await publishBuilt(host, join(root, 'plugins', 'projects'), { version, key: 'first-party' }))
  const load = keepAsking(host)
  for (const published of packages) {
    await sleep((SECONDS * 1_000) / (packages.length + 1))
    await install(host, published)
    await host.superAdmin.request('PUT', `/api/v1/modules/organization/${host.acme.id}/projects/version`, { json: { range: published.version } }).expect(200)
  }
  await sleep(1_000)
  const { asked, failed, seconds } = await load.end()
  figures.add({ name: `requests a second during ${packages.length} upgrades`, value: asked / seconds, unit: 'req/s' })
  figures.add({ name: 'failed of them', value: failed, unit: '', bar: { max: 0 } })
}

/** Half of the requests go to the module that is upgraded, half to another one; each leaves on time whether others were answered or not. */
function keepAsking({ port, acme }) {
  const headers = { authorization: `Bearer ${acme.admin.token}` }
  const paths = ['/api/v1/projects', '/api/v1/crm/companies']
  const under = new Set()
  let [asked, failed] = [0, 0]
  const began = performance.now()
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1_000) * RATE)
    for (; asked < due; asked += 1) {
      const one = ask({ port, host: 'acme.localhost', path: paths[asked % 2], headers })
        .then(({ status }) => status === 200 || (failed += 1), () => (failed += 1))
        .finally(() => under.delete(one))
      under.add(one)
    }
  }, 5)
  return {
    end: async () => {
      clearInterval(timer)
      const seconds = (performance.now() - began) / 1_000
      await Promise.all(under)
      return { asked, failed, seconds }
    },
  }
}
