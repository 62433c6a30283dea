import { startPostgres } from './postgres.ts'

/** How this installation is set up, as the operator's settings say: for its care, never for what it is about. */
export type Installation = {
  /** A PostgreSQL of the operator's own; undefined means the embedded one. */
  databaseUrl: string | undefined
  /** Folder of the embedded database, of files, keys and backups. Absolute. */
  dataFolder: string
  baseUrl: string
  host: string
  port: number
  demo: boolean
  contact: string | undefined
  /** The mail server as smtp://host:port; undefined when none is set. */
  mailServer: string | undefined
  /** Whether the key that seals secrets is given in the settings; else it lies in the data folder. */
  ownSecret?: boolean
  /** What encrypts backups when no key file is named. */
  backupKey: string | undefined
  version: string
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Whether one press signs in to the demo: demo data, on a loopback address. */
export const offersDemoSignIn = ({ demo, host }: Pick<Installation, 'demo' | 'host'>): boolean =>
  demo && loopback.has(host)

/** The database's address, the embedded server started or joined for it; `leave` stops what was started for it. */
export async function reachDatabase(
  installation: Pick<Installation, 'databaseUrl' | 'dataFolder'>,
): Promise<{ connectionString: string; embedded: boolean; leave: () => Promise<unknown> }> {
  const { databaseUrl, dataFolder } = installation
  if (databaseUrl) return { connectionString: databaseUrl, embedded: false, leave: async () => undefined }
  const server = await startPostgres({ folder: dataFolder, log: () => undefined })
  return { connectionString: server.connectionString, embedded: true, leave: () => server.stop() }
}
