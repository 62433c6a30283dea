/** Luby's sequence: 1 1 2 1 1 2 4 ... (Luby, Sinclair, Zuckerman, IPL 47 (1993)). */
export function luby(n: number): number {
  let size = 1
  while (size < n + 1) size *= 2
  if (size === n + 1) return size / 2
  return luby(n - size / 2 + 1)
}
