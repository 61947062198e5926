import { chownSync, readFileSync } from 'node:fs'

const isRoot = () => process.getuid?.() === 0

/** Some servers refuse to run as root: whom root runs them as. */
function nobody() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) }
}

/** Makes a folder or file that of the user whom {@link asNobody} runs programs as. */
export function giveToNobody(path) {
  if (!isRoot()) return
  const { uid, gid } = nobody()
  chownSync(path, uid, gid)
}

/** The words before a command that run it as nobody in particular; none where this is no root. */
export function asNobody() {
  if (!isRoot()) return []
  const { uid, gid } = nobody()
  // The program may stand in a folder that root alone may enter: the one capability that lets it through is kept.
  const entering = ['--securebits', '+no_setuid_fixup', '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override']
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...entering, '--']
}
