/** What was typed stays while the policy is read and one comes back; in memory only, and gone once it was used. */
export const kept = $state({ phone: "" });
