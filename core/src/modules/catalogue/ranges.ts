import semver from 'semver'

export const CHANNELS = ['stable', 'beta'] as const
export type Channel = (typeof CHANNELS)[number]
/** The version that each channel names now. */
export type Channels = Record<Channel, string | null>

export const isChannel = (range: string): range is Channel => (CHANNELS as readonly string[]).includes(range)

/** True for a channel, an exact version or a semver range. */
export const isRange = (range: string): boolean => isChannel(range) || semver.validRange(range) !== null

/** A version that a checkout made of edited content under an old number (DECISIONS 17); no channel takes it by itself. */
export const isDevelopment = (version: string): boolean => /-dev\.[0-9a-f]{8}$/.test(version)

/**
 * What the channels name: what a super admin set while it is active, else `stable` the newest active release and `beta` the newest
 * active pre-release.
 */
export function channelsOf(active: readonly string[], set: Partial<Channels>): Channels {
  const newest = semver.rsort(active.filter((version) => !isDevelopment(version)))
  const pick = (channel: Channel, fits: (version: string) => boolean) => {
    const chosen = set[channel]
    return chosen && active.includes(chosen) ? chosen : (newest.find(fits) ?? null)
  }
  return {
    stable: pick('stable', (version) => semver.prerelease(version) === null),
    beta: pick('beta', (version) => semver.prerelease(version) !== null),
  }
}

/** The active version that an exact version, a semver range or a channel stands for; undefined when there is none. */
export function resolveRange(range: string, { active, channels }: { active: readonly string[]; channels: Channels }): string | undefined {
  if (isChannel(range)) return channels[range] ?? undefined
  if (active.includes(range)) return range
  return semver.maxSatisfying(active, range) ?? undefined
}
