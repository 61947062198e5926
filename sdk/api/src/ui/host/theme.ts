import { createTheme, type PaletteOptions, type Theme } from '@mui/material/styles'
import { controlOverrides } from './theme-controls.js'
import { surfaceOverrides } from './theme-surfaces.js'
import { token } from './token.js'

const tone = (name: string) => ({
  main: token(`${name}-solid`),
  light: token(`${name}-fg`),
  dark: token(`${name}-fg`),
  contrastText: token('on-solid'),
})

/** One palette for both schemes: the variables switch, the theme does not. */
const palette: PaletteOptions = {
  primary: { main: token('brand-fill'), light: token('brand-text'), dark: token('brand-hover'), contrastText: token('brand-on') },
  secondary: {
    main: token('secondary-fill'),
    light: token('secondary-text'),
    dark: token('secondary-fill'),
    contrastText: token('secondary-on'),
  },
  success: tone('success'),
  warning: tone('warning'),
  error: tone('danger'),
  info: tone('info'),
  text: { primary: token('text'), secondary: token('text-2'), disabled: token('disabled') },
  background: { default: token('canvas'), paper: token('surface') },
  divider: token('border'),
  action: {
    active: token('text-2'),
    hover: token('hover'),
    selected: token('brand-tint'),
    disabled: token('disabled'),
    disabledBackground: token('pressed'),
    focus: token('brand-tint'),
  },
}

/**
 * MUI's theme made of the kit's tokens. `nativeColor` lets MUI compute with `var()`; the scheme is the attribute
 * `data-scheme` of the document, never MUI's own state.
 */
export const createKitTheme = (direction: 'ltr' | 'rtl' = 'ltr'): Theme =>
  createTheme({
    cssVariables: { nativeColor: true, colorSchemeSelector: '[data-scheme="%s"]' },
    colorSchemes: { light: { palette }, dark: { palette } },
    direction,
    // The numbers of tokens.css (`--io-z-dialog`, `--io-z-toast`): MUI takes no variables here.
    zIndex: { modal: 20, snackbar: 30, tooltip: 30 },
    spacing: 4,
    shape: { borderRadius: 6 },
    typography: {
      fontFamily: 'var(--font-family)',
      fontSize: 14,
      button: { textTransform: 'none', fontWeight: 500, letterSpacing: 0 },
      body1: { fontSize: '.875rem', lineHeight: '1.25rem', letterSpacing: 0 },
      body2: { fontSize: '.8125rem', lineHeight: '1.25rem', letterSpacing: 0 },
    },
    transitions: {
      duration: { shortest: 80, shorter: 100, short: 120, standard: 160, complex: 200, enteringScreen: 160, leavingScreen: 120 },
    },
    components: { ...controlOverrides, ...surfaceOverrides },
  })
