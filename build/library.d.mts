export function buildLibrary(options: { outdir: string }): Promise<void>
