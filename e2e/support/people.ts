// The people of the demonstration county who work here.
export const worker = "worker@fenshire.example";
export const lead = "lead@fenshire.example";
export const healthLead = "health@fenshire.example";
export const agencyLead = "agency@fenshire.example";
export const representative = "parent@fenshire.example";
export const safeguardingLead = "safe@fenshire.example";
export const moderator = "moderator@fenshire.example";
export const administrator = "admin@fenshire.example";
/// Of all of them.
export const password = "a-demonstration-only";
