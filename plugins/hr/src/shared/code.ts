import { Type } from '@innoerp/sdk/contract'

/** What people write for a department or an employee: letters, digits and ` . _ / -`; begins with a letter or a digit. */
export const Code = Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,19}$', maxLength: 20 })
