import { writeSmallModule } from './small-module.js'

const MADE = `{ topic: 'maker.made', version: 1, schema: {} }`
const TOOK = `{ topic: 'taker.took', version: 1, schema: {} }`

const maker = `return {
  routes: async (app) => {
    app.post('/', { config }, async (request, reply) => {
      await request.context.transaction((tx) => deps.events.publish(tx, ${MADE}, { data: request.body }))
      return reply.code(201).send({})
    })
  },
}`
/** Its effect of an event is another event, in the same transaction: what was applied twice would be there twice. */
const taker = `return {
  routes: async () => {},
  consumers: {
    'maker.made': async (tx, data) => {
      if (globalThis.poisonedName === data.name) throw new Error('cannot take ' + data.name)
      await deps.events.publish(tx, ${TOOK}, { data })
    },
  },
}`

/** Two modules: one tells of what it made, the other has an effect of that. */
export const makerAndTaker = (): Promise<string[]> =>
  Promise.all([
    writeSmallModule({ id: 'maker', setup: maker, manifest: { events: { publishes: ['maker.made'] } } }),
    writeSmallModule({ id: 'taker', setup: taker, manifest: { events: { consumes: ['maker.made'], publishes: ['taker.took'] } } }),
  ])
