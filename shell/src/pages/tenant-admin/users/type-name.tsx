import { useT, type UserType } from '@innoerp/sdk/ui'

/** A user type in words. */
export const TypeName = ({ type }: { type: UserType }) => useT()(`option.user_type.${type}`)
