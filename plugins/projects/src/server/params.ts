import { Strict, Uuid } from '@innoerp/sdk/contract'

export const IdParams = Strict({ id: Uuid })
export const MemberParams = Strict({ id: Uuid, user_id: Uuid })
