/** One server-sent event; comments, ids and retry times mean nothing here. */
export interface ServerEvent {
  event: string
  data: string
}

const LINE_END = /\r\n|\n|\r(?!$)/

/** Reads an event stream (HTML Living Standard §9.2.6), given as text in pieces of any size. */
export function createEventParser(onEvent: (event: ServerEvent) => void): (piece: string) => void {
  let rest = ''
  let event = ''
  let data: string[] = []

  function field(line: string) {
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'event') event = value
    if (name === 'data') data.push(value)
  }

  function dispatch() {
    if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n') })
    event = ''
    data = []
  }

  return (piece) => {
    // A carriage return at the very end may be half of a line end.
    const lines = (rest + piece).split(LINE_END)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') dispatch()
      else field(line)
    }
  }
}
