import type { ModulePackage } from '@innoerp/sdk/contract'
import type { ModuleSource } from '../builder/module-source.js'

/** A route as it was registered. Schemas are JSON Schema. */
export interface RouteFact {
  method: string
  url: string
  permission?: string
  isPublic: boolean
  body?: unknown
  query?: unknown
  /** Of the first answer that is a success. */
  answer?: unknown
}

/** SQL of a migration's phases, for a schema called `module`. */
export interface MigrationFact {
  file: string
  expand: string[]
  contract: string[]
  down: string[]
  /** Why it cannot be run. */
  problem?: string
}

/** What a built module does when it is set up: read by running it, without a database. */
export interface Inspection {
  routes: RouteFact[]
  consumers: string[]
  ports: string[]
  jobs: string[]
  migrations: MigrationFact[]
  /** Why its server cannot be set up. */
  problem?: string
}

/** A version that was published before. */
export interface PreviousVersion {
  manifest: ModulePackage
  inspection: Inspection
}

/** What is validated. */
export interface Subject {
  source: ModuleSource
  inspection: Inspection
  /** Undefined where the registry has no older version, or does not answer. */
  previous: PreviousVersion | undefined
}

export interface Finding {
  /** A warning does not fail the command. */
  severity: 'error' | 'warning'
  message: string
}

export const error = (message: string): Finding => ({ severity: 'error', message })
export const warning = (message: string): Finding => ({ severity: 'warning', message })
