import { filter, type Filter, type FilterField, type ListParams, type ListState } from '@innoerp/sdk/ui'
import { STAGE_KINDS } from '../shared/pipeline.js'
import { companyKind, stageKind } from './kinds.js'

/** Filters that the board has: where a deal stands is its column. */
export const BOARD_FILTERS: readonly FilterField[] = [filter.person('owner_id'), filter.record('company_id', companyKind)]

/** Filters of the list. */
export const LIST_FILTERS: readonly FilterField[] = [filter.choice('stage_kind', STAGE_KINDS), filter.record('stage_id', stageKind), ...BOARD_FILTERS]

/** Those of `chosen` that are among `fields`. */
export const within = (chosen: readonly Filter[], fields: readonly FilterField[]): readonly Filter[] =>
  chosen.filter(({ field }) => fields.some(({ name }) => name === field))

const asParams = (chosen: readonly Filter[]): ListParams => Object.fromEntries(chosen.map(({ field, values }) => [field, values[0]]))

/** What the deals, and their totals, are asked for on the board and, without the stage, in the list. */
export const boardParams = ({ search, filters }: ListState): ListParams => ({ ...(search && { search }), ...asParams(within(filters, BOARD_FILTERS)) })
