/** Tables of this module as its own statements name them. */
export const ACCOUNT = 'mod_finance.account'
export const JOURNAL = 'mod_finance.journal'
export const ENTRY = 'mod_finance.entry'
export const LINE = 'mod_finance.line'
