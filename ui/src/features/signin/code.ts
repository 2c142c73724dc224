/** How many figures a sign-in code has. */
export const CODE_LENGTH = 6;

/** The figures of what was typed or pasted, such as a whole message; at most six. Full-width ones count. */
export function codeDigits(text: string): string {
  const plain = text.replace(/[０-９]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));
  // A pasted message names other numbers too; a run of exactly six figures is the code.
  const run = /(?<!\d)\d{6}(?!\d)/.exec(plain)?.[0];
  return run ?? plain.replace(/\D/g, "").slice(0, CODE_LENGTH);
}

/** The code in a message of the demo market. */
export function codeIn(message: string): string | null {
  return /(?<!\d)\d{6}(?!\d)/.exec(message)?.[0] ?? null;
}

/** Where to go after signing in: only a place of this app. */
export function backPath(query: URLSearchParams): string {
  const back = query.get("back") ?? "";
  return back.startsWith("/") && !back.startsWith("//") && !back.startsWith("/sign-in") ? back : "/jobs";
}

/** A number in E.164 in groups, as people read it: `+86 138 0013 8000`. Others stay as they are. */
export function phoneShown(number: string): string {
  return number.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, "+86\u00a0$1\u00a0$2\u00a0$3");
}
