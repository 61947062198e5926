import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { ErrorState, keys, Timeline, useCan, useCreate, useT, type ApiError, type PageOf } from '@innoerp/sdk/ui'
import type { Comment } from '../../shared/comment.js'
import type { Task } from '../../shared/task.js'
import { commentsOf, tasksOf } from '../projects-api.js'
import { usePeople } from '../use-people.js'

const PAGE_SIZE = 20
/** Characters of a comment. */
const LONGEST = 10_000
/** Milliseconds between looks for what others wrote. */
const REFRESH = 30_000

/** What was said about a task, the latest first, and a box to answer in. */
export function Comments({ task }: { task: Task }) {
  const t = useT()
  const people = usePeople()
  const canWrite = useCan('projects.write')
  const comments = useComments(task.id)
  const create = useCreate(commentsOf(task.id), { also: [tasksOf(task.project_id).path] })
  if (comments.error) return <ErrorState error={comments.error} title={t('comment.notLoaded')} onRetry={() => void comments.refetch()} />
  const entries = comments.data?.pages
    .flatMap((page) => page.items)
    .map(({ id, created_at, created_by, body }) => ({
      id,
      at: created_at,
      person: created_by,
      title: <bdi className="io-strong">{(created_by && people.get(created_by)) ?? t('comment.somebody')}</bdi>,
      body,
    }))
  const composer = { onSend: (body: string) => create.mutateAsync({ body }), placeholder: t('comment.write'), maxLength: LONGEST }
  return (
    <Timeline
      label={t('comment.title')}
      entries={entries}
      {...(canWrite && { composer })}
      {...(comments.hasNextPage && { onMore: () => void comments.fetchNextPage() })}
    />
  )
}

function useComments(taskId: string) {
  const source = commentsOf(taskId)
  return useInfiniteQuery<PageOf<Comment>, ApiError, InfiniteData<PageOf<Comment>>, readonly unknown[], string | null>({
    queryKey: [...keys.all(source.path), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      source.list({ sort: '-created_at', limit: PAGE_SIZE, total: false, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH,
  })
}
