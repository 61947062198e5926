/** A cell that a spreadsheet would run as a formula (OWASP, CSV injection), or one that is escaped already. */
const RISKY = /^'*[=+\-@\t\r]/
const ESCAPED = /^'+[=+\-@\t\r]/

/** Puts an apostrophe before a cell that a spreadsheet would run. */
export const escapeFormula = (cell: string): string => (RISKY.test(cell) ? `'${cell}` : cell)

/** Takes the apostrophe of {@link escapeFormula} away again, so that what was exported comes back as it was. */
export const unescapeFormula = (cell: string): string => (ESCAPED.test(cell) ? cell.slice(1) : cell)
