import { errorTable } from '@innoerp/sdk/contract'

/** Coded errors of this module; each says what to do next. */
export const errors = errorTable('CRM', {
  COMPANY_MISSING: ['unprocessable', 'There is no such company. It may have been deleted; choose another one or leave the field empty.'],
  CONTACT_MISSING: ['unprocessable', 'There is no such contact. It may have been deleted; choose another one or leave the field empty.'],
  STAGE_MISSING: ['unprocessable', 'There is no such stage. Choose one of the stages of the pipeline.'],
  OWNER_NOT_ACTIVE: ['unprocessable', 'This person is not an active user of your organization. Choose somebody else or leave the field empty.'],
  FILE_TOO_LARGE: ['too_large', 'The file is larger than {limit} MB. Split it into smaller files and import one after the other.'],
  FILE_EMPTY: ['unprocessable', 'The file is empty. Choose a CSV file whose first line names the columns.'],
  FILE_NOT_UTF8: ['unprocessable', 'The file is not UTF-8 text: line {line} holds bytes that are not. Save it as “CSV UTF-8” and choose it again.'],
  FILE_NOT_CSV: ['unprocessable', 'The file is not valid CSV: line {line}: {reason}'],
  BAD_MAPPING: ['validation', '“mapping” is not a JSON object of the form {"<csv column>":"<field>"}.'],
  COLUMNS: ['unprocessable', 'The columns do not fit: {reasons}'],
  ROWS_REFUSED: ['unprocessable', '{invalid} of {total} rows cannot be imported, so nothing was. Mend them, or import the other rows alone.'],
})
