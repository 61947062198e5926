import { upload, type Api } from '@innoerp/sdk/ui'

/** What a person says of themselves. */
export interface Profile {
  user_id: string
  phone: string | null
  job_title: string | null
  department: string | null
  bio: string | null
  /** BCP 47; null: the organization's. */
  locale: string | null
  /** IANA; null: the organization's. */
  time_zone: string | null
  /** Null: no picture. It is read with the access token. */
  avatar_url: string | null
}
export type ProfileChanges = Partial<Omit<Profile, 'user_id' | 'avatar_url'>>

interface UploadOptions {
  onProgress(share: number): void
  signal: AbortSignal
}

const pathOf = (userId: string) => `/api/v1/users/${userId}/profile`

/** Calls about one person's profile; each rejects with an ApiError. */
export const profileClient = (api: Api, userId: string) => ({
  read: (): Promise<Profile> => api.get(pathOf(userId)),
  change: (changes: ProfileChanges): Promise<Profile> => api.put(pathOf(userId), changes),
  setPicture: (file: File, options: UploadOptions): Promise<Profile> => {
    const body = new FormData()
    body.append('file', file)
    return upload<Profile>(api, `${pathOf(userId)}/image`, { body, ...options })
  },
})
