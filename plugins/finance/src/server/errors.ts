import { errorTable } from '@innoerp/sdk/contract'
import { IMPORT_ERRORS } from '@innoerp/sdk/server'

/** Coded errors of this module; each says what to do next. */
export const errors = errorTable('FINANCE', {
  NUMBER_TAKEN: ['conflict', 'Another account has the number {number}. Choose another number.'],
  RESTORE_NUMBER_TAKEN: ['conflict', 'Meanwhile another account took the number of this one. Change that number, then restore again.'],
  PARENT: ['unprocessable', 'The parent is not a group of accounts. Choose a group, or leave the field empty.'],
  PARENT_CYCLE: ['unprocessable', 'An account cannot stand below itself or below an account of its own group. Choose another parent.'],
  ACCOUNT_LINES: ['conflict', 'Entries stand on this account, so it can neither be deleted nor become a group. Switch it off instead.'],
  ACCOUNT_CHILDREN: ['conflict', 'Other accounts stand below this one. Move them to another group first.'],
  CHART_NOT_EMPTY: ['conflict', 'There are accounts already. A template can only be applied to an empty chart.'],
  CODE_TAKEN: ['conflict', 'Another journal has the code {code}. Choose another code.'],
  RESTORE_CODE_TAKEN: ['conflict', 'Meanwhile another journal took the code of this one. Change that code, then restore again.'],
  CODE_USED: ['conflict', 'The code stands in the numbers of posted entries and cannot change. Make a new journal for another code.'],
  JOURNAL_ENTRIES: ['conflict', 'There are entries in this journal. Delete its drafts first; a journal with posted entries is kept.'],
  JOURNAL_MISSING: ['unprocessable', 'There is no such journal. It may have been deleted; choose another one.'],
  LINE_SIDES: ['unprocessable', 'A line has either a debit or a credit above zero. Fill in one of the two.'],
  LINE_DIGITS: ['unprocessable', 'Amounts in {currency} have at most {digits} digits after the point. Round the amount.'],
  LINE_ACCOUNT: ['unprocessable', 'There is no such account. It may have been deleted; choose another one.'],
  LINE_GROUP: ['unprocessable', '{number} is a group of accounts. Choose one of the accounts below it.'],
  LINE_INACTIVE: ['unprocessable', 'Account {number} is switched off. Choose another one, or switch it on.'],
  LINE_CURRENCY: ['unprocessable', 'Account {number} is kept in {currency} and takes no other currency. Choose another account.'],
  ACCOUNT_CLOSED: ['conflict', 'An account of this entry takes no lines any more. Reload the entry and choose another account.'],
  NO_LINES: ['unprocessable', 'An entry without lines cannot be posted. Add at least two lines.'],
  UNBALANCED: ['unprocessable', 'Debit and credit differ by {difference}. Change the lines until they are equal, then post again.'],
  POSTED: ['conflict', 'The entry is posted and stays as it is. Reverse it instead, and write a new one.'],
  NOT_POSTED: ['conflict', 'Only a posted entry can be reversed. Change or delete the draft instead.'],
  REVERSED: ['conflict', 'The entry has been reversed already. Look at the entry that reversed it.'],
  LOCKED: ['conflict', 'The books are locked up to {lock_date}. Choose a later date, or move the lock date in the settings of Finance.'],
  ...IMPORT_ERRORS,
})
