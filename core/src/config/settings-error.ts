/** Says which setting is wrong and how. */
export class SettingsError extends Error {}
