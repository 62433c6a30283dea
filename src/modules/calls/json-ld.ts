import type { Language } from '../../kernel/text.ts'
import { type Call, callPath } from './call.ts'
import { nameIn } from './saying.ts'
import { lastDeadline } from './taking.ts'

/** A call as schema.org knows it: a grant of money that is there to be applied for. */
export function jsonLdOf(
  call: Call,
  { language, baseUrl, link }: { language: Language; baseUrl: string; link: (path: string) => string },
): object {
  const { moneyTotal, contact, lead } = call.settings
  return {
    '@context': 'https://schema.org',
    '@type': 'MonetaryGrant',
    '@id': `${baseUrl}${callPath(call)}`,
    url: `${baseUrl}${link(callPath(call))}`,
    identifier: call.code,
    name: nameIn(call.title, language, call.code),
    description: nameIn(lead, language),
    ...(moneyTotal && { amount: { '@type': 'MonetaryAmount', value: moneyTotal, currency: 'EUR' } }),
    funder: {
      '@type': 'Organization',
      name: nameIn(contact.unit, language) || nameIn(call.ecosystemName, language),
      ...(contact.email && { email: contact.email }),
    },
    // schema.org has no deadline of a grant: an offer has one.
    subjectOf: {
      '@type': 'WebPage',
      url: `${baseUrl}${link(callPath(call))}`,
      datePublished: (call.openedAt ?? call.announcedAt)?.toISOString(),
      expires: lastDeadline(call)?.toISOString(),
      inLanguage: language,
    },
  }
}
