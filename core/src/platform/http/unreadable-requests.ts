import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { requestErrors } from '../errors/core-errors.js'
import { errorBody } from './error-handling.js'

const HEADERS_TOO_LARGE = 'HPE_HEADER_OVERFLOW'

/** Answers what Node cannot read as HTTP in the shape of every error (RFC 6585 §5 for headers that are too large), and ends the connection. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const isTooLarge = error.code === HEADERS_TOO_LARGE
    const id = randomUUID()
    const body = JSON.stringify(errorBody(isTooLarge ? requestErrors.TOO_LARGE() : requestErrors.UNREADABLE(), id))
    const status = isTooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nX-Request-ID: ${id}\r\nConnection: close\r\n\r\n${body}`)
  })
}
