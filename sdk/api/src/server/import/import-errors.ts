import type { ErrorKind, ErrorMaker } from '../../contract/errors.js'

/**
 * What can be wrong with a file that is imported. A module has these under its own prefix:
 * `errorTable('CRM', { …, ...IMPORT_ERRORS })`.
 */
export const IMPORT_ERRORS = {
  FILE_TOO_LARGE: ['too_large', 'The file is larger than {limit} MB. Split it into smaller files and import one after the other.'],
  FILE_EMPTY: ['unprocessable', 'The file is empty. Choose a CSV file whose first line names the columns.'],
  FILE_NOT_UTF8: ['unprocessable', 'The file is not UTF-8 text: line {line} holds bytes that are not. Save it as “CSV UTF-8” and choose it again.'],
  FILE_NOT_CSV: ['unprocessable', 'The file is not valid CSV: line {line}: {reason}'],
  BAD_MAPPING: ['validation', '“mapping” is not a JSON object of the form {"<csv column>":"<field>"}.'],
  COLUMNS: ['unprocessable', 'The columns do not fit: {reasons}'],
  ROWS_REFUSED: ['unprocessable', '{invalid} of {total} rows cannot be imported, so nothing was. Mend them, or import the other rows alone.'],
} as const satisfies Record<string, readonly [ErrorKind, string]>

/** Makes those errors. */
export type ImportErrors = Readonly<Record<keyof typeof IMPORT_ERRORS, ErrorMaker>>
