import type { Verb } from '../../kernel/verb.ts'
import { dedupeFile, FileProblem, matchFile } from './files.ts'

type Options = Readonly<Record<string, string | boolean | undefined>>

const text = (options: Options, key: string): string | undefined => {
  const value = options[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Only the given ones, as optional properties want them. */
const given = <Key extends string>(options: Options, keys: readonly Key[]): Partial<Record<Key, string>> =>
  Object.fromEntries(
    keys.flatMap((key) => (text(options, key) === undefined ? [] : [[key, text(options, key)!]])),
  ) as Partial<Record<Key, string>>

const report = async (
  io: { out: (text: string) => void; err: (text: string) => void; json: boolean },
  work: () => Promise<Record<string, number>>,
): Promise<number> => {
  try {
    const counts = await work()
    io.out(
      io.json
        ? JSON.stringify(counts)
        : Object.entries(counts)
            .map(([name, count]) => `${name}: ${count}`)
            .join('\n'),
    )
    return 0
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    io.err(error.message)
    return 2
  }
}

/** Verbs that work on files alone: they need no database. */
export const verbs: Verb[] = [
  {
    name: 'dedupe',
    summary: 'Find the rows of a CSV or TSV file that are one organisation; writes row,cluster',
    arguments: [{ name: 'file', summary: 'the file, with a header line' }],
    options: [
      { flags: '--name <column>', summary: 'the column of names', required: true },
      { flags: '--place <column>', summary: 'the column of places' },
      {
        flags: '--id <column>',
        summary: 'the column of identifiers: one id is one organisation, two are two',
      },
      { flags: '--out <file>', summary: 'where to write', required: true },
    ],
    database: false,
    run: async (_context, io, [file = ''], options) =>
      report(io, () =>
        dedupeFile(file, {
          name: text(options, 'name') ?? '',
          out: text(options, 'out') ?? '',
          ...given(options, ['place', 'id']),
        }),
      ),
  },
  {
    name: 'match',
    summary:
      'Find each row’s organisation in another file; writes row,candidate,score (candidate: the best guess, empty when there is likelier none)',
    arguments: [{ name: 'file', summary: 'the file of names or affiliations, with a header line' }],
    options: [
      { flags: '--name <column>', summary: 'the column of names', required: true },
      { flags: '--against <file>', summary: 'the file to look in', required: true },
      {
        flags: '--against-name <column>',
        summary: 'its column of names (the same column, else name, else display_name)',
      },
      {
        flags: '--against-aliases <column>',
        summary: 'its column of other names, separated by " | " or ";"',
      },
      {
        flags: '--against-id <column>',
        summary: 'its column of ids, which become the candidates; else its row numbers',
      },
      {
        flags: '--out <file>',
        summary:
          'where to write; the score is how likely the candidate is right: from 0.99 up safe to act on (98 to 99 of 100 were right where it could be checked), below that for a person to look at',
        required: true,
      },
    ],
    database: false,
    run: async (_context, io, [file = ''], options) =>
      report(io, () =>
        matchFile(file, {
          name: text(options, 'name') ?? '',
          against: text(options, 'against') ?? '',
          out: text(options, 'out') ?? '',
          ...given(options, ['againstName', 'againstAliases', 'againstId']),
        }),
      ),
  },
]
