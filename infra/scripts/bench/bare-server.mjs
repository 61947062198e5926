// The yardstick: Fastify and pg as one writes them for this work alone. No tokens, no policies, no modules.
import Fastify from 'fastify'
import pg from 'pg'
import { randomUUID } from 'node:crypto'

const [, , databaseUrl, port] = process.argv
const iso = (text) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
const getTypeParser = (oid, format) => (oid === 1184 ? iso : oid === 1082 || oid === 1700 ? String : pg.types.getTypeParser(oid, format))
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, types: { getTypeParser }, options: '-c TimeZone=UTC' })
const { rows } = await pool.query('select id, subdomain from tenant.organizations')
const organizations = new Map(rows.map(({ id, subdomain }) => [`${subdomain}.localhost`, id]))
const columns = 'id, version, created_at, updated_at, created_by, name, code, description, status, start_date, end_date, budget, currency'

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const project = {
  type: 'object',
  properties: { id: text, version: { type: 'integer' }, created_at: text, updated_at: text, created_by: textOrNull, name: text, code: textOrNull, description: textOrNull, status: text, start_date: textOrNull, end_date: textOrNull, budget: textOrNull, currency: textOrNull },
}
const page = { type: 'object', properties: { items: { type: 'array', items: project }, total: { type: 'integer' }, skip: { type: 'integer' }, limit: { type: 'integer' }, next: textOrNull } }
const query = { type: 'object', properties: { limit: { type: 'integer', default: 20 }, total: { type: 'boolean', default: true } } }

const app = Fastify()
const organizationOf = (request) => organizations.get(request.headers.host.split(':')[0])
app.get('/api/v1/projects', { schema: { querystring: query, response: { 200: page } } }, async (request) => {
  const { limit, total } = request.query
  const organization = organizationOf(request)
  const list = pool.query({ name: 'list', text: `select ${columns} from mod_projects.project where organization_id = $1 and deleted_at is null order by name, id limit $2`, values: [organization, limit + 1] })
  const count = total ? pool.query({ name: 'count', text: 'select count(*)::int as total from mod_projects.project where organization_id = $1 and deleted_at is null', values: [organization] }) : undefined
  const [{ rows: items }, counted] = await Promise.all([list, count])
  const last = items.length > limit ? items[limit - 1] : undefined
  const next = last ? Buffer.from(JSON.stringify(['name', last.name, last.id])).toString('base64url') : null
  return { items: items.slice(0, limit), ...(counted && { total: counted.rows[0].total }), skip: 0, limit, next }
})
app.get('/api/v1/projects/:id', { schema: { response: { 200: project } } }, async (request, reply) => {
  const { rows: found } = await pool.query({ name: 'read', text: `select ${columns} from mod_projects.project where organization_id = $1 and id = $2 and deleted_at is null`, values: [organizationOf(request), request.params.id] })
  return found[0] ?? reply.code(404).send({ detail: { error: 'Resource not found' } })
})
app.post('/api/v1/projects', { schema: { body: { type: 'object', properties: { name: { type: 'string', minLength: 1, maxLength: 200 } }, required: ['name'], additionalProperties: false }, response: { 201: project } } }, async (request, reply) => {
  const { rows: made } = await pool.query({ name: 'create', text: `insert into mod_projects.project (organization_id, id, name, status) values ($1, $2, $3, 'active') returning ${columns}`, values: [organizationOf(request), randomUUID(), request.body.name] })
  return reply.code(201).send(made[0])
})
app.get('/health/ready', async () => ({ status: 'healthy' }))
await app.listen({ port: Number(port), host: '127.0.0.1' })
