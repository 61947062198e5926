import type { Components, Theme } from '@mui/material/styles'
import { checkboxIcons } from './checkbox-icon.js'
import { SelectIcon } from './select-icon.js'
import { token } from './token.js'

const outline = { outline: `2px solid ${token('brand-focus')}`, outlineOffset: 2 }

const buttons: Components<Theme> = {
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': outline } } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: {
        minWidth: 0,
        borderRadius: 6,
        fontSize: '.8125rem',
        lineHeight: '1.25rem',
        whiteSpace: 'nowrap',
        height: 'var(--io-control)',
        padding: '0 12px',
        '& .MuiButton-startIcon': { marginInlineStart: -2, marginInlineEnd: 6 },
        '& .MuiButton-endIcon': { marginInlineStart: 4, marginInlineEnd: -4 },
      },
      contained: { '&.Mui-disabled': { color: token('disabled'), backgroundColor: token('pressed') } },
      outlined: {
        borderColor: token('border-strong'),
        color: token('text'),
        backgroundColor: token('surface'),
        '&:hover': { borderColor: token('control-border'), backgroundColor: token('hover') },
        '&.Mui-disabled': { borderColor: token('border'), color: token('disabled') },
      },
      text: { color: token('text-2'), '&:hover': { backgroundColor: token('hover'), color: token('text') } },
    },
    variants: [
      { props: { size: 'small' }, style: { height: 'calc(var(--io-control) - 4px)', padding: '0 8px' } },
      { props: { size: 'large' }, style: { height: 'max(40px, var(--io-control))', padding: '0 16px', fontSize: '.875rem' } },
      { props: { variant: 'contained', color: 'primary' }, style: { '&:hover': { backgroundColor: token('brand-hover') } } },
      {
        props: { variant: 'contained', color: 'error' },
        style: { '&:hover': { backgroundColor: token('danger-solid'), filter: 'brightness(.92)' } },
      },
      { props: { variant: 'outlined', color: 'error' }, style: { color: token('danger-fg') } },
    ],
  },
}

const inputs: Components<Theme> = {
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        borderRadius: 6,
        fontSize: '.875rem',
        backgroundColor: token('surface'),
        minHeight: 'var(--io-control)',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: token('control-border'), top: 0 },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: token('text-3') },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: token('brand-focus'), borderWidth: 2 },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: token('danger-solid') },
        '&.Mui-disabled .MuiOutlinedInput-notchedOutline': { borderColor: token('border-strong') },
        '&.MuiInputBase-multiline': { padding: '6px 10px' },
        '&.MuiInputBase-adornedStart': { paddingInlineStart: 10, paddingInlineEnd: 0 },
        '&.MuiInputBase-adornedEnd': { paddingInlineEnd: 8 },
      },
      input: {
        padding: '0 10px',
        height: 'calc(var(--io-control) - 2px)',
        '&::placeholder': { color: token('text-3'), opacity: 1 },
        '&.MuiInputBase-inputMultiline': { padding: 0, height: 'auto' },
        '&.MuiInputBase-inputAdornedStart': { paddingInlineStart: 0 },
      },
      notchedOutline: { '& legend': { display: 'none' } },
    },
  },
  MuiInputAdornment: { styleOverrides: { root: { color: token('text-3'), '& .MuiTypography-root': { fontSize: '.875rem' } } } },
  MuiSelect: {
    defaultProps: { IconComponent: SelectIcon },
    styleOverrides: {
      select: { minHeight: '0 !important', display: 'flex', alignItems: 'center' },
      icon: { insetInlineEnd: 8, insetInlineStart: 'auto', color: token('text-3') },
    },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small', ...checkboxIcons },
    styleOverrides: {
      root: {
        padding: 6,
        color: token('control-border'),
        '&.Mui-focusVisible': outline,
        '&.Mui-checked, &.MuiCheckbox-indeterminate': { color: token('brand-edge') },
      },
    },
  },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, color: token('control-border') } } },
  MuiSwitch: {
    styleOverrides: {
      root: { width: 34, height: 20, padding: 0 },
      switchBase: {
        padding: 2,
        left: 'auto',
        insetInlineStart: 0,
        '&.Mui-checked': { transform: 'translateX(14px)', '& + .MuiSwitch-track': { opacity: 1, backgroundColor: token('brand-edge') } },
        '[dir=rtl] &.Mui-checked': { transform: 'translateX(-14px)' },
        '&.Mui-focusVisible + .MuiSwitch-track': outline,
        '&.Mui-disabled + .MuiSwitch-track': { opacity: 0.5 },
      },
      thumb: { width: 16, height: 16, boxShadow: 'none', backgroundColor: token('on-solid') },
      track: { borderRadius: 10, opacity: 1, backgroundColor: token('control-border') },
    },
  },
}

/** Buttons and inputs as the kit draws them: no ripple, no capitals, label above the field. */
export const controlOverrides: Components<Theme> = { ...buttons, ...inputs }
