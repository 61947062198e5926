import { errorTable } from '../contract/errors.js'

/** What can be wrong with a package folder before any signature is looked at. */
export const packagingErrors = errorTable('PACKAGE', {
  LINK: ['unprocessable', '{path} is a link. A package holds plain files and folders only.'],
  SPECIAL_FILE: ['unprocessable', '{path} is neither a file nor a folder. A package holds plain files and folders only.'],
  NAME: ['unprocessable', '{path} is no portable file name. Use letters, digits and . _ - ~ + @, at most {limit} characters.'],
  SAME_NAME: ['unprocessable', '{path} and {other} differ in case only; on some systems they are one file. Rename one of them.'],
  TOO_MANY_FILES: ['too_large', 'The package holds more than {limit} files.'],
  TOO_LARGE: ['too_large', 'The package is larger than {limit} bytes.'],
  NO_MANIFEST: ['unprocessable', '{folder} holds no package.json with a name and a version.'],
  NO_KEY: ['unprocessable', 'Packages are signed with Ed25519 keys; this key is of the type {type}.'],
})
