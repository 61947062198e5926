import { errorTable } from '@innoerp/sdk/contract'
import { IMPORT_ERRORS } from '@innoerp/sdk/server'

/** Coded errors of this module; each says what to do next. */
export const errors = errorTable('CRM', {
  COMPANY_MISSING: ['unprocessable', 'There is no such company. It may have been deleted; choose another one or leave the field empty.'],
  CONTACT_MISSING: ['unprocessable', 'There is no such contact. It may have been deleted; choose another one or leave the field empty.'],
  STAGE_MISSING: ['unprocessable', 'There is no such stage. Choose one of the stages of the pipeline.'],
  OWNER_NOT_ACTIVE: ['unprocessable', 'This person is not an active user of your organization. Choose somebody else or leave the field empty.'],
  ...IMPORT_ERRORS,
})
