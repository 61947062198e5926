/** The port that `innoerp dev` shows the shell on. */
export const SHELL_PORT = 3000
