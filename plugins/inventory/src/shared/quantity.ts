import { Decimal, Type } from '@innoerp/sdk/contract'

/** How much of something there is: an exact decimal with up to 14 digits before and 4 after the point, never negative. */
export const Quantity = Type.String({ ...Decimal, pattern: '^\\d{1,14}(\\.\\d{1,4})?$' })

/** How much is moved: more than nothing. */
export const MovedQuantity = Type.String({ ...Decimal, pattern: '^(?=.*[1-9])\\d{1,14}(\\.\\d{1,4})?$' })
