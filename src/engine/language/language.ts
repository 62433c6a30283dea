/** Languages whose words are analysed. */
export type SearchLanguage = 'fi' | 'sv' | 'en'
export const searchLanguages: readonly SearchLanguage[] = ['fi', 'sv', 'en']
