import { Strict, Uuid } from '@innoerp/sdk/contract'

export const IdParams = Strict({ id: Uuid })
