export function buildAssets(options: { outdir: string; minify?: boolean }): Promise<Record<string, string>>
