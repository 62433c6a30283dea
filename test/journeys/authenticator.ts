import type { Page } from 'playwright-core'

/** A passkey device for one browser context. */
export type Authenticator = {
  /** Its owner throws the passkeys away. */
  clear: () => Promise<void>
}

/**
 * A virtual authenticator with a finger that is always right: real keys, real signatures. A full Chromium (apt's, by
 * CHROMIUM_PATH) brings its own, by the DevTools protocol. The headless shell that npm ships ends itself at the first
 * `navigator.credentials` call, with the package's own flags, without features and in one process: Playwright's stands in.
 */
export async function attachAuthenticator(page: Page): Promise<Authenticator> {
  if (!process.env.CHROMIUM_PATH) {
    const { credentials } = page.context()
    await credentials.install()
    return {
      clear: async () => {
        for (const { id } of await credentials.get()) await credentials.delete(id)
      },
    }
  }
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    clear: async () => {
      await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
    },
  }
}
