/**
 * `@innoerp/sdk/ui/mui`: the parts of MUI that few first pages show, under the kit's theme. A page that imports it fetches all of it
 * once, so import it from pages and dialogs, not from what every page has. `Button`, `OutlinedInput` and the like are in
 * `@mui/material` itself; menus and dialogs that open later are in `@innoerp/sdk/ui`, which fetches them when they open.
 */
export {
  Box,
  Checkbox,
  Dialog,
  Divider,
  FormControlLabel,
  ListItemIcon,
  Menu,
  MenuItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  Stack,
  Switch,
  useMediaQuery,
} from '@mui/material'
