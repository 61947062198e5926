import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { preserveOffsetOnSource } from '@atlaskit/pragmatic-drag-and-drop/utils/preserve-offset-on-source'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'
import type { Spot } from './board-model.js'

/** Keeps cards of one board from being dropped on another one. */
interface CardData {
  board: symbol
  card: string
}

const isCard = (data: Record<string | symbol, unknown>, board: symbol) => data.board === board

/** The card as it is, a little turned, follows the pointer. */
function copyOf(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement
  copy.dataset.preview = ''
  copy.style.width = `${element.offsetWidth}px`
  return copy
}

/** Makes a card draggable until the returned function is called. */
export const makeDraggable = (element: HTMLElement, data: CardData): (() => void) =>
  draggable({
    element,
    getInitialData: () => ({ ...data }),
    onGenerateDragPreview({ nativeSetDragImage, location }) {
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: preserveOffsetOnSource({ element, input: location.current.input }),
        render: ({ container }) => container.append(copyOf(element)),
      })
    },
  })

/** Where in a lane the pointer stands: before the first card whose middle is below it, the dragged one not counted. */
export function indexAt(lane: Element, y: number, dragged: string): number {
  const cards = [...lane.querySelectorAll<HTMLElement>('[data-card]')].filter((card) => card.dataset.card !== dragged)
  const below = cards.findIndex((card) => {
    const { top, height } = card.getBoundingClientRect()
    return y < top + height / 2
  })
  return below < 0 ? cards.length : below
}

/** Lets cards of the board be dropped on a lane. */
export const makeDropTarget = (element: HTMLElement, { board, lane }: { board: symbol; lane: string }): (() => void) =>
  dropTargetForElements({
    element,
    canDrop: ({ source }) => isCard(source.data, board),
    getData: ({ input, source }) => ({ lane, index: indexAt(element, input.clientY, String(source.data.card)) }),
  })

export interface DragWatcher {
  board: symbol
  onDrag(card: string, spot: Spot | undefined): void
  /** `spot` is undefined when the card was let go outside of all lanes. */
  onEnd(card: string, spot: Spot | undefined): void
}

const spotFrom = (targets: readonly { data: Record<string | symbol, unknown> }[]): Spot | undefined => {
  const data = targets[0]?.data
  return data && { lane: String(data.lane), index: Number(data.index) }
}

/** Follows the cards of a board while they are dragged. */
export const watchDrags = ({ board, onDrag, onEnd }: DragWatcher): (() => void) =>
  monitorForElements({
    canMonitor: ({ source }) => isCard(source.data, board),
    onDragStart: ({ source }) => onDrag(String(source.data.card), undefined),
    onDrag: ({ source, location }) => onDrag(String(source.data.card), spotFrom(location.current.dropTargets)),
    onDrop: ({ source, location }) => onEnd(String(source.data.card), spotFrom(location.current.dropTargets)),
  })
