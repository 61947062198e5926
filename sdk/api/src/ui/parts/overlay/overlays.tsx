import type { DialogProps, MenuItemProps, MenuProps, PopoverProps } from '@mui/material'
import type { ElementType } from 'react'
import { usePart } from '../../host/use-part.js'
import { muiPart } from './mui-part.js'

/** MUI's Dialog, fetched when it first opens. On a phone it is a sheet. */
export function Dialog(props: DialogProps) {
  const mui = usePart(muiPart, props.open)
  return mui ? <mui.Dialog {...props} /> : null
}

/** MUI's Popover, fetched when it first opens. */
export function Popover(props: PopoverProps) {
  const mui = usePart(muiPart, props.open)
  return mui ? <mui.Popover {...props} /> : null
}

/** MUI's Menu, fetched when it first opens; its items are {@link MenuItem}s. */
export function Menu(props: MenuProps) {
  const mui = usePart(muiPart, props.open)
  return mui ? <mui.Menu {...props} /> : null
}

/** MUI's MenuItem, inside of a {@link Menu}; `component="a"` makes it a link. */
export function MenuItem(props: MenuItemProps & { component?: ElementType; href?: string }) {
  const mui = muiPart.get()
  return mui ? <mui.MenuItem {...props} /> : null
}
