/** True for PostgreSQL's refusal of a row that breaks the unique constraint or index of this name. */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error)) return false
  const { code, constraint: broken } = error as { code?: unknown; constraint?: unknown }
  return code === '23505' && broken === constraint
}
