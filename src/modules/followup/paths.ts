export const followupPath = (project: string, rest = ''): string => `/followup/${project}${rest}`

/** The list of an ecosystem's followed projects, whole or narrowed to those that a figure counts. */
export const listPath = (key: string, view = ''): string =>
  `/ecosystems/${key}/followup${view ? `?view=${view}` : ''}`
