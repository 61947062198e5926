/** Where the organization's administrators see what was done. */
export const AUDIT_PATH = '/tenant-admin/audit'
export const JOBS_PATH = `${AUDIT_PATH}/jobs`
