import { entity, listOf, Name, Optional, Uuid, type NewRecord, type RecordPatch, type Static } from '@innoerp/sdk/contract'
import { Code } from './code.js'

/** A part of the organization. Departments stand below each other without circles; `code` is unique, whatever its case. */
export const Department = entity({
  name: Name(120),
  code: Optional(Code),
  parent_id: Optional(Uuid),
  manager_id: Optional(Uuid),
})
export type Department = Static<typeof Department>
export type NewDepartment = NewRecord<typeof Department>
export type DepartmentPatch = RecordPatch<typeof Department>

export const DepartmentList = listOf(Department, {
  sort: ['name', 'code', 'updated_at'],
  search: ['name', 'code'],
  filter: ['parent_id', 'manager_id', 'code'],
})
