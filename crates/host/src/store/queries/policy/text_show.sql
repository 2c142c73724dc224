select policy from policy_text where language = $1
