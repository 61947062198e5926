import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRig, type Probe, type Rig } from './process-rig.js'

let rig: Rig
let probe: Probe
beforeAll(async () => {
  rig = await createRig()
  probe = await rig.probe({ id: 'probe' })
})
afterAll(() => rig.close())

test('a module in its own process answers, for each organization with its own rows', async () => {
  const [acme, globex] = [probe.client(rig.host.acme), probe.client(rig.host.globex)]
  await acme.post(probe.path('/rows'), { title: 'Acme’s' }).expect(201)
  await globex.post(probe.path('/rows'), { title: 'Globex’s' }).expect(201)
  expect(await acme.get(probe.path('/rows')).expect(200)).toEqual({ items: [{ title: 'Acme’s', organization_id: rig.host.acme.id }] })
  expect(await globex.get(probe.path('/rows')).expect(200)).toEqual({ items: [{ title: 'Globex’s', organization_id: rig.host.globex.id }] })
})
