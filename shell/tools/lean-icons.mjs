/**
 * Takes what only React's warnings read out of lucide's icons: every line of a drawing has a random key, which compresses to nothing
 * less, and every icon the names that it had before.
 */
export const leanIcons = {
  name: 'innoerp:lean-icons',
  transform: {
    filter: { id: /lucide-react\/dist\/esm\/icons\// },
    handler: (code) => ({ code: code.replace(/,\s*key: "\w+"/g, '').replace(/aliases: \[[^\]]*\]/, 'aliases: []'), map: null }),
  },
}
