// Fills a database with organizations, people and projects, and signs everybody in.
import bcrypt from 'bcrypt'
import { createHash, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { ask } from './processes.mjs'

/** Of everybody here. */
export const PASSWORD = 'Bench-mark-of-the-house'
/** The password as the host keeps it, at a cost of bcrypt's. */
export const hashedPassword = (cost) => bcrypt.hash(createHash('sha256').update(PASSWORD).digest('base64'), cost)

/** `organizations` × `people` with `rows` projects each, straight into the tables. `db` is a superuser's connection. */
export async function fillTenants(db, { prefix, organizations, people, rows }) {
  const hash = await hashedPassword(4)
  for (let n = 0; n < organizations; n += 1) {
    const [id, name] = [randomUUID(), `${prefix}${n}`]
    await db.query(`insert into tenant.organizations (id, name, slug, subdomain, owner_email, owner_name) values ($1, $2, $2, $2, 'owner@example.com', 'Owner')`, [id, name])
    await db.query(`insert into tenant.organization_modules (organization_id, module_id) select $1, module_id from tenant.module_registry`, [id])
    await db.query(
      `insert into users.users (id, organization_id, email, username, password_hash, user_type)
       select gen_random_uuid(), $1, 'user' || n || '@example.com', 'user' || n, $2, 'admin' from generate_series(1, $3::int) n`,
      [id, hash, people],
    )
    await db.query(
      `insert into mod_projects.project (organization_id, id, name, code, description, status, currency)
       select $1, gen_random_uuid(), 'Project ' || lpad(n::text, 5, '0'), 'P' || n, 'What there is to say about project ' || n, 'active', 'EUR' from generate_series(1, $2::int) n`,
      [id, rows],
    )
  }
}

/** Signs in everybody of the organizations whose name starts with `prefix`; writes `host token record-id` lines to `file`. */
export async function signInAll(db, { port, prefix, file }) {
  const { rows } = await db.query(
    `select o.subdomain, u.email, (select p.id from mod_projects.project p where p.organization_id = o.id and p.code is not null
       offset (abs(hashtext(u.id::text)) % 20) limit 1) as record from tenant.organizations o join users.users u on u.organization_id = o.id where starts_with(o.subdomain, $1)`,
    [prefix],
  )
  const lines = []
  for (const { subdomain, email, record } of rows) {
    const answer = await ask({ port, host: `${subdomain}.localhost`, path: '/api/v1/auth/login', method: 'POST', json: { email, password: PASSWORD } })
    if (answer.status !== 200) throw new Error(`log-in of ${email} at ${subdomain} answered ${answer.status}: ${answer.text}`)
    lines.push(`${subdomain}.localhost:${port} ${JSON.parse(answer.text).access_token} ${record}`)
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
  return lines.length
}
