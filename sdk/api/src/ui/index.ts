/** `@innoerp/sdk/ui`: what a module's pages are made of. */

// Host: what the shell gives, and what a module's entry is
export { createHost, type HostInit } from './host/create-host.js'
export { Frame, type FrameProps } from './host/frame.js'
export {
  useCan,
  useHost,
  useSession,
  type Crumb,
  type Host,
  type PageInfo,
  type Session,
  type SessionUser,
  type SlotPart,
  type SlotRegistry,
} from './host/host-context.js'
export { useModule, type ModuleInfo } from './host/module-context.js'
export { createStore, type Store, type WritableStore } from './host/store.js'
export { useStore } from './host/use-store.js'
export { AppRouter, type AppRouterProps } from './host/app-router.js'
export { defineUi, type LazyPart, type LazySlotFile, type SlotFile, type ModuleExports, type MountProps, type UiDefinition } from './host/define-ui.js'
export { Slot, partId, partKey, partLabel, useSlot, type SlotProps } from './host/slot.js'
export { SlotContent } from './host/slot-content.js'
export { useSlotTabs, type SlotTabs } from './host/slot-tabs.js'
export { useSlotActions, type SlotAction, type SlotActionProps, type SlotActions } from './host/slot-actions.js'
export { searchPart, type SearchHit, type SearchProvider } from './host/slot-search.js'
export { SlotWidget, WidgetSlot, type SlotWidgetProps, type WidgetSlotProps } from './host/widget-slot.js'
export { ErrorCard, type ErrorCardProps } from './host/error-card.js'
export type { Scheme, SchemeChoice, SchemeStore } from './host/scheme.js'
export type { DirtyGuard } from './host/dirty-guard.js'
export { useDirty } from './host/use-dirty.js'
export type { Command, CommandSet, CommandStore } from './host/command-store.js'
export type { Toast, ToastInit, ToastStore } from './host/toast-store.js'
export { token } from './host/token.js'

// API
export { ApiError, CLIENT_CODES } from './api/api-error.js'
export { errorText, fieldErrors } from './api/error-text.js'
export { createApi, queryString, type Answer, type Api, type ApiOptions, type CallOptions, type Method, type Query } from './api/client.js'
export { createTokenSource, subjectOf, type TokenAnswer, type TokenSource, type TokenSourceOptions } from './api/token-source.js'
export { getApi } from './api/current-api.js'
export { createKeyring, randomUuid, type Keyring } from './api/idempotency.js'
export { upload, type UploadBody, type UploadOptions } from './api/upload.js'
export { etagOf, resource, type AnyRecord, type DraftOf, type ReadOptions, type Resource, type WriteOptions } from './api/resource.js'
export {
  keys,
  useCreate,
  useList,
  useRecord,
  useRemove,
  useRestore,
  useUpdate,
  type Change,
  type ListOptions,
  type UpdateOptions,
  type WriteHookOptions,
} from './api/hooks.js'
export type { ListParams, PageOf } from '../contract/list.js'
// These by value: through `@innoerp/sdk/contract` every schema would come along.
export { RANK, USER_TYPES, type UserType } from '../contract/identity.js'
export { deriveBrand, type BrandColors, type BrandScheme } from '../contract/branding/derive-brand.js'

// Labels
export {
  KIT,
  LANGUAGES,
  i18nStore,
  languageOf,
  loadLabels,
  namespaceOf,
  setLanguage,
  type Labels,
  type Language,
  type LocaleLoaders,
} from './i18n/i18n.js'
export { BOLD, type RichTag, type RichTags } from './i18n/rich-text.js'
export { translator, useT, type TextValues, type Translate } from './i18n/use-t.js'

// Figures and dates
export { NOTHING, formatLocaleOf, type FormatSettings } from './format/settings.js'
export {
  currencyDigits,
  formatHours,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSize,
  type Figure,
  type MoneyOptions,
  type NumberOptions,
} from './format/number.js'
export {
  dayIn,
  formatDate,
  formatDateRange,
  formatRelative,
  formatTime,
  type DateOptions,
  type DateRange,
  type DateValue,
} from './format/date.js'
export { createFormat, useFormat, type Format } from './format/use-format.js'
export { DateText, Money, Num, type DateTextProps, type MoneyProps, type NumProps } from './format/figures.js'

// Parts
export { AppLink, isPlainClick, type AppLinkProps } from './parts/app-link.js'
export { Avatar, Person, initialsOf, toneOfText, type AvatarProps, type PersonProps } from './parts/avatar.js'
export { BusyButton, type BusyButtonProps } from './parts/busy-button.js'
export { Can, type CanProps } from './parts/can.js'
export { Card, type CardProps } from './parts/card.js'
export { CommandSource } from './parts/command-source.js'
export { ConfirmDialog, type ConfirmDialogProps } from './parts/confirm-dialog.js'
export { Crumbs, type CrumbsProps } from './parts/crumbs.js'
export { ErrorBoundary, type ErrorBoundaryProps } from './parts/error-boundary.js'
export { Facts, type Fact } from './parts/facts.js'
export { Field, type FieldIds, type FieldProps } from './parts/field.js'
export { Icon, type IconProps } from './parts/icon.js'
export { IconButton, type IconButtonProps } from './parts/icon-button.js'
export { iconNames, iconOf } from './parts/icons.js'
export { LoadFailed, type LoadFailedProps } from './parts/load-failed.js'
export { LinkRows, type LinkRow, type LinkRowsProps } from './parts/link-rows.js'
export { LeaveDialog } from './parts/leave-dialog.js'
export { ModuleTile, moduleColors, type ModuleTileProps } from './parts/module-tile.js'
export { Meter, type MeterProps } from './parts/meter.js'
export { NotFound } from './parts/not-found.js'
export { Note, type NoteProps } from './parts/note.js'
export { Dialog, Menu, MenuItem, Popover } from './parts/overlay/overlays.js'
export { PageFrame, type PageCrumb, type PageFrameProps } from './parts/page-frame.js'
export { Skeleton, SkeletonLines, type SkeletonProps } from './parts/skeleton.js'
export { Sparkline, type SparklineProps } from './parts/sparkline.js'
export { Spinner } from './parts/spinner.js'
export { StatStrip, StatTile, type StatTileProps } from './parts/stat-tile.js'
export { StateView, type StateViewProps } from './parts/state-view.js'
export { EmptyState, ErrorState, NoAccess, type EmptyStateProps, type ErrorStateProps, type NoAccessProps } from './parts/states.js'
export { StatusChip, type StatusChipProps } from './parts/status-chip.js'
export { Tabs, type TabItem, type TabsProps } from './parts/tabs.js'
export { Toaster } from './parts/toaster.js'
export { shapeOf, toneOfState, type Shape, type Tone } from './parts/tone.js'
export { useToast } from './parts/use-toast.js'

// Data: tables, boards, forms, pickers
export type { ListSource, RecordSource } from './data/list/source.js'
export { filter, type Filter, type FilterField } from './data/list/filters.js'
export type { ListDefaults, ListState, ListView } from './data/list/list-state.js'
export { useListState, type ListStateHandle, type ListStateOptions } from './data/list/use-list-state.js'
export { usePhone } from './data/list/use-phone.js'
export { optionLabel } from './data/list/labels.js'
export { useShortcut } from './data/keys/use-shortcut.js'
export { FilterBar, type FilterBarProps } from './data/filter/filter-bar.js'
export { SavedViews, type SavedViewsProps } from './data/filter/saved-views.js'
export { DataTable } from './data/table/data-table.js'
export { SearchTool, type SearchToolProps } from './data/table/table-tools.js'
export type { BulkAction, DataTableProps, FirstRun, PhoneRow, TableSum } from './data/table/data-table-props.js'
export { columnsOf } from './data/table/column-kinds.js'
export type { Column, ColumnKind, ColumnOptions } from './data/table/column.js'
export type { RowAction } from './data/table/row-actions.js'
export { useAll } from './data/list/use-all.js'
export { Board } from './data/board/board.js'
export type { BoardColumn, BoardProps } from './data/board/board-props.js'
export type { BoardMove } from './data/board/use-moves.js'
export { formOf, type FieldKind, type FieldOptions, type FormLayout, type FormSection, type FormSpec } from './data/form/form-spec.js'
export { decimalText, parseDecimal } from './data/form/decimal.js'
export { FormDialog, type FormDialogProps } from './data/form/form-dialog.js'
export { FormPage, type FormPageProps } from './data/form/form-page.js'
export { AddButton, type AddButtonProps } from './data/form/add-button.js'
export { useNew, type NewOptions, type NewRecordParts } from './data/form/use-new.js'
export { CreateButton, type CreateButtonProps } from './data/form/create-button.js'
export type { SubmitForm } from './data/form/use-save.js'
export { useBulkDelete, type BulkDeleteOptions } from './data/table/use-bulk-delete.js'
export { FactsPanel, type FactSection, type FactsPanelProps } from './data/record/facts-panel.js'
export { PanelHead, type PanelHeadProps } from './data/record/panel-head.js'
export { RecordMenu, type RecordMenuProps } from './data/record/record-menu.js'
export { RecordLayout, type RecordLayoutProps } from './data/record/record-layout.js'
export { StatePath, type PathStep, type StatePathProps } from './data/record/state-path.js'
export { Timeline, type TimelineEntry, type TimelineProps } from './data/record/timeline.js'
export type { ComposerProps } from './data/record/composer.js'
export { FileDrop, type FileDropProps } from './data/files/file-drop.js'
export type { FileRules } from './data/files/file-rules.js'
export { useSaveCsv } from './data/files/use-save-csv.js'
export type { SendFile } from './data/files/use-uploads.js'
export { ImportButton, type ImportButtonProps } from './data/import/import-button.js'
export { useImportFile } from './data/import/use-import-file.js'
export { ImportWizard } from './data/import/import-wizard.js'
export type { ImportResult, ImportRun, ImportWizardProps, RowError } from './data/import/import-props.js'
export type { ImportField, Mapping } from './data/import/mapping.js'
export { SidePanel, PanelSection, type PanelNav, type PanelSectionProps, type SidePanelProps } from './data/record/side-panel.js'
export { recordKind, type RecordKind } from './data/pick/record-kind.js'
export { people, personKind, personName, type PersonRecord } from './data/pick/people.js'
export { PersonAvatar, PersonName, RecordName, type RecordNameProps } from './data/pick/record-name.js'
export { PersonPicker, RecordPicker, type PersonPickerProps, type RecordPickerProps } from './data/pick/record-picker.js'
export { Combobox, type ComboboxProps } from './data/pick/combobox.js'
export type { ComboOption } from './data/pick/combo-option.js'
