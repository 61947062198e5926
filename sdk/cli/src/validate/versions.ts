/** `1.2.3` or `1.2.3-beta.1` as numbers; pre-releases are told apart, not ordered. */
interface Parts {
  numbers: readonly [number, number, number]
  isRelease: boolean
}

function partsOf(version: string): Parts {
  const [release = '', tail] = version.split('-', 2)
  const [major = 0, minor = 0, patch = 0] = release.split('.').map(Number)
  return { numbers: [major, minor, patch], isRelease: tail === undefined }
}

function compare(a: string, b: string): number {
  const [left, right] = [partsOf(a).numbers, partsOf(b).numbers]
  const index = left.findIndex((number, place) => number !== right[place])
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0)
}

/** The newest release before `version`: what its users have. */
export function newestBefore(version: string, published: readonly string[]): string | undefined {
  return published.filter((other) => other !== version && partsOf(other).isRelease && compare(other, version) <= 0).sort(compare).at(-1)
}

/** Whether going from one version to the other says that something may break: another major, or, below 1.0.0, another minor. */
export function mayBreak(from: string, to: string): boolean {
  const [before, after] = [partsOf(from).numbers, partsOf(to).numbers]
  return before[0] !== after[0] || (before[0] === 0 && before[1] !== after[1])
}
