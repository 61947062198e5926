/** The part of a keyboard event that decides what a key means. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const TEXT_INPUTS = 'textarea, select, [contenteditable=""], [contenteditable=true], input:not([type=checkbox], [type=radio])'

/** Whether keys pressed there are text. */
export const isTextInput = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TEXT_INPUTS) !== null

/** Whether a menu, a list of choices or a dialog has the keyboard for itself. */
export const isCaptured = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=menu], [role=listbox], [role=dialog]') !== null

/** Whether a key was pressed with Ctrl, Alt or ⌘: those belong to the browser and to forms. */
export const isChord = ({ ctrlKey, metaKey, altKey }: KeyPress): boolean => ctrlKey || metaKey || altKey
