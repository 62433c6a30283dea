/** Words, single signs, blanks and line ends: joined again they are the text, letter for letter. */
export const tokensOf = (text: string): string[] =>
  text.match(/\n|[^\S\n]+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
