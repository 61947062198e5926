import { useFormat } from '@innoerp/sdk/ui'

const MEBIBYTE = 1_048_576

/** Writes a number of MiB, as limits and usage are counted, in the unit that reads best: 5120 → "5.4 GB". */
export function useMegabytes(): (megabytes: number | undefined) => string {
  const format = useFormat()
  return (megabytes) => format.size(megabytes === undefined ? undefined : megabytes * MEBIBYTE)
}
