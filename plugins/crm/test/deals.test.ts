import { expect, test } from 'vitest'
import type { Deal } from '../src/shared/deal.js'
import type { Pipeline, StageTotal } from '../src/shared/pipeline.js'
import { expectRefusal, UNKNOWN_ID, type Listed } from '@innoerp/sdk/testing'
import { CRM, crmHost, makeCompany, makeDeal, pipelineOf, stageOf } from './host.js'

const host = crmHost()
const acme = () => host.current.acme.admin
const move = (id: string, body: object) => acme().patch<Deal>(`${CRM}/deals/${id}`, body)

test('an organization has one default pipeline, however many ask for it first', async () => {
  const { admin: client } = await host.current.signUp('firsts')
  const asked = Array.from({ length: 12 }, (_, index) => (index % 2 ? makeDeal(client) : client.get<Listed<Pipeline>>(`${CRM}/pipelines`).expect(200)))
  await Promise.all(asked)
  const page = await client.get<Listed<Pipeline>>(`${CRM}/pipelines`).expect(200)
  expect(page).toMatchObject({ total: 1, items: [{ name: 'Sales' }] })
  expect(page.items[0]?.stages.map(({ kind, probability }) => [kind, probability])).toEqual([['open', 10], ['open', 25], ['open', 50], ['open', 75], ['won', 100], ['lost', 0]])
})

test('a deal starts in the first stage, with its probability and the currency of the organization', async () => {
  const { stages } = await pipelineOf(acme())
  const deal = await makeDeal(acme())
  expect(deal).toMatchObject({ stage_id: stages[0]?.id, stage_kind: 'open', probability: 10, closed_at: null, currency: 'EUR' })
  expect(await makeDeal(acme(), { probability: 0, currency: 'USD' })).toMatchObject({ probability: 0, currency: 'USD' })
})

test('winning closes a deal, reopening opens it again; the move is stamped and told', async () => {
  const [open, won, lost] = await Promise.all((['open', 'won', 'lost'] as const).map((kind) => stageOf(acme(), kind)))
  const deal = await makeDeal(acme(), { amount: '12.50' })
  const closed = await move(deal.id, { stage_id: won?.id }).expect(200)
  expect(closed).toMatchObject({ stage_kind: 'won', probability: 100 })
  expect(Date.parse(closed.closed_at ?? '')).toBeGreaterThanOrEqual(Date.parse(deal.created_at))
  expect(closed.stage_changed_at).toBe(closed.closed_at)
  expect(await move(deal.id, { name: 'Renamed', stage_id: won?.id }).expect(200)).toMatchObject({ closed_at: closed.closed_at })
  expect(await move(deal.id, { stage_id: open?.id }).expect(200)).toMatchObject({ stage_kind: 'open', closed_at: null, probability: 10 })
  expect(await move(deal.id, { stage_id: lost?.id, probability: 5 }).expect(200)).toMatchObject({ stage_kind: 'lost', probability: 5 })
  expect(await host.current.events('deal.won')).toMatchObject([{ data: { deal_id: deal.id, amount: '12.50', currency: 'EUR' } }])
  expect(await host.current.events('deal.lost')).toMatchObject([{ data: { deal_id: deal.id } }])
  expect((await host.current.events('deal.stage_changed')).map(({ data }) => data.to_kind)).toEqual(['won', 'open', 'lost'])
})

test('a stale move is refused and tells nobody', async () => {
  const won = await stageOf(acme(), 'won')
  const deal = await makeDeal(acme(), { name: 'Stale' })
  await move(deal.id, { name: 'Newer' }).expect(200)
  const before = (await host.current.events('deal.won')).length
  await expectRefusal(acme().patch(`${CRM}/deals/${deal.id}`, { stage_id: won.id }, { headers: { 'if-match': '"1"' } }), 412)
  expect((await acme().get(`${CRM}/deals/${deal.id}`)).body).toMatchObject({ stage_kind: 'open', version: 2 })
  expect(await host.current.events('deal.won')).toHaveLength(before)
})

test('deals moved both ways at once end up with what their stage says', async () => {
  const [open, won] = await Promise.all([stageOf(acme(), 'open'), stageOf(acme(), 'won')])
  const deal = await makeDeal(acme(), { name: 'Contested' })
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => move(deal.id, { stage_id: index % 2 ? open.id : won.id })))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  const { body } = await acme().get<Deal>(`${CRM}/deals/${deal.id}`)
  expect(body.closed_at === null).toBe(body.stage_kind === 'open')
  expect(body.stage_id).toBe(body.stage_kind === 'open' ? open.id : won.id)
})

test.each(['1234.50', '0.10', '9007199254740993.01', '0', '999999999999999999.9999'])('the amount %s comes back to the digit', async (amount) => {
  const { id } = await makeDeal(acme(), { amount })
  expect((await acme().get<Deal>(`${CRM}/deals/${id}`)).body.amount).toBe(amount)
})

test.each([{ amount: '-1' }, { amount: '1,5' }, { amount: '1e9' }, { amount: 'a lot' }, { amount: '1.00001' }, { probability: 101 }, { probability: -1 }, { probability: 1.5 }, { currency: 'euro' }, { expected_close_date: '2026-02-30' }, { stage_id: null }])(
  '%j is refused',
  async (values) => {
    await expectRefusal(acme().post(`${CRM}/deals`, { name: 'Odd', ...values }), 400)
  },
)

test('a stage of nobody or of another organization is refused alike', async () => {
  const foreign = await stageOf(host.current.globex.admin, 'open')
  const { id } = await makeDeal(acme())
  for (const stage_id of [UNKNOWN_ID, foreign.id]) {
    for (const asked of [acme().post(`${CRM}/deals`, { name: 'A', stage_id }), acme().patch(`${CRM}/deals/${id}`, { stage_id })]) {
      expect(await expectRefusal(asked, 422)).toMatchObject({ code: 'CRM_STAGE_MISSING', details: [{ field: 'stage_id' }] })
    }
  }
})

test('the totals of a pipeline are exact, by stage and currency, of the deals asked for', async () => {
  const { admin: client } = await host.current.signUp('totals')
  const { id, stages } = await pipelineOf(client)
  const company = await makeCompany(client)
  await makeDeal(client, { name: 'Crane', amount: '0.10', company_id: company.id })
  await makeDeal(client, { name: 'Crane', amount: '9007199254740993.20' })
  await makeDeal(client, { name: 'Winch', amount: '5', currency: 'USD' })
  await makeDeal(client, { name: 'No amount', currency: 'USD' })
  const gone = await makeDeal(client, { amount: '7' })
  await client.delete(`${CRM}/deals/${gone.id}`).expect(204)
  const totals = async (query = '') => (await client.get<{ items: StageTotal[] }>(`${CRM}/pipelines/${id}/totals${query}`).expect(200)).items
  const stage_id = stages[0]?.id
  expect(await totals()).toEqual([
    { stage_id, currency: 'EUR', deals: 2, amount: '9007199254740993.30', weighted: '900719925474099.33' },
    { stage_id, currency: 'USD', deals: 2, amount: '5', weighted: '0.5' },
  ])
  expect(await totals('?search=CRANE')).toMatchObject([{ currency: 'EUR', deals: 2 }])
  expect(await totals(`?company_id=${company.id}`)).toMatchObject([{ amount: '0.10' }])
  await expectRefusal(acme().get(`${CRM}/pipelines/${id}/totals`), 404)
})
