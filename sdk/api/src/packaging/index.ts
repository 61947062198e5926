/** `@innoerp/sdk/packaging`: what the command line and the host do with a module package on disk. */
export { contentHash } from './content-hash.js'
export { keyIdOf } from './key-id.js'
export { PACKAGE_LIMITS, SIGNATURE_FILE } from './limits.js'
export { listFiles } from './list-files.js'
export { packPackage } from './pack-package.js'
export { signPackage } from './sign-package.js'
export type { Signature } from './signature.js'
export { verifyPackage, type SignatureState, type Verification } from './verify-package.js'
