import { Command, CommanderError } from 'commander'
import type { Config } from '../config.ts'
import { installationOf, openHouse } from '../house.ts'
import { createLog } from '../kernel/log.ts'
import type { VerbContext } from '../kernel/module.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Verb, VerbIo } from '../kernel/verb.ts'
import { modules } from '../modules.ts'
import { portfolioVerb } from './portfolio.ts'
import { portfolioVerifyVerb } from './portfolio-verify.ts'

const exitCodes = `
Exit codes: 0 done; 1 done in part, the report says what was left out; 2 wrong use or input; 3 a fault.
Settings come from the environment; README lists them.`

/** Runs one verb and answers its exit code. */
export async function runCommandLine(argv: readonly string[], config: Config): Promise<number> {
  const program = new Command('talkoot')
    .description('Talkoot: workspace for regional innovation ecosystems')
    .enablePositionalOptions()
    .addHelpText('after', exitCodes)
    .exitOverride()
  program.command('serve').description('Start the server (what npm start does)')
  // Who reads only the beginning (head) closes the pipe: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  let code = 0
  for (const verb of [...modules.flatMap((m) => m.verbs ?? []), portfolioVerb, portfolioVerifyVerb]) {
    const command = parentOf(program, verb.name)
      .command(verb.name.split(' ').at(-1)!)
      .description(verb.summary)
      .exitOverride()
      // "export kohesio --out" is an option of "export kohesio", though "export" has one of that name.
      .enablePositionalOptions()
      .addHelpText('after', exitCodes)
    for (const a of verb.arguments ?? [])
      command.argument(a.optional ? `[${a.name}]` : `<${a.name}>`, a.summary)
    for (const o of verb.options ?? []) {
      if (o.required) command.requiredOption(o.flags, o.summary, o.default)
      else command.option(o.flags, o.summary, o.default)
    }
    command.option('--json', 'print for machines')
    command.action(async (...given: unknown[]) => {
      const args = command.processedArgs.map((a) => (a === undefined ? '' : String(a)))
      code = await runVerb(verb, args, command.opts(), config)
      void given
    })
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}

/** "audit verify" stands under "audit". */
function parentOf(program: Command, name: string): Command {
  const [group, verb] = name.split(' ')
  if (!group || !verb) return program
  const known = program.commands.find((c) => c.name() === group)
  return known ?? program.command(group).exitOverride().addHelpText('after', exitCodes)
}

async function runVerb(
  verb: Verb<VerbContext>,
  args: readonly string[],
  options: Record<string, string | boolean | undefined>,
  config: Config,
): Promise<number> {
  const io: VerbIo = {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    json: options.json === true,
    now: new Date(),
  }
  try {
    const bare = { installation: installationOf(config), baseUrl: config.baseUrl }
    if (!verb.database) return await verb.run(bare as VerbContext, io, args, options)
    const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
    const house = await openHouse(config, log, 'command', 4)
    const stage = house.stage({ kind: 'system', name: `talkoot ${verb.name}` })
    try {
      return await verb.run(
        {
          ...bare,
          stage,
          work: (wanted) =>
            house.queue.work(
              modules.flatMap((m) => m.jobs ?? []).filter((job) => wanted.includes(job.name)),
              house.stage,
            ),
        },
        io,
        args,
        options,
      )
    } finally {
      await house.close()
    }
  } catch (error) {
    return sayFault(error, io)
  }
}

/** A refusal says what to do (exit 2); anything else is a fault (exit 3), with its trace only when asked for. */
function sayFault(error: unknown, io: VerbIo): number {
  if (error instanceof Refusal) {
    const lines = error.complaints.map((c) => c.text.en)
    if (io.json) io.out(JSON.stringify({ error: error.reason, messages: lines }))
    else for (const line of lines.length > 0 ? lines : [error.reason]) io.err(line)
    return 2
  }
  io.err(`Something went wrong: ${(error as Error).message}`)
  return 3
}
