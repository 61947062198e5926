import type { FeedModule } from '@innoerp/sdk/contract'

/** True for a module's first page and all below it. */
export const isAt = ({ base_path }: Pick<FeedModule, 'base_path'>, pathname: string): boolean =>
  pathname === base_path || pathname.startsWith(`${base_path}/`)
