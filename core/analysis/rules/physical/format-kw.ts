/** Power in sentences: 14.3. */
export function formatKw(watts: number): string {
  return (watts / 1000).toFixed(1);
}
