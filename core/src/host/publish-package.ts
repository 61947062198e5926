/** What is published: a package.json and the tarball that holds it. */
export interface Publication {
  description: { name: string; version: string }
  tarball: Buffer
  /** The dist-tag that is to name it. */
  tag: string
}
export interface OwnRegistry {
  url: string
  token: string
}

/** npm takes credentials by the address they are for. */
const optionsOf = ({ url, token }: OwnRegistry) => ({ registry: url, [`//${new URL(url).host}${new URL(url).pathname}:_authToken`]: token })

/** As `npm publish` does it. A version that is there already stays as it is. */
export async function publishPackage({ description, tarball, tag }: Publication, to: OwnRegistry): Promise<void> {
  const { publish } = await import('libnpmpublish')
  try {
    await publish(description as never, tarball as never, { ...optionsOf(to), defaultTag: tag, access: 'public' } as never)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'E409' && code !== 'E403' && code !== 'EPUBLISHCONFLICT') throw error
  }
}

/** As `npm dist-tag add` does it. */
export async function tagPackage({ name, version, tag }: { name: string; version: string; tag: string }, { url, token }: OwnRegistry): Promise<void> {
  const address = new URL(`-/package/${name.replace('/', '%2f')}/dist-tags/${tag}`, url)
  const answer = await fetch(address, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(version) })
  if (!answer.ok) throw new Error(`${address.href} answered ${answer.status}`)
}
