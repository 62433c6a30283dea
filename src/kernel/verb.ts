/** A command-line verb. Exit codes: 0 done, 1 partly (see report), 2 wrong use or input, 3 a fault. */
export type VerbIo = { out: (text: string) => void; err: (text: string) => void; json: boolean; now: Date }

export type Verb<Context = unknown> = {
  name: string
  summary: string
  arguments?: readonly { name: string; summary: string; optional?: boolean }[]
  options?: readonly { flags: string; summary: string; required?: boolean; default?: string }[]
  /** Whether the verb needs the database: the shell starts or joins it first. */
  database: boolean
  run: (
    context: Context,
    io: VerbIo,
    args: readonly string[],
    options: Readonly<Record<string, string | boolean | undefined>>,
  ) => Promise<number>
}
