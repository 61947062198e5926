const STILL_THERE_MS = 15_000

/** Shows a task in two lines, one when it begins and one when it is done, and now and then that it still goes on. */
export async function shown(label, task) {
  const began = performance.now()
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  console.log(`  … ${label}`)
  const timer = setInterval(() => console.log(`  … ${label}: ${elapsed()}`), STILL_THERE_MS)
  try {
    const result = await task()
    console.log(`  ✓ ${label}: ${elapsed()}`)
    return result
  } finally {
    clearInterval(timer)
  }
}
