import { errorWords } from "../../errors";
import type { CommandError } from "../../platform";
import { m } from "./messages";

/** What went wrong while signing in, and what to do. */
export function signInWords(error: CommandError): string {
  switch (error.code) {
    case "phone_invalid":
      return m.phoneInvalid;
    case "code_wrong":
      return m.codeWrong;
    case "code_too_soon":
      return m.codeTooSoon(error.retryAfter ?? 60);
    case "code_daily_limit":
      return m.codeDaily;
    case "too_many_requests":
      return m.tooMany(error.retryAfter ?? 60);
    default: {
      const words = errorWords(error);
      return `${words.title}。${words.text}`.replace(/。(?=[A-Za-z ])/, ". ");
    }
  }
}
