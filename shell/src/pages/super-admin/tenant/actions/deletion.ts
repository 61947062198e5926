/** As long as a deleted organization can be restored. */
export const RESTORE_DAYS = 30

/** From when on it is gone for ever. */
export const goneAt = (deletedAt: Date): Date => new Date(deletedAt.getTime() + RESTORE_DAYS * 86_400_000)
