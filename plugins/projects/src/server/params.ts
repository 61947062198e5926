import { Strict, Uuid } from '@innoerp/sdk/contract'

export const MemberParams = Strict({ id: Uuid, user_id: Uuid })
