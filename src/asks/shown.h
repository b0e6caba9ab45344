// The condition that every query of asks has: what is hidden or was taken back is nowhere. `a` is the table asks.
#pragma once

#define ASKS_SHOWN " a.hidden_at IS NULL AND a.withdrawn_at IS NULL"
