import type { Language } from '../../kernel/text.ts'

export const themeName = (code: string, _language: Language): string => code
