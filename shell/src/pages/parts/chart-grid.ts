export interface Grid {
  /** What the plot's height stands for. */
  top: number
  /** Where lines are drawn, from 0 on. */
  ticks: readonly number[]
}

/** At most so many lines above 0. */
const LINES = 4
const ROUND = [1, 2, 2.5, 5, 10]

/** A grid of round whole numbers that holds the largest value, with room for its figure above. */
export function gridOf(largest: number): Grid {
  const rough = Math.max(1, largest) / LINES
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ...ROUND.map((one) => one * power).filter((one) => one >= rough && Number.isInteger(one)).slice(0, 1))
  const count = Math.max(1, Math.ceil(largest / step))
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) }
}
