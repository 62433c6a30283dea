export const isPersonsName = (_name: string): boolean => false
