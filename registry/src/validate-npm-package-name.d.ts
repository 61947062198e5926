declare module 'validate-npm-package-name' {
  /** Judges a name by npm's rules; `validForNewPackages` is the stricter verdict. */
  function validate(name: string): { validForNewPackages: boolean; errors?: string[]; warnings?: string[] }
  export = validate
}
