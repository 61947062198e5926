import { lazyPart, usePart } from '../../host/use-part.js'
import { SkeletonLines } from '../../parts/skeleton.js'
import type { BoardProps } from './board-props.js'

const boardPart = lazyPart(() => import('./board-content.js'))

/**
 * Cards in columns, moved by dragging or by keyboard. A move shows at once, is sent with the neighbour it was put beside, is taken
 * back when it is refused, and can be undone.
 * @example <Board label={t('task.list')} columns={columns} cards={tasks} columnOf={(task) => task.state} title={(task) => task.title}
 *            card={(task) => <TaskCard task={task} />} onMove={({ card, ...to }) => move.mutateAsync({ id: card.id, to })} />
 */
export function Board<T extends { id: string }>(props: BoardProps<T>) {
  const part = usePart(boardPart, true)
  return part ? <part.BoardContent {...props} /> : <SkeletonLines />
}
