/** A name as words are searched in it: small letters without marks. */
export const foldedName = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
