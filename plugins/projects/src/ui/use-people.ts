import { people, personName, useList } from '@innoerp/sdk/ui'

/** The most that a list gives at once. */
const DIRECTORY_SIZE = 200

/** Names of the organization's users by their id, for avatars without a name beside them. */
export function usePeople(): ReadonlyMap<string, string> {
  const { data } = useList(people, { limit: DIRECTORY_SIZE, total: false })
  return new Map(data?.items.map((person) => [person.id, personName(person)]))
}
