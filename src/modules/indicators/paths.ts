/** The pages of an ecosystem's indicators. */
export const pathOf = (key: string, rest = ''): string =>
  `/ecosystems/${key}/indicators${rest ? `/${rest}` : ''}`
