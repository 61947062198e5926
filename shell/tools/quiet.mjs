/** Every file of our libraries says `'use client'`, which means nothing here; anything else that the build has to say is shown. */
export const quiet = (level, log, next) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log)
}
