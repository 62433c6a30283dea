import { createHash, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { type ClientMetadata, Provider } from 'oidc-provider'
import type { Browser, Page } from 'playwright-core'
import { transaction } from '../../src/kernel/db.ts'
import { newId } from '../../src/kernel/id.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import type { Office } from '../../src/modules/people/index.ts'
import { launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { withoutSecondFactor } from '../people.ts'
import { freePort, type Product, startProduct } from '../product.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

export type Gate = {
  product: Product
  database: TestDatabase
  browser: Browser
  mail: MailServer
  /** The ecosystem's id by its key. */
  ecosystem: (key: string) => Promise<string>
  /** Somebody known here, with offices (in HEV unless null is said). */
  person: (
    email: string,
    options?: { name?: string; offices?: Office[]; everywhere?: boolean; language?: 'fi' | 'sv' },
  ) => Promise<string>
  open: (path: string, options?: Parameters<typeof openPage>[1]) => Promise<Page>
  openLink: (page: Page, person: string, prefix?: string) => Promise<void>
  /** The same, and in. */
  signIn: (page: Page, person: string) => Promise<void>
  stop: () => Promise<void>
}

/**
 * The product with a real mail server, a real identity provider and the ecosystems, and nobody in it yet. Its
 * administrators need no second factor, but `guarded`.
 */
export async function openGate(
  options: { mail?: boolean; guarded?: boolean; env?: Record<string, string> } = {},
): Promise<Gate> {
  const database = await freshDatabase()
  const mail = await startMailServer()
  const providerPort = await freePort()
  const issuer = `http://localhost:${providerPort}`
  const product = await startProduct({
    databaseUrl: database.connectionString,
    name: 'localhost',
    env: {
      ...(options.mail !== false && {
        TALKOOT_MAIL: mail.setting,
        TALKOOT_MAIL_FROM: 'Talkoot <t@example.fi>',
      }),
      TALKOOT_OIDC_ISSUER: issuer,
      TALKOOT_OIDC_CLIENT_ID: 'talkoot',
      TALKOOT_OIDC_CLIENT_SECRET: 'a-secret-of-the-provider',
      TALKOOT_OIDC_NAME: 'Kaupunki',
      TALKOOT_OIDC_2_ISSUER: issuer,
      TALKOOT_OIDC_2_CLIENT_ID: 'enrolling',
      TALKOOT_OIDC_2_CLIENT_SECRET: 'another-secret-of-it',
      TALKOOT_OIDC_2_NAME: 'Avoin',
      TALKOOT_OIDC_2_ENROL: '1',
      ...options.env,
    },
  })
  if (!options.guarded) await withoutSecondFactor(database)
  const provider = await startProvider(issuer, providerPort, [
    client('talkoot', 'a-secret-of-the-provider', `${product.url}/sign-in/provider/1/callback`),
    client('enrolling', 'another-secret-of-it', `${product.url}/sign-in/provider/2/callback`),
  ])
  const { db } = database
  await transaction(db, (tx) => loadShippedEcosystems(tx, new Date('2026-11-21T06:00:00Z')))
  const browser = await launchBrowser()
  const ecosystem = async (key: string) =>
    (await db.selectFrom('ecosystem').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id

  /** Opens a fresh link of the person's, as a mail would bring it, and presses its button. */
  const openLink = async (page: Page, person: string, prefix = '') => {
    const token = randomBytes(32).toString('base64url')
    const link = {
      token_hash: createHash('sha256').update(token).digest('base64url'),
      person_id: person,
      purpose: 'sign-in',
      expires_at: new Date(Date.now() + 60_000),
    }
    await db.insertInto('sign_in_link').values(link).execute()
    await page.goto(`${product.url}${prefix}/sign-in?token=${token}`)
    await page.locator('main button[type=submit]').click()
  }

  return {
    product,
    database,
    browser,
    mail,
    ecosystem,
    async person(email, { name = email, offices = [], everywhere = false, language = 'fi' } = {}) {
      const id = newId()
      const place = everywhere ? null : await ecosystem('hev')
      const at = new Date()
      await db.insertInto('person').values({ id, name, email, language, created_at: at }).execute()
      for (const office of offices) {
        const held = { id: newId(), person_id: id, office, ecosystem_id: place }
        await db
          .insertInto('office_holding')
          .values({ ...held, starts_on: '2026-01-01', granted_at: at })
          .execute()
      }
      return id
    },
    async open(path, settings = {}) {
      const page = await openPage(browser, settings)
      page.setDefaultTimeout(15_000)
      await page.goto(product.url + path)
      return page
    },
    async signIn(page, person) {
      await openLink(page, person)
      await page.waitForURL('**/workspace')
    },
    openLink,
    async stop() {
      await browser.close()
      await product.stop()
      provider.closeAllConnections()
      provider.close()
      await mail.stop()
      await database.drop()
    },
  }
}

const client = (id: string, secret: string, redirect: string): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [redirect],
  response_types: ['code'],
  grant_types: ['authorization_code'],
})

/**
 * A real identity provider: whoever types a mail address is it. An address that begins with "unverified" is not
 * verified. Its own log-in page is the one that comes with it.
 */
async function startProvider(issuer: string, port: number, clients: ClientMetadata[]): Promise<Server> {
  const provider = new Provider(issuer, {
    clients,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: id,
        email_verified: !id.startsWith('unverified'),
        name: `Nimi ${id.split('@')[0]}`,
      }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: true } },
  })
  const server = createServer(provider.callback())
  await new Promise<void>((done) => server.listen(port, 'localhost', done))
  return server
}
