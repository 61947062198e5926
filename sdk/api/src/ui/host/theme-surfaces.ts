import type { Components, Theme } from '@mui/material/styles'
import { token } from './token.js'

const menus: Components<Theme> = {
  MuiMenu: { styleOverrides: { paper: { minWidth: 160 }, list: { padding: 4 } } },
  MuiMenuItem: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: {
        minHeight: 32,
        padding: '4px 8px',
        gap: 8,
        borderRadius: 4,
        fontSize: '.8125rem',
        '&:hover, &.Mui-focusVisible': { backgroundColor: token('hover') },
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: token('brand-tint'), color: token('brand-text') },
        '@media (max-width: 720px)': { minHeight: 44 },
      },
    },
  },
}

const floating: Components<Theme> = {
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiPopover: {
    styleOverrides: {
      paper: { borderRadius: 8, border: `1px solid ${token('border')}`, backgroundColor: token('overlay'), boxShadow: token('shadow-2') },
    },
  },
  MuiBackdrop: { styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: token('scrim') } } } },
  MuiDialog: {
    styleOverrides: {
      paper: {
        margin: 16,
        borderRadius: 12,
        border: `1px solid ${token('border')}`,
        backgroundColor: token('overlay'),
        boxShadow: token('shadow-3'),
        '@media (max-width: 720px)': {
          margin: 0,
          width: '100%',
          maxWidth: '100%',
          maxHeight: '86%',
          alignSelf: 'flex-end',
          borderRadius: '14px 14px 0 0',
        },
      },
    },
  },
}

/** Menus and dialogs as the kit draws them: hairlines on cards, shadow only on what floats. */
export const surfaceOverrides: Components<Theme> = { ...menus, ...floating }
