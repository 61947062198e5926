import type { Components, Theme } from '@mui/material/styles'
import { token } from './token.js'

const navigation: Components<Theme> = {
  MuiTabs: {
    styleOverrides: {
      root: { minHeight: 36 },
      indicator: { height: 2, borderRadius: '2px 2px 0 0', backgroundColor: token('brand-edge') },
    },
  },
  MuiTab: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: {
        minHeight: 36,
        minWidth: 0,
        padding: '0 10px',
        fontSize: '.8125rem',
        fontWeight: 500,
        textTransform: 'none',
        color: token('text-3'),
        '&:hover': { color: token('text') },
        '&.Mui-selected': { color: token('brand-text') },
      },
    },
  },
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
  MuiAutocomplete: {
    styleOverrides: {
      paper: {
        marginBlockStart: 4,
        borderRadius: 8,
        border: `1px solid ${token('border')}`,
        backgroundColor: token('overlay'),
        boxShadow: token('shadow-2'),
        fontSize: '.8125rem',
      },
      listbox: { padding: 4 },
      inputRoot: { padding: '0 10px', '& .MuiAutocomplete-input': { padding: 0, height: 'calc(var(--io-control) - 2px)' } },
      option: {
        minHeight: '32px !important',
        padding: '4px 8px !important',
        gap: 8,
        borderRadius: 4,
        '&.Mui-focused': { backgroundColor: `${token('hover')} !important` },
        '&[aria-selected=true]': { backgroundColor: `${token('brand-tint')} !important` },
      },
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
  MuiDialogTitle: { styleOverrides: { root: { padding: '20px 24px 4px', fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 600 } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '0 24px 20px' } } },
  MuiDialogActions: {
    styleOverrides: {
      root: { padding: '12px 24px', gap: 8, borderBlockStart: `1px solid ${token('border')}`, '& > *': { margin: '0 !important' } },
    },
  },
  MuiTooltip: {
    defaultProps: { arrow: false, enterDelay: 400 },
    styleOverrides: {
      tooltip: {
        padding: '4px 8px',
        borderRadius: 6,
        fontSize: '.75rem',
        lineHeight: '1rem',
        color: token('on-inverse'),
        backgroundColor: token('inverse'),
      },
    },
  },
}

const feedback: Components<Theme> = {
  MuiLinearProgress: {
    styleOverrides: { root: { height: 6, borderRadius: 3, backgroundColor: token('pressed') }, bar: { borderRadius: 3 } },
  },
}

/** Tabs, menus, dialogs, tooltips and progress as the kit draws them: hairlines on cards, shadow only on what floats. */
export const surfaceOverrides: Components<Theme> = { ...navigation, ...floating, ...feedback }
