/** Prices of the reference that name a part: one entry for each price that is stated, for each length where several are. */

/** Null when the entry names no part that is sold here: then nobody could be charged by it. */
export function createPrices(item, partIds) {
  if (item.catalog_ref === null || !partIds.has(item.catalog_ref)) return null;
  const lengths = [...item.item.matchAll(/(\d+(?:\.\d+)?) m\b/g)].map(([, metres]) => Number(metres));
  const entry = {
    partId: item.catalog_ref,
    currency: item.currency,
    asOf: item.as_of,
    seller: item.seller,
    url: item.url,
    kind: item.kind,
    confidence: item.confidence,
    via: item.via,
  };
  if (lengths.length > 1) {
    const figures = item.note.split(' / ').map((figure) => Number(figure.replaceAll(',', '')));
    if (figures.length !== lengths.length || figures.some(Number.isNaN)) {
      throw new Error(`${item.item}: a price for each length was expected in its note`);
    }
    return lengths.map((lengthM, index) => ({
      ...entry,
      lengthM,
      low: figures[index],
      high: figures[index],
      note: null,
    }));
  }
  return [{ ...entry, lengthM: lengths[0] ?? null, low: item.low, high: item.high, note: item.note }];
}
