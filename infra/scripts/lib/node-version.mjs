const LEAST = [20, 19]

/** Ends the process with a line that says what to install, where Node is too old for what comes next. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return
  console.error(`innoERP needs Node ${LEAST.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`)
  process.exit(1)
}
