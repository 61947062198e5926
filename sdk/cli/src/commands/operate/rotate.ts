import { command } from '../../command.js'
import { operate } from './operations.js'

export const secretsRotate = command({
  summary: 'Changes the secret key while no host runs; tokens that were given out stay good until they end.',
  options: {},
  run: async (terminal) => {
    const { secretKey } = await operate(terminal, ({ rotateSecret }, env, place) => rotateSecret(env, place))
    if (secretKey === undefined) terminal.say('✓ The home keeps the new secret key. Start the host as ever.')
    else terminal.say(`✓ Give every host this key, which is shown once:\n  INNOERP_SECRET_KEY=${secretKey}`)
  },
})
