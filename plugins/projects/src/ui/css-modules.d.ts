/** Class names of a stylesheet of this module; the build makes them unique. */
declare module '*.module.css' {
  const names: Readonly<Record<string, string>>
  export default names
}
