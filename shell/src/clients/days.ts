/** The first moment of a day, where the person is, as a timestamp; `day` as `2026-11-24`. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString()

/** The last moment of a day. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString()
