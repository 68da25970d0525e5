/** What waiting for the network costs in a year of training around the clock. */

const HOURS_PER_YEAR = 8760;

/** `networkShare`: of the step in which GPUs wait for the network. */
export function countLostGpuHours(gpuCount: number, networkShare: number): number {
  return gpuCount * HOURS_PER_YEAR * networkShare;
}

/** null without a price. */
export function priceLostHours(gpuHours: number, pricePerGpuHour: number | null): number | null {
  return pricePerGpuHour === null ? null : gpuHours * pricePerGpuHour;
}
