import { Model } from 'objection'
import type { AnyEntity } from '../../contract/entity.js'

/**
 * Base of a module's models: an Objection model whose columns come from its entity schema. Rows are scoped by the database's
 * policies, so a model carries no organization.
 * @example class NoteModel extends TenantModel { static tableName = 'note'; static entity = Note }
 */
export class TenantModel extends Model {
  static entity: AnyEntity
}

/** A class made from {@link TenantModel}. */
export type TenantModelClass = (new () => TenantModel) & { tableName: string; entity: AnyEntity; query: typeof TenantModel.query }
export type EntityOf<M extends TenantModelClass> = M['entity']
