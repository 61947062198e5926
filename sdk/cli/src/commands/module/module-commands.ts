import type { Command } from '../../command.js'
import { install, upgrade } from './install.js'
import { pin } from './pin.js'
import { purge, restore, uninstall } from './removal.js'
import { available, list, status } from './show.js'
import { activate, deactivate, release, remove } from './versions.js'

/** What a super admin does with modules of a host that runs, by its API. */
export const MODULE_COMMANDS: Readonly<Record<string, Command>> = {
  'module list': list,
  'module available': available,
  'module status': status,
  'module install': install,
  'module upgrade': upgrade,
  'module activate': activate,
  'module deactivate': deactivate,
  'module release': release,
  'module remove': remove,
  'module uninstall': uninstall,
  'module restore': restore,
  'module purge': purge,
  'module pin': pin,
}
