// Stands between host and PostgreSQL, and counts the statements that pass: the simple ones and the executions of prepared ones.
import { createServer, connect } from 'node:net'

const SIMPLE = 'Q'.charCodeAt(0)
const EXECUTE = 'E'.charCodeAt(0)

/** Reads what a client sends as PostgreSQL's messages: one without a type at the start, then a type and a length each. */
function reader(onMessage) {
  let rest = Buffer.alloc(0)
  let hasStarted = false
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = hasStarted ? 1 : 0
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      if (hasStarted) onMessage(rest[0])
      hasStarted = true
      rest = rest.subarray(length)
    }
  }
}

/** `address` is the server's: a folder of sockets and a port. */
export async function countStatements({ host, port }) {
  const counted = { statements: 0 }
  const server = createServer((client) => {
    const upstream = connect(`${host}/.s.PGSQL.${port}`)
    const read = reader((type) => {
      if (type === SIMPLE || type === EXECUTE) counted.statements += 1
    })
    client.on('data', read).pipe(upstream).pipe(client)
    for (const socket of [client, upstream]) socket.on('error', () => [client, upstream].forEach((one) => one.destroy()))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { counted, port: server.address().port, close: () => server.close() }
}
