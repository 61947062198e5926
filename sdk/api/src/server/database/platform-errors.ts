import { errorTable } from '../../contract/errors.js'

/** Errors that every module's data layer can raise; core's error page lists them with its own. */
export const platformErrors = errorTable('PLATFORM', {
  NOT_FOUND: ['not_found', 'There is no such record. It may have been deleted; go back to the list and reload it.'],
  STALE_VERSION: ['precondition_failed', 'Somebody else changed this record meanwhile. Reload it, look at what changed, and save again.'],
  BAD_CURSOR: ['validation', '“after” is not a cursor of this list with this sort. Start again without it.'],
  BAD_PORT_INPUT: ['validation', 'The call does not have the form that the port takes: {problem}.'],
  PORT_FORBIDDEN: ['forbidden', 'The role of the person who asks does not include “{permission}” of the other module.'],
})
