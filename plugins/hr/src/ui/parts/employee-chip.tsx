import { optionLabel, StatusChip, useT, type Tone } from '@innoerp/sdk/ui'
import type { Employee, EmployeeStatus } from '../../shared/employee.js'

/** What the states of employees mean. */
export const STATUS_TONES: Readonly<Record<EmployeeStatus, Tone>> = { active: 'success', on_leave: 'info', left: 'neutral' }

export interface EmployeeChipProps {
  employee: Pick<Employee, 'status'>
  /** In a row of others: quiet. */
  cell?: boolean
}

/** Whether somebody works here. */
export function EmployeeChip({ employee: { status }, cell = false }: EmployeeChipProps) {
  const t = useT()
  return (
    <StatusChip cell={cell} state={status} tone={STATUS_TONES[status]}>
      {optionLabel(t, 'status', status)}
    </StatusChip>
  )
}
