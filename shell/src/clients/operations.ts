import { resource, type AnyRecord } from '@innoerp/sdk/ui'

export const OPERATIONS = '/api/v1/operations'

export const OPERATION_STATES = ['running', 'succeeded', 'failed'] as const
export type OperationState = (typeof OPERATION_STATES)[number]

export interface OperationStep {
  name: string
  state: string
  started_at: string | null
  finished_at: string | null
  detail?: string | null
}

/** Something that takes a while: the installation of a version, an uninstallation … It survives the host's restart. */
export interface Operation extends AnyRecord {
  kind: string
  state: OperationState
  steps: readonly OperationStep[]
  error?: { code: string; message: string } | null
  module_id: string | null
  created_at: string
  finished_at: string | null
}

export const operations = resource<Operation>(OPERATIONS)

/** Tells the whole operation at once and after every change (server-sent events). */
export const operationStream = (id: string): string => `${OPERATIONS}/${encodeURIComponent(id)}/stream`
