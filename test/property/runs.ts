const factor = Number(process.env.UNITWRIGHT_FUZZ ?? 0)

/**
 * How often a property is tried: the same texts each time, so that a test fails for a change and not by chance.
 * `UNITWRIGHT_FUZZ=10 npx vitest run test/property` tries ten times as many, others each time.
 */
export function runs(count: number): { readonly numRuns: number; readonly seed?: number } {
  return factor > 0 ? { numRuns: count * factor } : { numRuns: count, seed: 20251121 }
}
