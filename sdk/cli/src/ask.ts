import { createInterface } from 'node:readline/promises'

/** Asks at the terminal; an empty answer takes the suggestion. Undefined where nobody sits at one. */
export const askAtTerminal = process.stdin.isTTY && process.stdout.isTTY && !process.env.CI ? ask : undefined

async function ask(question: string, suggestion: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await lines.question(`${question} (${suggestion}) `)).trim() || suggestion
  } finally {
    lines.close()
  }
}
