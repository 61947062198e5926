import { Settings } from './config/settings.js'

/** The names of all settings, as they are in the environment. */
export const settingNames: readonly string[] = Object.keys(Settings.properties)
