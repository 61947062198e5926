/** Says in a backup what it is. */
export const DESCRIPTION = 'backup.json'
export const FORMAT = 'innoerp-backup-1'

export interface Description {
  format: typeof FORMAT
  /** Version of the host that it is of. */
  host: string
  made_at: string
}
