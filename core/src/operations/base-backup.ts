import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { connect } from '../platform/database/database.js'
import type { ServerAddress } from '../platform/database/embedded-postgres.js'
import { copyTree } from './copy-tree.js'

/** What a base backup leaves out (PostgreSQL 18 documentation, 25.3.4.2): it belongs to the server that runs. */
const OF_THE_SERVER = /^(postmaster\.(pid|opts)|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+|(.*\/)?pgsql_tmp.*)$/

/**
 * Copies the data folder of a server that runs, by PostgreSQL's low-level interface: its own pages, and the log that makes them
 * consistent. A server that starts on the copy recovers to the instant at which the copy ended, roles and passwords included.
 */
export async function takeBaseBackup(address: ServerAddress, { data, to }: { data: string; to: string }): Promise<void> {
  const db = await connect({ ...address, database: 'postgres' })
  try {
    // Keeps the log that is needed; it goes with this connection.
    await db.query(`select pg_create_physical_replication_slot('innoerp_backup_' || pg_backend_pid(), true, true)`)
    const { rows: [begun] } = await db.query<{ wal: string }>(`select pg_walfile_name(pg_backup_start('innoerp', fast => true)) as wal`)
    await copyTree(data, { to, leavesOut: (relative) => OF_THE_SERVER.test(relative) })
    const { rows: [ended] } = await db.query<{ lsn: string; labelfile: string; wal: string }>(
      'select lsn, labelfile, pg_walfile_name(lsn) as wal from pg_backup_stop(wait_for_archive => false)',
    )
    await writeFile(path.join(to, 'backup_label'), ended?.labelfile ?? '')
    await copyLog(path.join(data, 'pg_wal'), { to: path.join(to, 'pg_wal'), from: begun?.wal ?? '', until: ended?.wal ?? '' })
  } finally {
    await db.end()
  }
}

const SEGMENT = /^[0-9A-F]{24}$/

async function copyLog(folder: string, { to, from, until }: { to: string; from: string; until: string }): Promise<void> {
  await mkdir(path.join(to, 'archive_status'), { recursive: true })
  for (const name of await readdir(folder)) {
    if (SEGMENT.test(name) && name >= from && name <= until) await copyFile(path.join(folder, name), path.join(to, name))
  }
}
