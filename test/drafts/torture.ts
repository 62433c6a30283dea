import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '../../src/kernel/postgres.ts'
import { chance } from '../crash/chance.ts'
import { deaths, killDatabase } from '../crash/victims.ts'
import { seat, type Typist } from './typist.ts'
import { openWritingRoom, type WritingRoom } from './writing-room.ts'

export type TortureReport = {
  kills: Record<string, number>
  words: number
  characters: number
  /** Of those, shown as saved at some time. */
  acknowledged: number
  /** Words that stood unsaved in a browser that was killed, and how many of them came back. */
  unsavedAtDeath: number
  cameBack: number
  /** How often a person was asked which of two texts stays. */
  asked: number
  /** Words that were typed while no form was there to take them: not among the typed ones. */
  missed: number
  /** Acknowledged words that are not in the form and not in its history. */
  lost: string[]
  /** Acknowledged words of long texts that are in the history and not in the form. */
  overwritten: string[]
  changes: number
}

const names = ['Aino', 'Eero', 'Irja']
const form = '/test/applications/torture'
const shares = ['background', 'goals', 'measures', 'partners', 'results', 'risks']

/** Three people type in one long form while the browser, the server, the database or the network is killed. */
export async function torture(
  kills: number,
  seed: number,
  say: (line: string) => void,
): Promise<TortureReport> {
  const random = chance(seed)
  const room = await openWritingRoom()
  const typists: Typist[] = []
  const counts: Record<string, number> = { browser: 0, server: 0, database: 0, network: 0 }
  try {
    const server = await startPostgres({ folder: join(room.folder, 'data'), log: () => undefined })
    for (const [i, name] of names.entries()) {
      const fields = { own: shares.slice(i * 2, i * 2 + 2), shared: ['shared', 'schedule'], short: 'title' }
      typists.push(await seat(room, await room.hire(name), form, fields, chance(seed * 100 + i)))
    }
    await pause(6_000)
    for (let n = 1; n <= kills; n++) {
      await pause(600 + random() * 2_500)
      const victim = (['browser', 'server', 'database', 'network'] as const)[Math.floor(random() * 4)]!
      const typist = typists[Math.floor(random() * typists.length)]!
      counts[victim]! += 1
      say(`${n}: ${victim}${victim === 'browser' || victim === 'network' ? ` of ${typist.writer.name}` : ''}`)
      if (victim === 'browser') await typist.killBrowser()
      else if (victim === 'network') await typist.offline(500 + random() * 4_000)
      else if (victim === 'database') {
        await killDatabase(server, deaths[Math.floor(random() * deaths.length)]!, random)
        await room.product.ready()
      } else {
        room.product.process.kill('SIGKILL')
        await room.product.ended
        await room.restart()
      }
    }
    await Promise.all(typists.map((t) => t.finish()))
    return { ...(await audit(room, typists)), kills: counts }
  } finally {
    await room.close()
  }
}

/** Every word that was shown as saved is looked for: in the form as it stands, and in its history. */
async function audit(room: WritingRoom, typists: readonly Typist[]): Promise<Omit<TortureReport, 'kills'>> {
  const now = await room.sql<{ name: string; value: unknown }>('select name, value from draft_field')
  const history = await room.sql<{ name: string; value: unknown }>('select name, value from draft_change')
  const within = (rows: readonly { name: string; value: unknown }[]) => {
    const text = new Map<string, string>()
    for (const { name, value } of rows) text.set(name, `${text.get(name) ?? ''}\n${String(value)}`)
    // No word is a part of another, and a word may stand right after one that a kill has cut short.
    return (t: { field: string; word: string }) => (text.get(t.field) ?? '').includes(t.word)
  }
  const inForm = within(now)
  const inHistory = within(history)
  const typed = typists.flatMap((t) => t.typed)
  const acknowledged = typed.filter((t) => t.acknowledged)
  const length = (of: readonly { word: string }[]) => of.reduce((sum, t) => sum + t.word.length + 1, 0)
  // In the short field a later text takes the place of an earlier one; in the others everything stays.
  const long = acknowledged.filter((t) => t.field !== 'title')
  return {
    words: typed.length,
    characters: length(typed),
    acknowledged: length(acknowledged),
    unsavedAtDeath: typists.reduce((sum, t) => sum + t.lost.unsaved, 0),
    cameBack: typists.reduce((sum, t) => sum + t.lost.back, 0),
    asked: typists.reduce((sum, t) => sum + t.asked(), 0),
    missed: typists.reduce((sum, t) => sum + t.missed(), 0),
    lost: long.filter((t) => !inForm(t) && !inHistory(t)).map((t) => `${t.field}:${t.word}`),
    overwritten: long.filter((t) => !inForm(t) && inHistory(t)).map((t) => `${t.field}:${t.word}`),
    changes: history.length,
  }
}
