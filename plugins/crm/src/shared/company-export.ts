import { ListQuery, Type } from '@innoerp/sdk/contract'
import { CompanyList } from './company.js'
import { IMPORT_FIELDS } from './company-import.js'

/** The columns of an exported file; those that an import takes come back by their own names. */
export const EXPORT_FIELDS = [...IMPORT_FIELDS, 'created_at', 'updated_at'] as const

/** Which companies, in which order: what the list takes, without its paging. */
export const ExportQuery = Type.Omit(ListQuery(CompanyList), ['skip', 'limit', 'after', 'total'])
