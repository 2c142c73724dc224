/** Reads an amount of money as people type it, in the currency's unit: `15000`, `15,000`, `1.5万`, `9千`, `15k`. `null` when it is none. */
export function readAmount(text: string): number | null {
  const typed = text
    .trim()
    .replace(/[０-９．]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s]/g, "")
    .replace(/^[¥￥$]/, "")
    .replace(/元$/, "");
  const found = /^(\d+(?:\.\d+)?)(万|w|千|k)?$/i.exec(typed);
  if (!found) return null;
  const unit = found[2]?.toLowerCase();
  const amount =
    Number(found[1]) * (unit === "万" || unit === "w" ? 10_000 : unit === "千" || unit === "k" ? 1_000 : 1);
  return Number.isFinite(amount) ? Math.round(amount * 100) / 100 : null;
}
