import { isValidBusinessId } from '../matching/index.ts'
import type { Shape } from './definition.ts'

/** Whether a text is well formed as what it is said to be. */
export const isWellFormed: Readonly<Record<Shape, (text: string) => boolean>> = {
  'business-id': isValidBusinessId,
  email: (text) => /^[^\s@,;<>"]+@[^\s@.,;]+(\.[^\s@.,;]+)+$/u.test(text) && text.length <= 254,
  url: (text) => /^https?:\/\/[^\s.]+\.\S+$/.test(text) && isAddress(text),
  phone: (text) => /^\+?[\d\s()-]+$/.test(text) && /^\d{5,15}$/.test(text.replaceAll(/\D/g, '')),
  iban: (text) => isIban(text.replaceAll(/\s/g, '').toUpperCase()),
  'postal-code': (text) => /^\d{5}$/.test(text),
}

function isAddress(text: string): boolean {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d{1,5})?(?:[/?#]|$)/.exec(text)?.[1]
  return host?.split('.').every((part) => part.length > 0 && part.length <= 63) ?? false
}

/** ISO 13616: the first four signs moved last, letters as numbers from 10, the whole modulo 97 is 1. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  if (text.startsWith('FI') && text.length !== 18) return false
  let rest = 0
  for (const sign of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
