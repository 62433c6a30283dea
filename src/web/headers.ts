import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Features of browsers that no page of ours asks for: nothing that found its way into a page may either. */
const unused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
] as const

/**
 * What the browser is told with every answer: pages, files, errors and refusals alike. Scripts and styles come from
 * our own files alone; nobody may frame us; the address of a page is told to nobody else.
 */
export function safeHeaders(baseUrl: string): MiddlewareHandler {
  const https = baseUrl.startsWith('https:')
  const page = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      ...(https && { upgradeInsecureRequests: [] }),
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // A hint on memory that browsers complain of wherever a page was opened before without it.
    originAgentCluster: false,
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: Object.fromEntries(unused.map((feature) => [feature, []])),
    strictTransportSecurity: https && 'max-age=31536000; includeSubDomains',
  })
  return async (c, next) => {
    await page(c, next)
    const { headers } = c.res
    if (headers.has(elsewhere)) openToOthers(headers)
    const type = headers.get('content-type') ?? ''
    // A browser's own viewer of PDF does not work in a sandbox, and runs nothing of ours.
    if (!/^text\/html\b/.test(type) || headers.has('content-disposition'))
      headers.set('content-security-policy', type === 'application/pdf' ? inertPdf : inertFile)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}

/** A mark on an answer that other sites may show; it never leaves the house. */
export const elsewhere = 'x-shown-elsewhere'

/** Others may frame the page or show the picture, and nothing else changes. */
function openToOthers(headers: Headers): void {
  headers.delete(elsewhere)
  headers.delete('x-frame-options')
  headers.set('cross-origin-resource-policy', 'cross-origin')
  const policy = headers.get('content-security-policy') ?? ''
  headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
}

/** For an answer that is no page: whatever it holds, a browser that shows it runs nothing and fetches nothing. */
const inertFile = "default-src 'none'; frame-ancestors 'none'; sandbox"
const inertPdf = "default-src 'none'; object-src 'self'; frame-ancestors 'none'"
